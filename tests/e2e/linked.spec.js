// Map, figure, chart and table are one view: what is picked in one is picked in all, and they say the same number.
import { asked, cells, chart, clickArea, expectedCells, explore, figure, map, picked, place, pointOf, row, rows, saidByChart, search, select } from "./explore.js";
import { dataset, outlines } from "./files.js";
import { hands, reach } from "./hands.js";
import { expect, test } from "./support.js";
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
    if (hand.name === "by mouse") await page.locator("#map-list").getByRole("option").first().click();
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
