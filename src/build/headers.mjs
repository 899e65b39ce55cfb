// The one place that says what a page of ours may do: the server, the pages' own meta tag and `_headers` all read it here.

const policy = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  // The policy of that name is in boot.js and refuses markup that could run or fetch.
  "trusted-types": "default",
};

// A meta tag cannot say who may frame the page: browsers warn and ignore it there.
const headerOnly = ["frame-ancestors"];

const written = (leaveOut) =>
  Object.entries(policy)
    .filter(([name]) => !leaveOut.includes(name))
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

export const metaPolicy = written(headerOnly);

const off = [
  "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation", "gyroscope",
  "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock",
  "usb", "xr-spatial-tracking",
];

export const headers = {
  "Content-Security-Policy": written([]),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": off.map((name) => `${name}=()`).join(", "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

// A name with a hash in it never changes its content; everything else is asked for again each time.
export const isHashed = (path) => /-[0-9a-f]{16}\.(js|css|wasm)$/.test(path);
export const cacheFor = (path) => (isHashed(path) ? "public, max-age=31536000, immutable" : "no-cache");

// The form of several static hosts: an address pattern, then its headers.
export function headersFile(hashedPaths) {
  const block = (pattern, lines) => [pattern, ...Object.entries(lines).map(([name, value]) => `  ${name}: ${value}`)].join("\n");
  return [block("/*", headers), ...hashedPaths.map((path) => block(`/${path}`, { "Cache-Control": cacheFor(path) }))].join("\n") + "\n";
}
