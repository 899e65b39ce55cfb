// What the first view weighs. The budgets stand in `make bench`; here is a ceiling that may only be lowered.
import { weigh } from "../../src/build/measure.mjs";
import { expect, test } from "./support.js";

const CEILING = { total: 372_000, wasm: 273_000 };

test("the first view weighs no more than it did, and charts wait until one is shown", async ({ page, site }) => {
  const bytes = await weigh(page, site);
  expect(bytes.total, JSON.stringify(bytes)).toBeLessThanOrEqual(CEILING.total);
  expect(bytes.wasm, JSON.stringify(bytes)).toBeLessThanOrEqual(CEILING.wasm);
  expect(bytes.ECharts ?? 0).toBe(0);
});
