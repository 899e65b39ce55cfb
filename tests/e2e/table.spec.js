// The tables: every row of the file, in Swedish order, found by typing, and each number written as it should be.
import { cells, chart, expectedCells, explore, rows, view } from "./explore.js";
import { dataset, outlines } from "./files.js";
import { hands } from "./hands.js";
import { expect, test } from "./support.js";
import { say } from "./words.js";

const demo = dataset("demo");
const towns = outlines();
const box = (page) => page.locator("#table-search");
const names = (page) => rows(page).locator("th").allInnerTexts();

for (const language of ["sv", "en"])
  test(`every row says what the file says, in ${language}`, async ({ page }) => {
    await explore(page, { view: "table", lang: language });
    const texts = await rows(page).evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
    expect(texts).toHaveLength(290);
    const byName = new Map(texts.map((row) => [row[0], row]));
    for (const code of towns.codes) {
      const name = demo.label("area", code, language);
      expect(byName.get(name)?.slice(0, 5)).toEqual(expectedCells(demo, "share", { area: code }, name, language));
    }
  });

test("a count has no interval and a published dataset its own figures", async ({ page }) => {
  for (const [id, measure] of [["hvb-2023", "homes"], ["hvb-2023", "share"], ["placerade", "children"], ["uppfoljning-2017", "share_children"]]) {
    const file = dataset(id);
    await explore(page, { dataset: id, measure, view: "table" });
    const by = new URL(page.url()).searchParams.get("by");
    const picked = Object.fromEntries(Object.keys(file.insyn.dimensions).map((dimension) => [dimension, new URL(page.url()).searchParams.get(dimension)]));
    // What a share is divided by is no row of its own: it would be 100 %.
    const whole = file.insyn.measures[measure].denominator_at?.[by];
    const codes = file.codes(by).filter((code) => code !== whole);
    await expect(rows(page)).toHaveCount(codes.length);
    for (const [place, code] of codes.entries()) {
      const expected = expectedCells(file, measure, { ...picked, [by]: code }, file.label(by, code));
      if (!expected.at(-1)) expected.pop();
      expect((await cells(rows(page).nth(place))).slice(0, expected.length)).toEqual(expected);
    }
  }
});

test("rows stand in Swedish order, å ä ö last", async ({ page }) => {
  await explore(page, { view: "table" });
  const shown = await names(page);
  expect(shown).toEqual([...shown].sort(new Intl.Collator("sv").compare));
  expect(shown.at(-1)).toBe("Övertorneå");
});

for (const hand of hands)
  test(`the table is searched ${hand.name}`, async ({ page }) => {
    await explore(page);
    await hand.write(box(page), "borg");
    const wanted = towns.codes.map((code) => towns.name(code)).filter((name) => /borg/i.test(name));
    expect((await names(page)).sort()).toEqual(wanted.sort());
    await expect(page.locator(".data-table__count").first()).toContainText(String(wanted.length));
    await hand.write(box(page), "qqq");
    await expect(rows(page)).toHaveCount(0);
    await expect(page.locator(".data-table__none")).toHaveText(say("explore::table_none"));
    await hand.write(box(page), "");
    await page.keyboard.press("Delete");
    await expect(rows(page)).toHaveCount(290);
  });

test("the table has a caption, and its headers are headers", async ({ page }) => {
  await explore(page, { view: "table" });
  const table = page.locator(".table-card table");
  await expect(table.locator("caption")).toContainText("2022");
  for (const header of await table.locator("thead th").all()) await expect(header).toHaveAttribute("scope", "col");
  await expect(rows(page).first().locator("th")).toHaveAttribute("scope", "row");
  expect(await table.locator("thead th").count()).toBe(await rows(page).first().locator("th, td").count());
});

test("charts are fetched when one is shown, and only once", async ({ page }) => {
  const fetched = [];
  page.on("request", (request) => /echarts/.test(request.url()) && fetched.push(request.url()));
  await explore(page, { view: "table" });
  await page.waitForLoadState("networkidle");
  expect(fetched).toEqual([]);
  for (const name of ["Diagram", "Tabell", "Allt", "Karta", "Diagram"]) {
    await view(page, name).click();
    await expect(view(page, name)).toHaveAttribute("aria-pressed", "true");
  }
  await expect(chart(page).locator("svg")).toBeVisible();
  expect(fetched).toHaveLength(1);
});
