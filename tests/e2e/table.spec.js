// The tables: every row of the file, in Swedish order, found by typing, and each number written as it should be.
import { asked, cells, chart, expectedCells, explore, rows, select, view } from "./explore.js";
import { dataset, outlines } from "./files.js";
import { hands } from "./hands.js";
import { expect, open, test } from "./support.js";
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

const head = (page, place) => page.locator(".table-card thead th").nth(place);
const saidOfOrder = (page) => page.locator(".table-card .data-table__sorted");

for (const hand of hands)
  test(`every column sorts ${hand.name}: rising, falling, as it was; what has no figure stands last both ways`, async ({ page }) => {
    await explore(page, { view: "table", level: "county" });
    const codes = demo.codes("area").filter((code) => code.length === 2 && code !== "00");
    const answers = new Map(codes.map((code) => [demo.label("area", code), demo.answer("share", { area: code })]));
    const given = await names(page);
    expect(given).toHaveLength(answers.size);
    await expect(head(page, 1)).not.toHaveAttribute("aria-sort");
    await hand.press(head(page, 1).getByRole("button"));
    await expect(head(page, 1)).toHaveAttribute("aria-sort", "ascending");
    for (const [way, sign] of [["ascending", 1], ["descending", -1]]) {
      await expect(head(page, 1)).toHaveAttribute("aria-sort", way);
      await expect(head(page, 1).getByRole("button")).toBeFocused();
      const sorted = await names(page);
      expect([...sorted].sort()).toEqual([...given].sort());
      const values = sorted.map((name) => answers.get(name).value ?? null);
      const known = values.filter((value) => value !== null);
      expect(known).toEqual([...known].sort((one, other) => sign * (one - other)));
      expect(values.slice(0, known.length)).toEqual(known);
      await expect(saidOfOrder(page)).toContainText(await head(page, 1).innerText());
      await hand.press(head(page, 1).getByRole("button"));
    }
    await expect(head(page, 1)).not.toHaveAttribute("aria-sort");
    await expect(saidOfOrder(page)).toBeEmpty();
    expect(await names(page)).toEqual(given);
  });

test("a sorted table is searched, and a row that is picked in it is the one that was pressed", async ({ page }) => {
  await explore(page, { view: "table" });
  await head(page, 0).getByRole("button").click();
  await head(page, 0).getByRole("button").click();
  await expect(head(page, 0)).toHaveAttribute("aria-sort", "descending");
  await box(page).fill("borg");
  const shown = await names(page);
  expect(shown).toEqual([...shown].sort(new Intl.Collator("sv").compare).reverse());
  await rows(page).first().getByRole("button").click();
  await expect(page.locator(".figure-card__place")).toHaveText(shown[0]);
  expect(await names(page)).toEqual(shown);
});

for (const hand of hands)
  test(`the order stands in the address ${hand.name}: Back undoes it, and the link gives the same rows`, async ({ page, context }) => {
    await explore(page, { view: "table", level: "county" });
    expect(asked(page).sort).toBeUndefined();
    const given = await names(page);
    await hand.press(head(page, 1).getByRole("button"));
    await expect(page).toHaveURL(/[?&]sort=value(&|$)/);
    await hand.press(head(page, 1).getByRole("button"));
    await expect(page).toHaveURL(/[?&]sort=-value(&|$)/);
    await expect(head(page, 1)).toHaveAttribute("aria-sort", "descending");
    const sorted = await names(page);
    expect(sorted).not.toEqual(given);
    const other = await context.newPage();
    await open(other, page.url());
    await expect(head(other, 1)).toHaveAttribute("aria-sort", "descending");
    expect(await names(other)).toEqual(sorted);
    expect(other.url()).toBe(page.url());
    await page.goBack();
    await expect(head(page, 1)).toHaveAttribute("aria-sort", "ascending");
    await page.goBack();
    await expect(head(page, 1)).not.toHaveAttribute("aria-sort");
    expect(await names(page)).toEqual(given);
    expect(asked(page).sort).toBeUndefined();
    await page.goForward();
    await expect(head(page, 1)).toHaveAttribute("aria-sort", "ascending");
  });

test("the order stays in the other language, in other views and for other questions that have the column", async ({ page }) => {
  await explore(page, { view: "table", level: "county", sort: "-n" });
  const sorted = page.locator(".table-card thead th[aria-sort]");
  await expect(sorted).toHaveAttribute("aria-sort", "descending");
  await page.getByRole("link", { name: say("frame::other_language"), exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(asked(page).sort).toBe("-n");
  await expect(sorted).toHaveAttribute("aria-sort", "descending");
  await select(page, "period").selectOption("2020");
  await expect(page).toHaveURL(/period=2020/);
  expect(asked(page).sort).toBe("-n");
  await expect(sorted).toHaveAttribute("aria-sort", "descending");
  await view(page, "Map").click();
  await expect(page.locator(".table-card")).toHaveCount(0);
  expect(asked(page).sort).toBe("-n");
  await view(page, "All").click();
  await expect(sorted).toHaveAttribute("aria-sort", "descending");
  // A number of homes is divided by nothing: the column goes, and the order with it, without a word.
  await select(page, "measure").selectOption("found");
  await expect(page).not.toHaveURL(/sort=/);
  await expect(page).toHaveURL(/measure=found/);
  await expect(sorted).toHaveCount(0);
  await expect(page.locator(".notice")).toHaveCount(0);
  await page.goBack();
  await expect(sorted).toHaveAttribute("aria-sort", "descending");
});

for (const [view, sort] of [["all", "shoe_size"], ["table", "-shoe_size"], ["crosstab", "value"]])
  test(`a column that is not there, “${sort}” in ${view}, sorts nothing, and the page says so`, async ({ page }) => {
    await explore(page, { view, level: "county", sort });
    const told = page.locator(".notice").getByRole("listitem");
    await expect(told).toHaveCount(1);
    await expect(told).toContainText(`sort=${sort}`);
    await expect(page).not.toHaveURL(/sort=/);
    await expect(page.locator("[aria-sort]")).toHaveCount(0);
    await select(page, "period").selectOption("2021");
    await expect(page.locator(".notice")).toHaveCount(0);
  });

test("an order that a link had for a table not yet seen goes without a word when the reader has chosen what has no such column", async ({ page }) => {
  await explore(page, { view: "map", level: "county", sort: "-n" });
  expect(asked(page).sort).toBe("-n");
  await select(page, "measure").selectOption("found");
  await expect(page).toHaveURL(/measure=found/);
  await view(page, say("explore::view_table")).click();
  await expect(page.locator(".table-card")).toBeVisible();
  await expect(page).not.toHaveURL(/sort=/);
  await expect(page.locator(".notice")).toHaveCount(0);
});

test("the head and the names stay where they are when a large table is moved", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await explore(page, { view: "table" });
  const scroll = page.locator(".table-card .data-table__scroll");
  const at = async (target) => target.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    const frame = element.closest(".data-table__scroll").getBoundingClientRect();
    return [Math.round(left - frame.left), Math.round(top - frame.top)];
  });
  const [, headAt] = await at(head(page, 1));
  const [nameAt] = await at(rows(page).first().locator("th"));
  await scroll.evaluate((element) => element.scrollTo(120, 400));
  expect((await at(head(page, 1)))[1]).toBe(headAt);
  expect((await at(rows(page).nth(12).locator("th")))[0]).toBe(nameAt);
});

for (const language of ["sv", "en"])
  test(`the table is copied as it stands, for a spreadsheet, in ${language}`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await explore(page, { view: "table", lang: language });
    await box(page).fill("borg");
    await head(page, 1).getByRole("button").click();
    const shown = await names(page);
    await page.locator(".table-card").getByRole("button", { name: say("table::copy", language) }).click();
    const said = page.locator(".table-card .data-table__copied");
    await expect(said).toContainText(String(shown.length));
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).trimEnd().split(/\r?\n/).map((line) => line.split("\t"));
    const heads = await page.locator(".table-card thead th").allInnerTexts();
    expect(lines[0]).toEqual(heads.map((text) => text.trim()));
    expect(lines.slice(1).map(([name]) => name)).toEqual(shown);
    // No thousands are parted, no minus is a dash, and the decimal sign is the reader's.
    for (const [, value] of lines.slice(1)) expect(value).not.toMatch(language === "sv" ? /\d\.\d|\u2212/ : /\d,\d|\u2212/);
    await box(page).fill("");
    await expect(said).toBeEmpty();
  });

test("a browser that does not let the page copy is told of, with what to do instead", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
  });
  await explore(page, { view: "table" });
  await page.locator(".table-card").getByRole("button", { name: say("table::copy") }).click();
  await expect(page.locator(".table-card .data-table__copied")).toHaveText(say("table::not_copied"));
});
