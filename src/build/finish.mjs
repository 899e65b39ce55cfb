// Runs after Trunk has compiled (Trunk.toml calls it): turns its folder into one that any static host can serve.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { headersFile, isHashed, metaPolicy } from "./headers.mjs";
import { licences } from "./licences.mjs";

// One real page per address of the program's router, so that no host needs a rule for unknown paths; with the files of
// `public` that its first view always asks for: they then come beside the program, not after it.
const FONTS = ["fonts/insyn-serif.woff2", "fonts/insyn-sans.woff2"];
const THEMES = ["vald", "kompetens", "handlaggning", "verktyg", "skillnader", "barnens-rost", "tidslinje"];
const PAGES = {
  "": [...FONTS, "data/index.json", "stories/start.json", "maps/municipalities.json"],
  "utforska/": [...FONTS, "data/index.json"],
  "oppna/": FONTS,
  "om-data/": [...FONTS, "data/index.json"],
  "metod/": FONTS,
  "ordlista/": FONTS,
  ...Object.fromEntries(THEMES.map((theme) => [`${theme}/`, [...FONTS, "data/index.json", `stories/${theme}.json`]])),
  "jamfor/": [...FONTS, "data/index.json"],
  "omrade/": [...FONTS, "data/index.json", "maps/municipalities.json", "maps/counties.json", "maps/divisions.json"],
};
// These need the whole page; the others are served by a lighter program.
const WHOLE = ["utforska/", "oppna/", "metod/", "ordlista/", "omrade/", "jamfor/", ...THEMES.map((theme) => `${theme}/`)];
// The one page that a host shows at any depth: it can only count from the root. INSYN_BASE names a sub-path.
const BASE = process.env.INSYN_BASE ?? "/";

const dist = resolve(process.env.TRUNK_STAGING_DIR ?? "dist");
const release = (process.env.TRUNK_PROFILE ?? "release") === "release";
const at = (name) => join(dist, name);
const sri = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** Writes a file under a name that changes with its content; answers that name. */
function writeHashed(name, ending, bytes) {
  const file = `${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.${ending}`;
  writeFileSync(at(file), bytes);
  return { file, integrity: sri(bytes) };
}

const bundled = async (options) =>
  (await build({ bundle: true, write: false, minify: release, target: "es2020", logLevel: "warning", ...options })).outputFiles[0].contents;

const programs = resolve("target/programs");

/** The reader of files: a program and a script of its own, which the page runs in a worker. */
async function bundleReader() {
  const program = writeHashed("reader", "wasm", readFileSync(join(programs, "reader/reader_bg.wasm")));
  return writeHashed("reader", "js", await bundled({
    entryPoints: ["src/build/reader.js"],
    format: "iife",
    target: "es2022",
    alias: { "insyn:reader": join(programs, "reader/reader.js") },
    define: { PROGRAM: JSON.stringify(`./${program.file}`), INTEGRITY: JSON.stringify(program.integrity), "import.meta.url": "self.location.href" },
    external: ["*_bg.wasm"],
  }));
}

/** A program with the script that starts it. `later`: files that the reader will need on leaving for the other program. */
async function bundleProgram(name, glue, compiled, { charts, reader, later = [] }) {
  const program = writeHashed(name, "wasm", readFileSync(compiled));
  const file = (it) => JSON.stringify(`./${it.file}`);
  const script = await bundled({
    entryPoints: ["src/build/boot.js"],
    format: "esm",
    target: "es2022",
    alias: { "insyn:program": glue },
    define: { PROGRAM: file(program), INTEGRITY: JSON.stringify(program.integrity), CHARTS: file(charts), READER: file(reader), LATER: JSON.stringify(later) },
    // Fetched later, or (the glue's own guess at its file's name) never.
    external: ["./echarts-*", "*_bg.wasm"],
  });
  return { program, script: writeHashed(name, "js", script) };
}

/** The whole page, and where it was built the lighter program of the first view, each with its style. */
async function bundlePrograms() {
  const compiled = readdirSync(dist).find((name) => name.endsWith("_bg.wasm"));
  if (!compiled) throw new Error(`Trunk left no program in ${dist}: its own messages above say why.`);
  const glue = at(compiled.replace("_bg.wasm", ".js"));
  const parts = { charts: writeHashed("echarts", "js", await bundled({ entryPoints: ["src/build/echarts.js"], format: "iife" })), reader: await bundleReader() };
  const explore = await bundleProgram("explore", glue, at(compiled), parts);
  const front = join(programs, "front/front");
  const isBuilt = existsSync(`${front}_bg.wasm`);
  const whole = await bundleStyle("explore", "style/main.css");
  const later = [explore.program.file, explore.script.file, whole.file].map((file) => `./${file}`);
  const first = isBuilt ? await bundleProgram("insyn", `${front}.js`, `${front}_bg.wasm`, { ...parts, later }) : explore;
  rmSync(at(compiled));
  rmSync(glue);
  rmSync(at("snippets"), { recursive: true, force: true });
  return { explore: { ...explore, style: whole }, first: { ...first, style: isBuilt ? await bundleStyle("insyn", "style/front.css") : whole } };
}

async function bundleStyle(name, source) {
  return writeHashed(name, "css", await bundled({ entryPoints: [source], external: ["*.woff2", "*.svg"] }));
}

const early = (href) => `<link rel="preload" as="${href.endsWith(".woff2") ? "font" : "fetch"}" crossorigin href="./${href}">`;

function writePages({ explore, first }) {
  const source = readFileSync("index.html", "utf8");
  const page = (root, { program, script, style }, files) => {
    for (const file of files) if (!existsSync(at(file))) throw new Error(`PAGES in finish.mjs names ${file}, which is not in public.`);
    const head = [
      `<meta http-equiv="Content-Security-Policy" content="${metaPolicy}">`,
      `<meta name="insyn-root" content="./">`,
      `<link rel="stylesheet" href="./${style.file}" integrity="${style.integrity}">`,
      `<script type="module" src="./${script.file}" integrity="${script.integrity}"></script>`,
      ...[program.file, ...files].map(early),
    ].join("\n");
    const filled = source.replace(/<!--[^]*?-->\s*<link data-trunk [^>]*>/, head);
    if (filled === source) throw new Error("index.html has lost the line that finish.mjs replaces.");
    return filled.replaceAll('="./', `="${root}`);
  };
  for (const [path, files] of Object.entries(PAGES)) {
    mkdirSync(at(path), { recursive: true });
    writeFileSync(at(`${path}index.html`), page(path ? "../" : "./", WHOLE.includes(path) ? explore : first, files));
  }
  writeFileSync(at("404.html"), page(BASE, first, []));
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

const worthCompressing = /\.(bin|html|css|js|mjs|wasm|json|svg|csv|tsv|px|txt|xml|webmanifest|geojson|topojson)$/;
const smaller = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } };

function compress(path) {
  const bytes = readFileSync(path);
  if (!worthCompressing.test(path) || bytes.length < 1024) return;
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, smaller));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

function printSizes(files) {
  const size = (path) => (existsSync(path) ? statSync(path).size : 0);
  const line = (...cells) => console.log(cells[0].padEnd(34), ...cells.slice(1).map((cell) => String(cell).padStart(10)));
  line("file", "bytes", "brotli");
  for (const path of files.filter((path) => size(path) > 20_000 || isHashed(path)))
    line(path.slice(dist.length + 1), size(path), size(`${path}.br`) || "–");
}

// What the data are made from is not published: it may hold what they hide.
const isSource = (path) => resolve(path) === resolve("public/data/source");
if (existsSync("public")) cpSync("public", dist, { recursive: true, filter: (path) => !isSource(path) });
writePages(await bundlePrograms());
if (release) writeFileSync(at("licences.txt"), licences());
const files = filesIn(dist);
writeFileSync(at("_headers"), headersFile(files.filter(isHashed).map((path) => basename(path))));
if (release) {
  files.forEach(compress);
  printSizes(files);
}
