// Our reader and our linked views beside others' libraries, in one Chromium run: `make bench` ends with it.
// `node src/build/side.mjs 0` measures the small table only, `1 insyn duckdb` the large one with those alone.
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { extname, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { launchOptions } from "../../tests/e2e/browser.js";
import { median } from "./measure.mjs";
import { report } from "./side_report.mjs";

const SIDE = "tests/bench/side";
const OUT = "target/side";
const PEERS = ["json", "jsonstat-toolkit", "d3-dsv", "papaparse", "crossfilter2", "arquero", "duckdb", "arrays"];
const MINUTES = 6;

const words = process.argv.slice(2);
const shapes = words.filter((word) => /^\d$/.test(word)).map(Number);
const named = words.filter((word) => !/^\d$/.test(word));

mkdirSync(OUT, { recursive: true });
await build({
  entryPoints: ["insyn", ...PEERS].map((id) => `${SIDE}/peers/${id}.js`).concat(`${SIDE}/page.js`),
  outdir: OUT, outbase: SIDE, bundle: true, format: "esm", target: "es2023", minify: true, logLevel: "error",
  external: ["/peers/*"],
  alias: { "insyn:reader": resolve("target/programs/reader/reader.js"), "insyn:linked": resolve(OUT, "linked/linked.js") },
});
writeFileSync(`${OUT}/index.html`, '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="page.js"></script>');

// One origin serves all; the two headers of isolation are what the browser asks for to tell how much memory is used.
const folders = [["/reader/", "target/programs/reader/"], ["/duckdb/", `${SIDE}/node_modules/@duckdb/duckdb-wasm/dist/`], ["/", `${OUT}/`]];
const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://local");
  const [begin, folder] = folders.find(([begin]) => pathname.startsWith(begin));
  const file = folder + (pathname.slice(begin.length) || "index.html");
  if (pathname.includes("..") || !existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, {
    "Content-Type": types[extname(file)] ?? "application/octet-stream",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
  });
  createReadStream(file).pipe(response);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const url = `http://localhost:${server.address().port}/`;

if (!launchOptions.executablePath) launchOptions.executablePath = readFileSync(".tools/browser", "utf8").trim();
const args = [...launchOptions.args, "--js-flags=--expose-gc", "--enable-blink-features=ForceEagerMeasureMemory"];
const browser = await chromium.launch({ ...launchOptions, args });
const areas = JSON.parse(readFileSync("public/maps/municipalities.json", "utf8")).areas.code;

/** One library in a page of its own: what it leaves behind is nobody else's burden. */
async function inPage(id, shape) {
  const context = await browser.newContext();
  const page = await context.newPage();
  let timer;
  const late = new Promise((resolve) => { timer = setTimeout(() => resolve({ faults: [`not done in ${MINUTES} minutes`] }), MINUTES * 60_000); });
  const work = page.goto(url).then(async () => {
    await page.waitForFunction(() => globalThis.run);
    return page.evaluate(([id, shape, areas]) => globalThis.run(id, shape, areas), [id, shape, areas]);
  }).catch((error) => ({ faults: [error.message.split("\n")[0]] }));
  const answer = await Promise.race([work, late]);
  clearTimeout(timer);
  await context.close();
  return answer;
}

/** The times of two runs put together: ours is measured first and last, as the machine's pace drifts. */
function together(one, other) {
  const merged = { ...one, faults: [...one.faults, ...other.faults], differs: one.differs || other.differs };
  for (const kind of ["dense", "sparse", "csv"]) merged[kind] = [...(one[kind] ?? []), ...(other[kind] ?? [])];
  if (one.linked && other.linked) {
    merged.linked = { ...one.linked };
    for (const [name, times] of Object.entries(one.linked)) if (Array.isArray(times)) merged.linked[name] = [...times, ...other.linked[name]];
  }
  return merged;
}

let differs = false;
for (const shape of shapes.length ? shapes : [0, 1]) {
  const answers = {};
  const first = await inPage("insyn", shape);
  for (const id of PEERS.filter((id) => !named.length || named.includes(id))) {
    process.stderr.write(`side by side: ${id}\n`);
    answers[id] = await inPage(id, shape);
  }
  const ours = together(first, await inPage("insyn", shape));
  for (const line of report(ours, answers, median)) console.log(line);
  differs ||= [ours, ...Object.values(answers)].some((answer) => answer.differs);
}
console.log(`\nMedians; each in a page of its own in one run of Chromium ${browser.version()}, ours first and last; ${cpus().length} × ${cpus()[0].model}.`);
if (differs) console.log("ANSWERS DIFFER: see above.");
await browser.close();
server.close();
server.closeAllConnections();
process.exit(differs ? 1 : 0);
