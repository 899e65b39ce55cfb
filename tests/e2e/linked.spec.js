// Map, figure, chart and table are one view: what is picked in one is picked in all, and they say the same number.
import { asked, cells, chart, clickArea, expectedCells, explore, figure, map, picked, place, pointOf, row, rows, saidByChart, search, select, view } from "./explore.js";
import { dataset, outlines } from "./files.js";
import { hands, reach } from "./hands.js";
import { expect, test } from "./support.js";
import { say } from "./words.js";
import { written } from "./written.js";

const demo = dataset("demo");
const towns = outlines();

/** All parts show this municipality, with the number that the file gives it. */
async function allShow(page, code) {
  const name = towns.name(code);
  const shown = written(demo.answer("share", { area: code }), "sv");
  await expect(place(page)).toHaveText(name);
  await expect(figure(page)).toHaveText(shown);
  await expect(page.locator("#chart-title")).toContainText(name);
  await expect(row(page, name)).toHaveClass(/data-table__row--picked/);
  await expect(row(page, name).getByRole("button")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".table-card .data-table__row--picked")).toHaveCount(1);
  expect(await cells(row(page, name))).toEqual(expect.arrayContaining([name, shown]));
  await expect(picked(page)).toHaveAttribute("d", await page.locator(`#map path[data-place="${towns.place(code)}"]`).getAttribute("d"));
  await expect(page.locator(".figure-card [aria-live]")).toContainText(name);
  expect(asked(page).area).toBe(code);
}

test("a click on the map picks everywhere", async ({ page }) => {
  await explore(page);
  for (const code of ["2584", "0980", "1780"]) {
    await clickArea(page, code);
    await allShow(page, code);
  }
});

test("a click in an inset picks everywhere", async ({ page }) => {
  await explore(page);
  const inset = page.locator(".map-inset svg").first();
  const { x, y } = await pointOf(page, "0180", { map: ".map-inset svg" });
  await page.mouse.click(x, y);
  await allShow(page, "0180");
  await expect(inset.locator(".map-view__picked")).toHaveCount(1);
});

for (const hand of hands) {
  test(`a row of the table picks everywhere, ${hand.name}`, async ({ page }) => {
    await explore(page);
    await hand.write(page.locator("#table-search"), "Umeå");
    await expect(rows(page)).toHaveCount(1);
    await hand.press(rows(page).first().getByRole("button"));
    await allShow(page, "2480");
  });

  test(`the search box of the map picks everywhere, ${hand.name}`, async ({ page }) => {
    await explore(page);
    await hand.write(search(page), "haparanda");
    if (hand.name !== "by keyboard") await hand.press(page.locator("#map-list").getByRole("option").first());
    else await page.keyboard.press("Enter");
    await allShow(page, "2583");
  });

  test(`a row of the chart's table picks everywhere, ${hand.name}`, async ({ page }) => {
    await explore(page, { level: "county", by: "home_type" });
    await hand.press(page.locator(".bar-chart__table > summary"));
    await hand.press(page.locator(".bar-chart__table").getByRole("button", { name: "HVB", exact: true }));
    await expect(select(page, "home_type")).toHaveValue("hvb");
    await expect(figure(page)).toHaveText(written(demo.answer("share", { home_type: "hvb" }), "sv"));
  });
}

const pointed = (page) => page.locator("#map .map-view__pointed");
const pointedRows = (page) => page.locator(".table-card .data-table__row--pointed");
const ring = (page) => page.locator(".funnel__ring--pointed");
const pathOf = (page, code) => page.locator(`#map path[data-place="${towns.place(code)}"]`).getAttribute("d");
const heights = (page) => rows(page).evaluateAll((rows) => rows.slice(0, 40).map((row) => row.getBoundingClientRect().height));
const away = (page) => page.mouse.move(2, 2);

/** Of all the views that are shown, each marks this municipality and no other. */
async function allMark(page, code) {
  await expect(pointedRows(page)).toHaveCount(1);
  await expect(pointedRows(page).getByRole("rowheader")).toHaveText(towns.name(code));
  await expect(pointed(page)).toHaveCount(1);
  await expect(pointed(page)).toHaveAttribute("d", await pathOf(page, code));
}

const noneMarks = async (page) => {
  for (const mark of [pointed, pointedRows, ring]) await expect(mark(page)).toHaveCount(0);
};

test("what the pointer is on in the map is marked in the table, and nothing moves, is picked or is said", async ({ page }) => {
  await explore(page);
  await noneMarks(page);
  const before = { url: page.url(), heights: await heights(page), figure: await figure(page).innerText() };
  for (const code of ["2584", "0980"]) {
    const { x, y } = await pointOf(page, code);
    await page.mouse.move(x, y);
    await allMark(page, code);
  }
  expect({ url: page.url(), heights: await heights(page), figure: await figure(page).innerText() }).toEqual(before);
  await expect(page.locator(".map-view > [aria-live]")).toBeEmpty();
  await away(page);
  await noneMarks(page);
});

test("a row under the pointer is marked on the map and its insets, without the page's making the areas anew", async ({ page }) => {
  await explore(page);
  await page.locator("#map .map-view__areas path").first().evaluate((path) => (path.isTheSame = true));
  for (const name of ["Ale", "Alingsås"]) {
    await row(page, name).locator("td").first().hover();
    await allMark(page, towns.codes.find((code) => towns.name(code) === name));
  }
  await expect(page.locator(".map-inset .map-view__pointed")).toHaveCount(await page.locator(".map-inset").count());
  expect(await page.locator("#map .map-view__areas path").first().evaluate((path) => path.isTheSame)).toBe(true);
  await away(page);
  await noneMarks(page);
});

test("a row that the keyboard is on is marked on the map, wherever it stands, until the keyboard leaves", async ({ page }) => {
  await explore(page, { sort: "-label" });
  const [first, second] = towns.codes.map((code) => [towns.name(code), code]).sort(([one], [other]) => new Intl.Collator("sv").compare(other, one));
  await reach(rows(page).first().getByRole("button"));
  await allMark(page, first[1]);
  await page.keyboard.press("ArrowDown");
  await allMark(page, second[1]);
  await page.keyboard.press("ArrowRight");
  await allMark(page, second[1]);
  await page.locator("#table-search").focus();
  await noneMarks(page);
});

test("a row that comes back by searching is marked anew, and only once", async ({ page }) => {
  // Both on the screen, and the box written in without being gone to: nothing is scrolled from under the pointer.
  await page.setViewportSize({ width: 1600, height: 1600 });
  await explore(page, { view: "map", beside: "table" });
  const write = (text) => page.locator("#table-search").evaluate((box, text) => {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
  const { x, y } = await pointOf(page, "2584");
  await page.mouse.move(x, y);
  await allMark(page, "2584");
  await write("umeå");
  await expect(rows(page)).toHaveCount(1);
  await expect(pointedRows(page)).toHaveCount(0);
  await expect(pointed(page)).toHaveCount(1);
  await write("");
  await expect(rows(page)).toHaveCount(290);
  await allMark(page, "2584");
});

test("the funnel plot, the map and the table mark the same", async ({ page }) => {
  await explore(page, { view: "funnel", beside: "map", period: "2022" });
  // The dot of most homes is drawn last, and so above all others.
  const dot = page.locator(".funnel__dots circle").last();
  await dot.hover();
  await expect(ring(page)).toHaveCount(1);
  await expect(ring(page)).toHaveAttribute("cx", await dot.getAttribute("cx"));
  const name = await page.locator(".map-tooltip strong").innerText();
  const code = towns.codes.find((code) => towns.name(code) === name);
  await allMark(page, code);
  await row(page, name).locator("td").first().hover();
  await expect(ring(page)).toHaveAttribute("cx", await dot.getAttribute("cx"));
  await away(page);
  await noneMarks(page);
  // By keyboard the ring of the keyboard is enough, and the other views mark.
  await reach(page.locator("#funnel"));
  await page.keyboard.press("Home");
  await expect(pointedRows(page)).toHaveCount(1);
  await expect(pointed(page)).toHaveCount(1);
  await expect(ring(page)).toHaveCount(0);
  await page.keyboard.press("Tab");
  await noneMarks(page);
});

test("a bar that is pointed at is marked on the map where it is an area, and only there", async ({ page }) => {
  await explore(page, { level: "county", by: "area" });
  await page.locator("#chart svg").waitFor();
  await reach(chart(page));
  // The first bar is the nation's, which is no area of this map.
  await page.keyboard.press("Home");
  await noneMarks(page);
  await page.keyboard.press("ArrowDown");
  await expect(pointedRows(page)).toHaveCount(1);
  await expect(pointed(page)).toHaveCount(1);
  await expect(saidByChart(page)).toContainText(await pointedRows(page).getByRole("rowheader").innerText());
  // A year may be written as a municipality's code is.
  await explore(page, { level: "municipality", by: "period" });
  await page.locator("#chart svg").waitFor();
  await reach(chart(page));
  await page.keyboard.press("End");
  await expect(saidByChart(page)).toContainText("20");
  await noneMarks(page);
});

test("a bar under the pointer is marked on the map, and a row marks its bar", async ({ page }) => {
  await explore(page, { level: "county", by: "area" });
  const name = demo.label("area", "12");
  const label = page.locator("#chart svg text").filter({ hasText: new RegExp(`^${name}$`) });
  await label.scrollIntoViewIfNeeded();
  const { y, height } = await label.boundingBox();
  const box = await chart(page).boundingBox();
  await page.mouse.move(box.x + box.width / 2, y + height / 2);
  await expect(pointedRows(page).getByRole("rowheader")).toHaveText(name);
  await expect(pointed(page)).toHaveAttribute("d", await page.locator(`#map path[data-place="${outlines("county").place("12")}"]`).getAttribute("d"));
  await away(page);
  await noneMarks(page);
  // By the colour that a lit row has in `--chart-row-lit`.
  const lit = () => page.locator("#chart svg path").evaluateAll((paths) => paths.filter((path) => getComputedStyle(path).fill === "rgb(241, 246, 246)").length);
  await expect.poll(lit).toBe(0);
  await row(page, name).locator("td").first().hover();
  await expect.poll(lit).toBe(1);
  await expect(saidByChart(page)).toBeEmpty();
});

const compared = (page) => page.locator(".difference__row:not(.difference__row--head)");
const comparedRow = (page, name) => compared(page).filter({ has: page.locator(`.difference__label:text-is("${name}")`) });
const pointedCompared = (page) => page.locator(".difference__row--pointed");
const countyPath = (page, code) => page.locator(`#map path[data-place="${outlines("county").place(code)}"]`);

test("the rows of the difference and the map mark the same county", async ({ page }) => {
  await explore(page, { view: "difference", beside: "map", level: "county", by: "area", pair: "sex:K:M" });
  await countyPath(page, "12").waitFor();
  for (const code of ["12", "24"]) {
    await comparedRow(page, demo.label("area", code)).hover();
    await expect(pointed(page)).toHaveCount(1);
    await expect(pointed(page)).toHaveAttribute("d", await countyPath(page, code).getAttribute("d"));
    await expect(pointedCompared(page).locator(".difference__label")).toHaveText(demo.label("area", code));
  }
  await away(page);
  await expect(pointed(page)).toHaveCount(0);
  await expect(pointedCompared(page)).toHaveCount(0);
  const { x, y } = await pointOf(page, "24", { level: "county" });
  await page.mouse.move(x, y);
  await expect(pointedCompared(page).locator(".difference__label")).toHaveText(demo.label("area", "24"));
  await away(page);
  await expect(pointedCompared(page)).toHaveCount(0);
  // By keyboard the same, until it leaves.
  await reach(page.locator("#difference"));
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  const name = await page.locator(".difference__row--lit .difference__label").innerText();
  const code = demo.codes("area").find((code) => code.length === 2 && demo.label("area", code) === name);
  await expect(pointed(page)).toHaveAttribute("d", await countyPath(page, code).getAttribute("d"));
  await page.keyboard.press("Tab");
  await expect(pointed(page)).toHaveCount(0);
});

test("a row of a category is marked in the difference and its table, and in the crosstab; another dimension's is not", async ({ page }) => {
  await explore(page, { view: "difference", beside: "crosstab", by: "home_type", across: "ownership", pair: "sex:K:M", level: "county" });
  const crossed = page.locator(".crosstab .data-table__row--pointed");
  const hvb = demo.label("home_type", "hvb");
  await comparedRow(page, hvb).hover();
  await expect(crossed.getByRole("rowheader")).toHaveText(hvb);
  await page.locator(".crosstab tbody tr").filter({ has: page.getByRole("rowheader", { name: demo.label("home_type", "stodboende"), exact: true }) }).locator("td").first().hover();
  await expect(pointedCompared(page).locator(".difference__label")).toHaveText(demo.label("home_type", "stodboende"));
  await page.locator(".difference .bar-chart__table > summary").click();
  const twin = page.locator(".difference .data-table tbody tr").filter({ has: page.getByRole("rowheader", { name: hvb, exact: true }) });
  await twin.locator("td").first().hover();
  await expect(pointedCompared(page).locator(".difference__label")).toHaveText(hvb);
  await expect(crossed.getByRole("rowheader")).toHaveText(hvb);
  // Years: no row of the map or of another dimension is theirs.
  await explore(page, { view: "difference", beside: "table", level: "county", by: "period", pair: "sex:K:M" });
  await comparedRow(page, "2021").hover();
  await expect(pointedCompared(page)).toHaveCount(1);
  await expect(pointedRows(page)).toHaveCount(0);
});

const series = (page) => page.locator(".time__series--pointed");
const keyed = (page) => page.locator(".time__key--pointed");
const strip = (page, line, period) => page.locator(`.time__nearest[data-line="${line}"][data-place="${period}"]`);

test("the line of a place and its area on the map mark each other; the nation is no area of the map", async ({ page }) => {
  await explore(page, { view: "time", beside: "map", level: "county", area: "12", by: "area", measure: "share" });
  await countyPath(page, "12").waitFor();
  await page.locator(".time__key").first().hover();
  await expect(series(page)).toHaveCount(1);
  await expect(keyed(page)).toHaveText(demo.label("area", "12"));
  await expect(pointed(page)).toHaveAttribute("d", await countyPath(page, "12").getAttribute("d"));
  // In the picture the nearest line.
  await strip(page, 0, 4).hover();
  await expect(keyed(page)).toHaveText(demo.label("area", "12"));
  await strip(page, 1, 4).hover();
  await expect(keyed(page)).toHaveText(demo.label("area", "00"));
  await expect(pointed(page)).toHaveCount(0);
  await away(page);
  await expect(series(page)).toHaveCount(0);
  const { x, y } = await pointOf(page, "12", { level: "county" });
  await page.mouse.move(x, y);
  await expect(keyed(page)).toHaveText(demo.label("area", "12"));
  const other = await pointOf(page, "24", { level: "county" });
  await page.mouse.move(other.x, other.y);
  await expect(pointed(page)).toHaveCount(1);
  await expect(keyed(page)).toHaveCount(0);
  await away(page);
  // By keyboard: the line that it is on.
  await reach(page.locator("#time"));
  await page.keyboard.press("End");
  await expect(pointed(page)).toHaveAttribute("d", await countyPath(page, "12").getAttribute("d"));
  await page.keyboard.press("ArrowDown");
  await expect(pointed(page)).toHaveCount(0);
  await expect(keyed(page)).toHaveText(demo.label("area", "00"));
  await page.keyboard.press("Tab");
  await expect(keyed(page)).toHaveCount(0);
});

test("a line of a category and its row mark each other; a year's row marks its period and no line", async ({ page }) => {
  await explore(page, { view: "time", beside: "difference", level: "county", by: "sex", pair: "home_type:hvb:stodboende" });
  const girls = demo.label("sex", "K");
  await page.locator(".time__key").filter({ hasText: new RegExp(`^${girls}$`) }).hover();
  await expect(pointedCompared(page).locator(".difference__label")).toHaveText(girls);
  await comparedRow(page, demo.label("sex", "M")).hover();
  await expect(keyed(page)).toHaveText(demo.label("sex", "M"));
  await expect(series(page)).toHaveCount(1);
  await explore(page, { view: "time", beside: "difference", level: "county", by: "period", pair: "home_type:hvb:stodboende" });
  await comparedRow(page, "2021").hover();
  await expect(page.locator(".time__ground--pointed")).toHaveAttribute("data-place", String(demo.codes("period").indexOf("2021")));
  await expect(series(page)).toHaveCount(0);
  await away(page);
  await page.locator(".time .bar-chart__table > summary").click();
  await page.locator(".time tbody tr").filter({ has: page.getByRole("rowheader", { name: "2019", exact: true }) }).locator("td").first().hover();
  await expect(pointedCompared(page).locator(".difference__label")).toHaveText("2019");
  await expect(page.locator(".time__ground--pointed")).toHaveAttribute("data-place", String(demo.codes("period").indexOf("2019")));
});

for (const colorScheme of ["light", "dark"])
  test(`what is marked in the difference and along time is not told by colour alone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await explore(page, { view: "time", beside: "difference", level: "county", by: "sex", pair: "home_type:hvb:stodboende" });
    const width = () => page.locator(".time__series .time__line--0.time__line").first().evaluate((line) => Number.parseFloat(getComputedStyle(line).strokeWidth));
    const before = await width();
    const first = page.locator(".time__key").first();
    await first.hover();
    await expect.poll(width).toBeGreaterThan(before);
    await expect(keyed(page)).toHaveCSS("outline-style", "solid");
    await expect(pointedCompared(page)).toHaveCSS("box-shadow", /inset/);
    await page.emulateMedia({ colorScheme, forcedColors: "active" });
    await expect(pointedCompared(page)).toHaveCSS("outline-style", "double");
    await expect.poll(width).toBeGreaterThan(before);
    await page.emulateMedia({ colorScheme, forcedColors: "none", media: "print" });
    await expect.poll(width).toBe(before);
  });

test("a view that goes while it is pointed at leaves no mark and no fault behind", async ({ page }) => {
  for (const [parts, frame] of [
    [{ view: "difference", by: "home_type", pair: "sex:K:M" }, "#difference"],
    [{ view: "time", by: "sex" }, "#time"],
  ]) {
    await explore(page, { ...parts, beside: "chart", level: "county" });
    await reach(page.locator(frame));
    await page.keyboard.press("End");
    await page.locator(frame).hover();
    // It goes by the keyboard, under the mouse: the pointer has no way to leave it first.
    await reach(view(page, say("explore::view_all")));
    await page.locator(frame).hover();
    await page.keyboard.press("Enter");
    await expect(page.locator(frame)).toHaveCount(0);
    await away(page);
    await noneMarks(page);
  }
});

test("on paper, and when the view has gone, nothing is marked", async ({ page }) => {
  await explore(page, { view: "map" });
  await view(page, "Allt").click();
  // On paper all parts move, and one of them would come to lie under the mouse.
  await page.mouse.move(1, 1);
  await reach(rows(page).first().getByRole("button"));
  await expect(pointed(page)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(pointed(page)).toBeHidden();
  expect(await pointedRows(page).locator("td").first().evaluate((cell) => getComputedStyle(cell).boxShadow)).toBe("none");
  await page.emulateMedia({ media: "screen" });
  await expect(pointed(page)).toBeVisible();
  await page.goBack();
  await expect(page.locator(".table-card")).toHaveCount(0);
  await expect(pointed(page)).toHaveCount(0);
});

test("in the reader's own colours a marked row has an outline", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await explore(page);
  await row(page, "Ale").locator("td").first().hover();
  expect(await pointedRows(page).locator("td").first().evaluate((cell) => getComputedStyle(cell).outlineStyle)).toBe("solid");
});

test("a bar is picked with the arrow keys and Enter, and the select follows", async ({ page }) => {
  await explore(page, { level: "county", by: "ownership" });
  await page.locator("#chart svg").waitFor();
  await reach(chart(page));
  const codes = demo.codes("ownership");
  for (const code of codes) {
    await page.keyboard.press("ArrowDown");
    await expect(saidByChart(page)).toContainText(demo.label("ownership", code));
    await expect(saidByChart(page)).toContainText(written(demo.answer("share", { ownership: code }), "sv").replace("\u00a0%", " procent"));
  }
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  const code = codes.at(-2);
  await expect(select(page, "ownership")).toHaveValue(code);
  await expect(figure(page)).toHaveText(written(demo.answer("share", { ownership: code }), "sv"));
  await expect(chart(page)).toBeFocused();
});

test("a bar is picked by a click", async ({ page }) => {
  await explore(page, { level: "county", by: "home_type" });
  const label = page.locator("#chart svg text").filter({ hasText: /^HVB$/ });
  await expect(label).toBeVisible();
  await label.scrollIntoViewIfNeeded();
  const { y, height } = await label.boundingBox();
  const box = await chart(page).boundingBox();
  await page.mouse.click(box.x + box.width / 2, y + height / 2);
  await expect(select(page, "home_type")).toHaveValue("hvb");
});

test("the chart's table says what the chart draws", async ({ page }) => {
  await explore(page, { level: "county", by: "home_type" });
  await page.locator("#chart svg").waitFor();
  const drawn = (await page.locator("#chart svg text").allTextContents()).join(" ");
  await page.locator(".bar-chart__table > summary").click();
  const twins = page.locator(".bar-chart__table tbody tr");
  await expect(twins).toHaveCount(demo.codes("home_type").length);
  for (const [place, code] of demo.codes("home_type").entries()) {
    const said = await cells(twins.nth(place));
    const expected = expectedCells(demo, "share", { home_type: code }, demo.label("home_type", code));
    expect(said.slice(0, 5)).toEqual(expected);
    expect(drawn).toContain(expected[3]);
  }
});

test("what is picked in one language is picked in the other", async ({ page }) => {
  await explore(page, { area: "1480" });
  await page.getByRole("link", { name: "English" }).click();
  await expect(place(page)).toHaveText(towns.name("1480", "en"));
  await expect(figure(page)).toHaveText(written(demo.answer("share", { area: "1480" }), "en"));
  expect(asked(page).area).toBe("1480");
});

test("the chart of one place has the nation to compare with, by its name", async ({ page }) => {
  for (const language of ["sv", "en"]) {
    await explore(page, { area: "1480", by: "period", lang: language });
    const nation = `${language === "sv" ? "riket" : "Sweden"} ${written(demo.answer("share"), language)}`;
    await expect(page.locator("#chart svg text").filter({ hasText: nation })).toHaveCount(1);
  }
});
