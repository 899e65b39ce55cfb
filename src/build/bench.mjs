// Measures the built page against its budgets: `make bench`.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { launchOptions } from "../../tests/e2e/browser.js";
import { largeFile } from "../../tests/e2e/openable.js";
import { firstView, median, openFile, playing, repaint, throttle, weigh } from "./measure.mjs";
import { start } from "./serve.mjs";

// Whose change recolours the map, and the values to set in turn (null: click it).
const RECOLOUR = { address: "utforska/?dataset=demo", control: "#select-period", values: null };
const SLOW = { cpu: 4, network: { mbit: 1.6, ms: 150 } };
const RUNS = 3;
// Megabytes of the file that is opened.
const LARGE = 48;

if (!launchOptions.executablePath) launchOptions.executablePath = readFileSync(".tools/browser", "utf8").trim();
const browser = await chromium.launch(launchOptions);
const site = await start();

async function inNewPage(work, conditions = {}) {
  const context = await browser.newContext({ locale: "sv-SE", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await throttle(page, conditions);
  const answer = await work(page);
  await context.close();
  return answer;
}

const rows = [];
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (time) => `${Math.round(time)} ms`;

/** A line of the report; `sign` is -1 where more is better. */
function row(what, measured, write, budget, stretch, sign = 1) {
  const isWithin = (limit) => sign * measured <= sign * limit;
  const verdict = budget === undefined ? "" : isWithin(stretch) ? "within the stretch" : isWithin(budget) ? "within" : "OVER";
  const ratio = budget === undefined ? "" : `${(measured / budget).toFixed(2)} ×`;
  rows.push([what, write(measured), budget ? write(budget) : "", stretch ? write(stretch) : "", ratio, verdict]);
}

const bytes = await inNewPage((page) => weigh(page, site.url));
row("first useful view, over the wire", bytes.total, kb, 350_000, 250_000);
for (const kind of ["wasm", "js", "css", "html", "data", "maps", "fonts", "ECharts", "other"])
  row(`  … of it ${kind}`, bytes[kind] ?? 0, kb, ...(kind === "wasm" ? [250_000, 180_000] : []));

const charts = readdirSync("dist").find((name) => /^echarts-.*\.js\.br$/.test(name));
row("ECharts, with the first chart", statSync(`dist/${charts}`).size, kb, 200_000, 170_000);

const views = [];
for (let run = 0; run < RUNS; run += 1) views.push(await inNewPage((page) => firstView(page, site.url), SLOW));
row("first useful view, 1.6 Mbit, 150 ms, 4× CPU", median(views.map((view) => view.ms)), ms, 4000, 2500);

const quick = await inNewPage((page) => firstView(page, site.url));
row("first useful view, nothing slowed down", quick.ms, ms);
row("longest task on the way, not slowed down", quick.longestTask, ms, 100, 50);

mkdirSync("target/bench", { recursive: true });
const { name, buffer } = largeFile(LARGE);
writeFileSync(`target/bench/${name}`, buffer);
const tasks = await inNewPage((page) => openFile(page, site.url, `target/bench/${name}`));
row(`longest task while a file of ${LARGE} MB is opened`, tasks.opened, ms, 100, 50);
row("  … on going to Explore with it", tasks.explored, ms, 100, 50);

await inNewPage(async (page) => {
  await page.goto(site.url + RECOLOUR.address);
  await page.locator("html[data-ready]").waitFor();
  const control = page.locator(RECOLOUR.control).first();
  if (!(await control.count())) return rows.push(["map recoloured → painted, 4× CPU", "no such control", "", "", "", ""]);
  const options = await control.evaluate((element) => [...(element.options ?? [])].map((option) => option.value));
  const values = RECOLOUR.values ?? (options.length ? [...options, ...options] : Array(10).fill(null));
  const times = (await repaint(page, RECOLOUR.control, values)).filter(Number.isFinite);
  row("map recoloured → painted, 4× CPU, median", median(times), ms, 100, 50);
  row("  … slowest", Math.max(...times), ms);
}, { cpu: 4 });

await inNewPage(async (page) => {
  await page.goto(`${site.url}${RECOLOUR.address}&view=map`);
  await page.locator("html[data-ready]").waitFor();
  const { rate, longest } = await playing(page);
  row("the years played on the map, 4× CPU, frames a second", rate, (it) => it.toFixed(0), 30, 50, -1);
  row("  … longest wait for a frame", longest, ms);
}, { cpu: 4 });

await browser.close();
await site.stop();

rows.unshift(["what", "measured", "budget", "stretch", "of budget", ""]);
const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
for (const cells of rows) console.log(cells.map((cell, column) => (column === 0 || column === 5 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  ").trimEnd());
console.log(`\nMedian of ${RUNS}; over plain HTTP on this machine, so without the time of a TLS greeting; ${(await import("node:os")).availableParallelism()} cores.`);
