// The page's first script: sets the rule for markup, starts the program, says so if it cannot start.
import init from "insyn:program";

// Leptos parses its own fixed markup and ECharts empties its element, so markup must be allowed, but none that could run
// or reach out: text from a data file that got here by mistake is refused.
const refused = /<\s*\/?(script|iframe|frame|object|embed|link|meta|base|form|style)\b|[\s"'/](on\w+|srcdoc)\s*=|javascript:/i;

globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (refused.test(html) ? null : html),
  createScriptURL: (url) => (new URL(url, import.meta.url).origin === location.origin ? url : null),
});

// Charts are fetched when the first one is shown; the name carries a hash that only the build knows.
globalThis.insynCharts = () => import(CHARTS);

// So is the reader of files, when the first one is opened.
globalThis.insynReader = () => new Worker(new URL(READER, import.meta.url));

// A reader who reaches for a way to the other program has it fetched already.
const fetchLater = () => {
  for (const href of LATER) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "prefetch", href: new URL(href, import.meta.url) });
    document.head.append(link);
  }
};
if (LATER.length)
  for (const reach of ["pointerdown", "focusin"]) document.addEventListener(reach, fetchLater, { once: true });

function failed(reason) {
  console.error(reason);
  document.getElementById("insyn-loading")?.remove();
  document.getElementById("insyn-failed")?.removeAttribute("hidden");
}

// The file's hash is checked before it runs; the page's preload link has already asked for it.
const program = fetch(new URL(PROGRAM, import.meta.url), { credentials: "same-origin", integrity: INTEGRITY });
init({ module_or_path: program }).catch(failed);
