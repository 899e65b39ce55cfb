// axe on every page and state, in both languages, light and dark, narrow and wide; no rule is switched off.
import AxeBuilder from "@axe-core/playwright";
import { drawn } from "./layout.js";
import { expect, test } from "./support.js";
import { show, views } from "./views.js";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const sizes = [{ width: 1440, height: 900 }, { width: 375, height: 812 }];

/** A long table is looked through by a part of its rows: all are of one make, and axe takes seconds for hundreds. */
async function shorten(page) {
  const search = page.locator("#table-search");
  if (await search.count()) await search.fill("berg");
}

const analysed = async (page) => told(await new AxeBuilder({ page }).withTags(tags).setLegacyMode().analyze());

const told = ({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary.replaceAll(/\s+/g, " ")}`));

for (const view of views)
  for (const language of ["sv", "en"])
    test(`axe finds nothing on ${view.name}, in ${language}`, async ({ page, watch }) => {
      await page.setViewportSize(sizes[0]);
      await show(page, view, { language, watch });
      await shorten(page);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        for (const size of sizes) {
          await page.setViewportSize(size);
          await drawn(page);
          expect.soft(await analysed(page), `${colorScheme}, ${size.width} px`).toEqual([]);
        }
      }
    });

test("axe finds nothing on a table of 290 rows", async ({ page }) => {
  test.slow();
  await show(page, views.find(({ name }) => name === "explore-table"));
  expect(await analysed(page)).toEqual([]);
});

test("axe would tell: a page with a fault has one", async ({ page }) => {
  await show(page, views[0]);
  await page.evaluate(() => document.querySelector("html").removeAttribute("lang"));
  expect((await analysed(page)).join()).toContain("html-has-lang");
});
