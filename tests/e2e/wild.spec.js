// A thousand addresses that nobody would think of: each gives a page, and what it does not understand is told.
import { catalogue, dataset } from "./files.js";
import { expect, open, test } from "./support.js";

const PARTS = 4;
const EACH = 250;
const odd = ["", "%", "T", "-1", "0x1f", "null", "void", "🦊", "<b>x</b>", "'; --", "../..", "9".repeat(300), "å\u0308", "a:b:c", "\u202e"];

// A generator of its own, so that the same addresses come back (Mulberry32, Ettinger 2017).
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function address(draw) {
  const one = (all) => all[Math.floor(draw() * all.length)];
  const often = (share) => draw() < share;
  const { id } = one(catalogue());
  const file = dataset(id);
  const dimensions = Object.keys(file.insyn.dimensions);
  const isKnown = often(0.9);
  const parts = [["dataset", isKnown ? id : one(odd)]];
  const maybe = (name, all, share) => often(share) && parts.push([name, often(0.8) ? one(all) : one(odd)]);
  maybe("lang", ["sv", "en"], 0.5);
  maybe("measure", Object.keys(file.insyn.measures), 0.6);
  maybe("by", dimensions, 0.5);
  maybe("across", dimensions, 0.4);
  maybe("view", ["all", "map", "chart", "funnel", "difference", "time", "crosstab", "table"], 0.7);
  maybe("level", ["municipality", "county", "division", "nation"], 0.4);
  maybe("against", ["nation", "others", "none"], 0.3);
  maybe("colour", ["figure", "verdict", "smoothed"], 0.3);
  maybe("classes", ["quantile", "equal", "natural"], 0.3);
  maybe("sort", ["label", "value", "-value", "-n", "interval", "+verdict", "rank"], 0.3);
  for (const dimension of dimensions) maybe(dimension, file.codes(dimension), 0.5);
  if (often(0.2)) parts.push([one(odd), one(odd)]);
  if (often(0.2)) parts.push(one(parts));
  return { query: new URLSearchParams(parts.sort(() => draw() - 0.5)).toString(), isStrange: isKnown && parts.some(([name]) => odd.slice(6).includes(name)) };
}

for (let part = 0; part < PARTS; part += 1)
  test(`any address gives a page, ${part + 1} of ${PARTS}`, async ({ page }) => {
    test.setTimeout(240_000);
    const draw = random(2019_01922 + part);
    const all = Array.from({ length: EACH }, () => address(draw));
    await open(page, "utforska/");
    const faults = await page.evaluate(async (all) => {
      const base = location.pathname;
      const picture = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const shown = () => document.querySelector(".figure-card__value, main [role=alert], main .trouble")?.textContent.trim();
      const faults = [];
      for (const { query, isStrange } of all) {
        history.pushState(null, "", `${base}?${query}`);
        dispatchEvent(new PopStateEvent("popstate"));
        const until = performance.now() + 8000;
        await picture();
        // Done when the page has made the address its own: it then has every part.
        while (performance.now() < until && !(shown() && (new URLSearchParams(location.search).has("view") || document.querySelector("main [role=alert]")))) await picture();
        const heading = document.querySelector("h1")?.textContent.trim();
        if (!heading || !shown()) faults.push(`nothing to see: ${query}`);
        if (isStrange && !document.querySelector(".notice li")) faults.push(`nothing said: ${query}`);
        if (/NaN|undefined|Infinity/.test(document.querySelector("main").innerText)) faults.push(`odd words: ${query}`);
      }
      return faults;
    }, all);
    expect(faults).toEqual([]);
  });
