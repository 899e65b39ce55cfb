// A table is walked cell by cell, by the keys of the ARIA grid pattern; what there is to say of a cell stands below it.
import { explore, place, rows } from "./explore.js";
import { dataset } from "./files.js";
import { reach } from "./hands.js";
import { expect, test } from "./support.js";

const demo = dataset("demo");
const said = (page) => page.locator(".table-card .data-table__cell");
/** Row and column of what has the keyboard; row 0 is the heads. */
const at = (page) => page.evaluate(() => {
  const cell = document.activeElement.closest("th, td");
  const row = cell.closest("tr");
  return [row.closest("thead") ? 0 : [...row.parentElement.children].indexOf(row) + 1, [...row.children].indexOf(cell)];
});

test("the keys lead from cell to cell and not out of the table", async ({ page }) => {
  await explore(page, { view: "table", level: "county" });
  await reach(rows(page).first().getByRole("button"));
  const last = (await page.locator(".table-card thead th").count()) - 1;
  const walk = async (key, expected) => {
    await page.keyboard.press(key);
    expect(await at(page), key).toEqual(expected);
  };
  await walk("ArrowDown", [2, 0]);
  // With Alt an arrow is the browser's own.
  await page.keyboard.press("Alt+ArrowRight");
  expect(await at(page)).toEqual([2, 0]);
  await walk("ArrowRight", [2, 1]);
  await walk("PageDown", [12, 1]);
  await walk("PageDown", [21, 1]);
  await walk("ArrowDown", [21, 1]);
  await walk("End", [21, last]);
  await walk("ArrowRight", [21, last]);
  await walk("Home", [21, 0]);
  await walk("ArrowLeft", [21, 0]);
  await walk("Control+Home", [1, 0]);
  await walk("ArrowUp", [0, 0]);
  await walk("ArrowUp", [0, 0]);
  await walk("ArrowDown", [1, 0]);
  await walk("Control+End", [21, last]);
  await walk("PageUp", [11, last]);
  // It is one place of the tab order: the next Tab leaves the rows, and Shift+Tab comes back to the same cell.
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => Boolean(document.activeElement.closest("tbody")))).toBe(false);
  await page.keyboard.press("Shift+Tab");
  expect(await at(page)).toEqual([11, last]);
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(place(page)).toHaveText(await rows(page).nth(10).getByRole("rowheader").innerText());
});

test("a sorted or searched table keeps one place in the tab order", async ({ page }) => {
  await explore(page, { view: "table", level: "county" });
  await reach(rows(page).nth(20).getByRole("button"));
  await page.locator(".table-card input[type=search]").fill("Skåne");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator(".table-card tbody [tabindex='0']")).toHaveCount(1);
  await reach(rows(page).first().getByRole("button"));
});

test("what there is to say of a cell stands below: why there is no figure, and where it stands", async ({ page }) => {
  const hidden = demo.codes("area").find((code) => code.length === 4 && demo.answer("share", { area: code }).state === "suppressed");
  await explore(page, { view: "table", level: "municipality" });
  const name = demo.label("area", hidden);
  const row = rows(page).filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  await row.locator("td").first().click();
  await expect(said(page)).toContainText(`${name}, `);
  await expect(said(page)).toContainText("dold av sekretess");
  await expect(said(page).getByRole("status").first()).not.toBeEmpty();
  // A published figure says its own source, cell by cell.
  await explore(page, { dataset: "regi", view: "crosstab", measure: "share_register", by: "home_type", across: "ownership" });
  const cell = page.locator(".crosstab tbody td").filter({ hasText: "%" }).first();
  await cell.click();
  await expect(page.locator(".crosstab .data-table__cell a")).toHaveAttribute("href", /^https?:/);
  // Another question: nothing is said of a cell that is no more.
  await page.locator("#select-measure").selectOption({ index: 2 });
  await expect(page.locator(".crosstab .data-table__cell")).toHaveText("");
});
