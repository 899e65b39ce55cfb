// What the first view weighs: no more than its budgets in `make bench`, which may only be lowered.
import { weigh } from "../../src/build/measure.mjs";
import { expect, test } from "./support.js";

const CEILING = { total: 350_000, wasm: 250_000 };

test("the first view is within its budgets, and charts wait until one is shown", async ({ page, site }) => {
  const bytes = await weigh(page, site);
  expect(bytes.total, JSON.stringify(bytes)).toBeLessThanOrEqual(CEILING.total);
  expect(bytes.wasm, JSON.stringify(bytes)).toBeLessThanOrEqual(CEILING.wasm);
  expect(bytes.ECharts ?? 0).toBe(0);
});
