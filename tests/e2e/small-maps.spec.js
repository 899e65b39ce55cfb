// The map as squares of one size, one map for each category, and classes by limits of the reader's own.
import { asked, card, explore, map, picked, place, row, rows, select } from "./explore.js";
import { dataset, outlines } from "./files.js";
import { hands, reach } from "./hands.js";
import { expect, test } from "./support.js";
import { say } from "./words.js";
import { written } from "./written.js";

const demo = dataset("demo");
const counties = outlines("county");
const small = (page) => page.locator(".small-map");
const smallMap = (page, n) => page.locator(`#map-${n}`);
const areaOf = (page, n, code) => smallMap(page, n).locator(`path[data-place="${counties.place(code)}"]`);
const said = (page) => page.locator(".small-maps > [aria-live]");
const sexes = demo.codes("sex").filter((code) => code !== demo.insyn.dimensions.sex.total);
const edges = (text) => (text.match(/\d+(?:,\d+)?/g) ?? []).map((number) => Number(number.replace(",", ".")));
const labels = async (page) => (await page.locator(".legend__label").allInnerTexts()).filter((text) => /\d/.test(text));
const counts = async (page) => (await page.locator(".legend__count").allInnerTexts()).map((text) => Number.parseInt(text.replaceAll(/\s/g, ""), 10));
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

for (const hand of hands)
  test(`the map is drawn as squares when that is chosen ${hand.name}`, async ({ page }) => {
    await explore(page, { level: "county" });
    await expect(page).toHaveURL(/shape=outline/);
    const before = await counts(page);
    await hand.choose(select(page, "shape"), "tiles");
    await expect(page).toHaveURL(/shape=tiles/);
    const squares = map(page).locator(".map-view__areas path");
    await expect(squares).toHaveCount(21);
    await expect(page.locator(".map-view__tiled")).toHaveText(say("map::tiles_say"));
    const boxes = await squares.evaluateAll((paths) => paths.map((path) => path.getBBox()).map(({ x, y, width, height }) => ({ x, y, width, height })));
    expect(new Set(boxes.map(({ width, height }) => `${width}×${height}`)).size, "all are of one size").toBe(1);
    expect(new Set(boxes.map(({ x, y }) => `${x},${y}`)).size, "no two share a place").toBe(21);
    expect(await counts(page), "the legend is the same").toEqual(before);
    await expect(page.locator(".map-inset")).toHaveCount(0);
  });

test("a square is picked, walked from, and keeps its shade", async ({ page }) => {
  await explore(page, { level: "county", area: "03" });
  const shade = await map(page).locator(`path[data-place="${counties.place("03")}"]`).getAttribute("class");
  await select(page, "shape").selectOption("tiles");
  const square = (code) => map(page).locator(`path[data-place="${counties.place(code)}"]`);
  await expect(square("03")).toHaveAttribute("class", shade);
  await expect(picked(page)).toHaveCount(1);
  await reach(map(page));
  await page.keyboard.press("ArrowDown");
  // Stockholm lies under Uppsala.
  await expect(page).toHaveURL(/area=01/);
  await page.keyboard.press("ArrowUp");
  await expect(page).toHaveURL(/area=03/);
  await square("12").click();
  await expect(place(page)).toHaveText(demo.label("area", "12"));
  await expect(map(page).locator(".tile-labels text").filter({ hasText: "Skåne" })).toBeVisible();
});

test("every municipality has a square", async ({ page }) => {
  await explore(page, { level: "municipality", shape: "tiles" });
  await expect(map(page).locator(".map-view__areas path")).toHaveCount(290);
  await expect(page.locator(".tile-labels")).toHaveCount(0);
  expect(sum(await counts(page))).toBe(290);
});

for (const hand of hands)
  test(`one map for each is chosen ${hand.name}, and left again`, async ({ page }) => {
    await explore(page, { level: "county" });
    await expect(page).toHaveURL(/each=none/);
    await hand.choose(select(page, "each"), "sex");
    await expect(page).toHaveURL(/each=sex/);
    await expect(small(page)).toHaveCount(sexes.length);
    await expect(page.locator(".small-map__title")).toHaveText(sexes.map((code) => demo.label("sex", code)));
    await expect(page.locator(".legend")).toHaveCount(1);
    await expect.poll(() => page.locator(".small-map .map-view__areas path").count()).toBe(21 * sexes.length);
    expect(sum(await counts(page)), "the legend counts every area of every map").toBe(21 * sexes.length);
    await expect(page.locator(".legend__note").last()).toHaveText(say("map::counts_of_all_maps"));
    await hand.choose(select(page, "each"), "none");
    await expect(map(page)).toBeVisible();
    await expect(small(page)).toHaveCount(0);
  });

test("a table that has been that of several maps keeps no stripes and no small print of theirs", async ({ page }) => {
  await explore(page, { level: "county", each: "home_type", view: "all" });
  const looks = page.locator(".table-card tbody td[class]");
  await expect(looks).not.toHaveCount(0);
  await expect(page.locator(".table-card .data-table__below").first()).toBeAttached();
  await select(page, "each").selectOption("none");
  await expect(page.locator(".table-card thead th")).not.toHaveCount(demo.codes("home_type").length);
  await expect(page.locator(".table-card .data-table__below")).toHaveCount(0);
  await expect(page.locator(".table-card .data-table__hidden")).toHaveCount(0);
});

test("each small map paints and says the figures of its own category, by the classes that all share", async ({ page }) => {
  await explore(page, { level: "county", each: "sex", classes: "own:20:30:40" });
  await expect(small(page)).toHaveCount(sexes.length);
  const limits = [20, 30, 40];
  for (const [n, sex] of sexes.entries()) {
    await expect(smallMap(page, n).locator("path[data-place]")).toHaveCount(21);
    for (const code of counties.codes) {
      const { value } = demo.answer("share", { area: code, sex });
      if (value === null) continue;
      await expect(areaOf(page, n, code)).toHaveClass(new RegExp(`area--class-${limits.filter((limit) => limit <= value).length}\\b`));
    }
  }
});

test("what is pointed at or picked on one small map is marked on all", async ({ page }) => {
  await explore(page, { level: "county", each: "sex" });
  await expect(smallMap(page, sexes.length - 1).locator("path[data-place]")).toHaveCount(21);
  await areaOf(page, 0, "24").hover();
  await expect(page.locator(".small-map .map-view__pointed")).toHaveCount(sexes.length);
  const tip = page.locator(".map-tooltip");
  for (const sex of sexes) await expect(tip).toContainText(`${demo.label("sex", sex)}: ${written(demo.answer("share", { area: "24", sex }), "sv")}`);
  await areaOf(page, 1, "24").click();
  await expect(page).toHaveURL(/area=24/);
  await expect(page.locator(".small-map .map-view__picked")).toHaveCount(sexes.length);
  await expect(card(page)).toContainText(demo.label("area", "24"));
  // The legend lights up the same shade on every map.
  const line = page.locator(".legend__row").first();
  await line.click();
  await page.mouse.move(0, 0);
  const shade = (await line.locator(".legend__swatch rect").getAttribute("class")).split(" ")[1];
  await expect(page.locator(`.small-map .${shade}.area--dimmed`)).toHaveCount(0);
  await expect(page.locator(".small-map .area--dimmed").first()).toBeAttached();
  await expect(rows(page), "a row has a shade for each map").toHaveCount(21);
});

const kinds = ["higher", "lower", "not-apart"];
const outsideOf = { sv: /^Av (\d+) bedömda ligger (\d+) utanför .* skiljer sig (\d+)\.$/, en: /^Of (\d+) judged, (\d+) lie outside .* (\d+) differ\.$/ };

for (const language of ["sv", "en"])
  test(`the verdict's notes of several small maps stand below them, each with its map's name and numbers, in ${language}`, async ({ page }) => {
    const asking = { level: "county", period: "2022", colour: "verdict", lang: language };
    await explore(page, { ...asking, each: "sex" });
    await expect(smallMap(page, sexes.length - 1).locator("path[data-place]")).toHaveCount(21);
    const notes = (await page.locator(".small-maps .legend__note").allInnerTexts()).map((note) => note.trim());
    const [maps, legend] = [await page.locator(".small-maps__maps").boundingBox(), await page.locator(".small-maps .legend__note").first().boundingBox()];
    expect(legend.y).toBeGreaterThanOrEqual(maps.y + maps.height);
    expect(notes.slice(-2)).toEqual([say("map::judged_map_by_map", language), say("map::counts_of_all_maps", language)]);
    const counted = [];
    for (const n of sexes.keys()) counted.push(await Promise.all(kinds.map((kind) => smallMap(page, n).locator(`path.area--${kind}[data-place]`).count())));
    expect(sum(counted.flat()), "something is judged").toBeGreaterThan(0);
    let n_told = 0;
    for (const [n, sex] of sexes.entries()) {
      const [higher, lower, notApart] = counted[n];
      const name = `${demo.label("sex", sex, language)}: `;
      // Of all maps the same is said once, without a name.
      const own = notes.filter((note) => note.startsWith(name)).map((note) => note.slice(name.length)).concat(notes);
      const told = own.find((note) => outsideOf[language].test(note));
      if (higher + lower + notApart < 2) {
        expect(told).toBeUndefined();
        continue;
      }
      const [judged, outside, apart] = told.match(outsideOf[language]).slice(1).map(Number);
      expect({ judged, apart }, name).toEqual({ judged: higher + lower + notApart, apart: higher + lower });
      expect(outside).toBeGreaterThanOrEqual(apart);
      n_told += 1;
    }
    expect(n_told).toBeGreaterThan(0);
    // The map of one alone says the same of itself.
    for (const sex of sexes) {
      await explore(page, { ...asking, sex });
      await expect(map(page).locator(".map-view__areas path")).toHaveCount(21);
      const name = `${demo.label("sex", sex, language)}: `;
      for (const note of await page.locator(".legend__note").allInnerTexts()) expect(notes.includes(note.trim()) || notes.includes(name + note.trim()), note).toBe(true);
    }
  });

test("the table beside small maps has a column for each", async ({ page }) => {
  await explore(page, { level: "county", each: "sex" });
  await expect(rows(page)).toHaveCount(21);
  const heads = await page.locator(".table-card thead th").allInnerTexts();
  expect(heads.slice(1).map((head) => head.trim())).toEqual(sexes.map((code) => demo.label("sex", code)));
  const line = row(page, demo.label("area", "12"));
  for (const [n, sex] of sexes.entries()) await expect(line.locator("td").nth(n)).toContainText(written(demo.answer("share", { area: "12", sex }), "sv"));
  await expect(page.locator(".table-card .data-table__note").last()).toHaveText(say("map::read_twin_of_each"));
});

for (const language of ["sv", "en"])
  test(`small maps are named by a sentence each and walked with the arrow keys, in ${language}`, async ({ page }) => {
    await explore(page, { level: "county", each: "sex", area: "03", lang: language });
    for (const [n, sex] of sexes.entries()) {
      await expect(smallMap(page, n)).toHaveAttribute("role", "application");
      await expect(smallMap(page, n)).toHaveAttribute("aria-label", new RegExp(demo.label("sex", sex, language), "i"));
    }
    await reach(smallMap(page, 1));
    await page.keyboard.press("ArrowUp");
    await expect(page).not.toHaveURL(/area=03/);
    const to = asked(page).area;
    const value = written(demo.answer("share", { area: to, sex: sexes[1] }), language).replace(/\u00a0?%/, language === "sv" ? " procent" : " per cent");
    await expect(said(page)).toContainText(`${say("map::north", language)}: ${demo.label("area", to, language)}`);
    await expect(said(page)).toContainText(value);
    await expect(smallMap(page, 1)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/area=00/);
  });

test("a dimension that is not published by municipality is shut with its reason, and numbers have no small maps", async ({ page }) => {
  await explore(page, { level: "municipality" });
  const option = select(page, "each").locator('option[value="sex"]');
  await expect(option).toBeDisabled();
  await expect(option).toContainText("publiceras inte per kommun");
  await expect(select(page, "each").locator('option[value="period"]')).toBeEnabled();
  await explore(page, { level: "municipality", each: "sex" });
  await expect(page.locator(".map-card .explore__no-map")).toContainText("publiceras inte per kommun");
  await expect(map(page)).toBeVisible();
  await explore(page, { level: "county", each: "sex", measure: "found" });
  await expect(select(page, "each")).toBeDisabled();
  await expect(page.locator("#select-each-reason")).toHaveText(say("map::each_not_counts"));
  await expect(map(page)).toBeVisible();
  expect(asked(page).each, "what was chosen stays").toBe("sex");
});

test("small maps and squares go together, and are taken along as one picture", async ({ page }) => {
  await explore(page, { level: "county", each: "period", shape: "tiles", view: "map" });
  const n = Math.min(6, demo.codes("period").length);
  await expect(small(page)).toHaveCount(n);
  await expect(smallMap(page, n - 1).locator("path[data-place]")).toHaveCount(21);
  await page.locator(".take > summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: say("taken::map_as_svg"), exact: true }).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const seen = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    return { n_paths: root.querySelectorAll("path").length, words: [...root.querySelectorAll("text")].map((it) => it.textContent).join(" ") };
  }, Buffer.concat(chunks).toString());
  expect(seen.n_paths).toBeGreaterThanOrEqual(21 * n);
  for (const period of demo.codes("period").slice(-n)) expect(seen.words).toContain(demo.label("period", period));
  expect(seen.words).toContain((await page.locator(".legend__label").first().innerText()).split(/\s+/)[0]);
});

for (const width of [375, 1280])
  test(`at ${width} pixels small maps stand side by side and nothing is wider than the page`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await explore(page, { level: "county", each: "sex" });
    await expect(small(page)).toHaveCount(sexes.length);
    const tops = await small(page).evaluateAll((maps) => maps.map((map) => Math.round(map.getBoundingClientRect().top)));
    expect(tops[0], "two in a row at the least").toBe(tops[1]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

test("own limits begin where the classes were, and are typed", async ({ page }) => {
  await explore(page, { level: "county", classes: "equal" });
  const before = { labels: await labels(page), counts: await counts(page) };
  await select(page, "classes").selectOption("own");
  await expect(page).toHaveURL(/classes=own:/);
  expect({ labels: await labels(page), counts: await counts(page) }).toEqual(before);
  const field = page.getByLabel(say("map::limits"), { exact: true });
  await field.fill("10; 20,5 30");
  await field.press("Enter");
  await expect(page).toHaveURL(/classes=own:10:20\.5:30/);
  await expect(field).toHaveValue("10; 20,5; 30");
  await expect.poll(async () => [...new Set((await labels(page)).flatMap(edges))]).toEqual([10, 20.5, 30]);
  const value = (code) => demo.answer("share", { area: code }).value;
  const expected = [0, 1, 2, 3].map((place) => counties.codes.filter((code) => value(code) !== null && [10, 20.5, 30].filter((limit) => limit <= value(code)).length === place).length);
  expect((await counts(page)).slice(0, 4)).toEqual(expected);
  // Another year has the same limits.
  await select(page, "period").selectOption("2021");
  await expect(page).toHaveURL(/period=2021/);
  await expect(page).toHaveURL(/classes=own:10:20\.5:30/);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/classes=own:/);
});

test("limits that are none are told why, and nothing is lost", async ({ page }) => {
  await explore(page, { level: "county", classes: "own:10:20" });
  const field = page.getByLabel(say("map::limits"), { exact: true });
  const wrong = page.locator(".limits-field__wrong");
  for (const [typed, told] of [["10; tjugo", /tjugo/], ["30; 20", /20 .*30/], ["1 2 3 4 5 6 7", /7/], ["", new RegExp(say("map::limits_nothing"))]]) {
    await field.fill(typed);
    await field.press("Tab");
    await expect(wrong).toHaveText(told);
    await expect(field).toHaveValue(typed);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    expect(asked(page).classes).toBe("own:10:20");
    expect([...new Set((await labels(page)).flatMap(edges))]).toEqual([10, 20]);
  }
  await field.fill("5 15 25 35 45 55");
  await field.press("Tab");
  await expect(wrong).toHaveText("");
  await expect.poll(async () => (await labels(page)).length).toBe(7);
  const fills = await page.locator(".legend__swatch rect[class*=area--class]").evaluateAll((all) => all.map((it) => getComputedStyle(it).fill));
  expect(new Set(fills).size, "seven colours").toBe(7);
});

test("wrong parts of an address are told", async ({ page }) => {
  for (const [part, shown] of [["shape=globe", "globe"], ["each=area", "area"], ["classes=own:20:10", "own:20:10"], ["classes=own:20:30.1234567", "own:20:30.1234567"]]) {
    await page.goto(`utforska/?dataset=demo&level=county&${part}`);
    await expect(page.locator(".notice")).toContainText(shown);
  }
});
