// Serves dist as a static host should: `make serve` runs it, the tests and the benchmark start it for themselves.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import sirv from "sirv";
import { cacheFor, headers } from "./headers.mjs";

/** A server of `dist` under `base` ("/" or "/insyn/"); `live` looks at the disk each time, for a folder that is being rebuilt. */
export function siteServer({ dist = "dist", base = "/", live = false } = {}) {
  const files = sirv(dist, { dev: live, etag: true, brotli: true, gzip: true, setHeaders });
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, "Only GET and HEAD.");
    const { pathname, search } = new URL(request.url, "http://local");
    if (pathname === base.slice(0, -1)) return redirect(response, base + search);
    if (!pathname.startsWith(base)) return notFound(response, dist, base);
    const inside = pathname.slice(base.length);
    // A page's addresses are relative, so a folder's own address must end in a slash.
    if (inside && !inside.endsWith("/") && existsSync(`${dist}/${decoded(inside)}/index.html`))
      return redirect(response, `${pathname}/${search}`);
    request.url = `/${inside}${search}`;
    files(request, response, () => notFound(response, dist, base));
  });
}

function setHeaders(response, path) {
  response.setHeader("Cache-Control", cacheFor(path));
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function end(response, status, text, type = "text/plain") {
  response.writeHead(status, { "Content-Type": `${type};charset=utf-8`, "Cache-Control": "no-cache" });
  response.end(text);
}

function redirect(response, location) {
  response.setHeader("Location", location);
  end(response, 301, "");
}

function notFound(response, dist, base) {
  const page = `${dist}/404.html`;
  if (!existsSync(page)) return end(response, 404, "Not found.");
  end(response, 404, readFileSync(page, "utf8").replaceAll('="/', `="${base}`), "text/html");
}

/** Starts it; port 0 takes any free one. Answers the address and a way to stop. */
export function start({ port = 0, host = "127.0.0.1", base = "/", ...rest } = {}) {
  const server = siteServer({ base, ...rest });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () =>
      resolve({
        url: `http://localhost:${server.address().port}${base}`,
        stop: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
      }),
    );
  });
}

async function main() {
  const { PORT, HOST, BASE, DIST } = process.env;
  const port = Number(PORT || 8080);
  const dist = DIST || "dist";
  if (!existsSync(`${dist}/index.html`)) {
    console.error(`There is no built page in ${dist}: run \`make serve\`.`);
    process.exit(1);
  }
  try {
    const site = await start({ dist, port, host: HOST || "127.0.0.1", base: BASE || "/", live: process.argv.includes("--live") });
    console.log(`Insyn is served at ${site.url} (stop with Ctrl-C)`);
  } catch (error) {
    const taken = error.code === "EADDRINUSE";
    console.error(taken ? `Port ${port} is taken: stop what uses it or choose another, as in PORT=8081 make serve.` : error.message);
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
