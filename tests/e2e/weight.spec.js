// A reader on a poor connection pays for every byte before the first view: the budget is a wall.
import { weigh } from "../../src/build/measure.mjs";
import { expect, test } from "./support.js";

test("the first useful view is within its weight", async ({ page, site }) => {
  const bytes = await weigh(page, site);
  expect(bytes.total, JSON.stringify(bytes)).toBeLessThanOrEqual(350_000);
  expect(bytes.wasm, JSON.stringify(bytes)).toBeLessThanOrEqual(250_000);
  expect(bytes.ECharts ?? 0, "charts wait until one is shown").toBe(0);
});
