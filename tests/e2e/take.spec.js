// What a reader takes along: files that say what the page says, where it is from, and which version it is.
import { readFileSync } from "node:fs";
import { cells, explore, rows } from "./explore.js";
import { dataset } from "./files.js";
import { hands } from "./hands.js";
import { expect, test } from "./support.js";
import { say } from "./words.js";

const demo = dataset("demo");
const summary = (page) => page.locator(".take > summary");
const shown = (page) => page.locator(".take__list--shown");
const all = (page) => page.locator(".take__list--all");

/** Presses a button and answers the file that comes. */
async function taken(page, list, name, language = "sv", hand = hands[0]) {
  const button = list.getByRole("button", { name: say(`taken::${name}`, language), exact: true });
  const [file] = await Promise.all([page.waitForEvent("download"), hand.press(button)]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

for (const hand of hands)
  test(`nothing is worked out before it is opened, and then the rows are counted, ${hand.name}`, async ({ page }) => {
    await explore(page, { view: "table", level: "county" });
    await expect(shown(page)).toHaveCount(0);
    await hand.press(summary(page));
    const n = await rows(page).count();
    await expect(page.locator(".take__title").first()).toContainText(`(${n} rader)`);
    const { name, bytes } = await taken(page, shown(page), "as_csv", "sv", hand);
    expect(name).toBe("insyn-demo-visas.csv");
    expect(bytes.toString().trimEnd().split("\r\n")).toHaveLength(n + 1);
  });

for (const language of ["sv", "en"])
  test(`CSV for a spreadsheet has the rows of the table, and says what it is, in ${language}`, async ({ page }) => {
    await explore(page, { view: "table", level: "county", lang: language });
    await summary(page).click();
    const { bytes } = await taken(page, shown(page), "as_csv_for_excel", language);
    const text = bytes.toString();
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const [table, about] = text.slice(1).split("\r\n\r\n");
    const lines = table.split("\r\n").map((line) => line.split(language === "sv" ? ";" : ","));
    expect(lines).toHaveLength((await rows(page).count()) + 1);
    const first = await cells(rows(page).first());
    expect(lines[1][1]).toBe(first[0]);
    // The number is the one on the page, without its sign.
    expect(first[1].replaceAll(/[^\d.,]/g, "")).toBe(lines[1][2]);
    for (const said of [page.url(), say("taken::synthetic", language), await page.locator(".table-card caption").innerText()]) expect(about).toContain(said);
    expect(about).toMatch(/[0-9a-f]{64}/);
    expect(about).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/);
  });

test("CSV for a program has every figure of the file, and why there is none", async ({ page }) => {
  await explore(page, { view: "table", level: "county" });
  await summary(page).click();
  const { bytes } = await taken(page, shown(page), "as_csv");
  const [heads, ...lines] = bytes.toString().trimEnd().split("\r\n").map((line) => line.split(","));
  const [value, status] = ["value", "value_status"].map((name) => heads.indexOf(name));
  for (const line of lines) {
    const answer = demo.answer("share", { area: line[0] });
    if (answer.value == null) expect([line[value], line[status]]).toEqual(["", expect.stringMatching(/./)]);
    else expect(Number(line[value])).toBeCloseTo(answer.value, 9);
  }
});

test("a workbook is one archive with three pages", async ({ page }) => {
  await explore(page, { dataset: "hvb-2023", view: "table" });
  await summary(page).click();
  for (const list of [shown(page), all(page)]) {
    const { name, bytes } = await taken(page, list, "as_xlsx");
    expect(name).toMatch(/^insyn-hvb-2023-(visas|allt)\.xlsx$/);
    const text = bytes.toString("latin1");
    expect(text.startsWith("PK\u0003\u0004")).toBe(true);
    for (const sheet of [1, 2, 3]) expect(text).toContain(`xl/worksheets/sheet${sheet}.xml`);
  }
});

test("all of the dataset comes as CSV, JSON-stat and a description", async ({ page }) => {
  await explore(page, { dataset: "hvb-2023" });
  await summary(page).click();
  const file = dataset("hvb-2023").file;
  const json = JSON.parse((await taken(page, all(page), "as_jsonstat")).bytes.toString());
  expect(json.id).toEqual(file.id);
  expect(json.size).toEqual(file.size);
  const csv = (await taken(page, all(page), "as_csv")).bytes.toString().trimEnd().split("\r\n");
  await expect(page.locator(".take__title").nth(1)).toContainText(`(${(csv.length - 1).toLocaleString("sv")} rader)`);
  const description = JSON.parse((await taken(page, all(page), "as_description")).bytes.toString());
  expect(description.resources[0].path).toBe("insyn-hvb-2023-allt.csv");
  expect(description.resources[0].schema.fields.map(({ name }) => name)).toEqual(csv[0].split(","));
});

test("what is taken follows the view", async ({ page }) => {
  for (const [view, parts] of [["chart", { by: "sex" }], ["time", { by: "sex" }], ["difference", { by: "home_type", pair: "sex:K:M" }]]) {
    await explore(page, { view, ...parts });
    await summary(page).click();
    const twin = page.locator(".explore__column table").first();
    const names = await twin.evaluate((table) => [...table.querySelectorAll("tbody th")].map((cell) => cell.textContent));
    const lines = (await taken(page, shown(page), "as_csv_for_excel")).bytes.toString().slice(1).split("\r\n\r\n")[0].split("\r\n");
    expect(lines.slice(1).map((line) => line.split(";")[1])).toEqual(names);
  }
});
