// Explore: everything there is to choose, by mouse and by keyboard, and what follows from each choice.
import { asked, card, cells, chart, expectedCells, explore, figure, map, place, row, rows, search, select, view } from "./explore.js";
import { catalogue, dataset, outlines } from "./files.js";
import { hands } from "./hands.js";
import { expect, test } from "./support.js";
import { say } from "./words.js";
import { written } from "./written.js";

const demo = dataset("demo");
const values = (select) => select.locator("option").evaluateAll((options) => options.map((option) => option.value));

for (const hand of hands) {
  test(`a dataset is chosen ${hand.name}`, async ({ page }) => {
    await explore(page);
    expect(await values(select(page, "dataset"))).toEqual(catalogue().map(({ id }) => id));
    await hand.choose(select(page, "dataset"), "lex-sarah");
    await expect(page).toHaveURL(/dataset=lex-sarah/);
    await expect(page.locator("#chart-title")).toBeVisible();
    await expect(page.locator(".synthetic-mark")).toHaveCount(0);
    await expect(select(page, "dataset")).toHaveValue("lex-sarah");
    expect(asked(page)).not.toHaveProperty("home_type");
    await hand.choose(select(page, "dataset"), "demo");
    await expect(page.locator(".synthetic-mark")).toContainText(say("frame::synthetic"));
  });

  test(`a measure is chosen ${hand.name}, and figure, chart and table follow`, async ({ page }) => {
    await explore(page, { area: "0180" });
    for (const measure of ["inspected", "share"]) {
      await hand.choose(select(page, "measure"), measure);
      await expect(page).toHaveURL(new RegExp(`measure=${measure}`));
      await expect(page.locator("h1")).toContainText(demo.measureLabel(measure));
      await expect(page.locator(".figure-card__what")).toContainText(demo.measureLabel(measure));
      await expect(page.locator("#chart-title")).toContainText(demo.measureLabel(measure));
      await expect(figure(page)).toHaveText(written(demo.answer(measure, { area: "0180" }), "sv"));
    }
    await expect(page.locator(".map-card .legend__note")).toHaveText(say("map::colour_says"));
    await hand.choose(select(page, "measure"), "found");
    await expect(page.locator(".map-card .legend__note")).toHaveText(say("map::count_not_coloured"));
    await expect(map(page).locator("[class*=area--class]")).toHaveCount(0);
  });

  test(`a year is chosen ${hand.name}, the place stays`, async ({ page }) => {
    await explore(page, { area: "1480" });
    for (const period of ["2020", "2018", "2021"]) {
      await hand.choose(select(page, "period"), period);
      await expect(page).toHaveURL(new RegExp(`period=${period}`));
      await expect(place(page)).toHaveText(outlines().name("1480"));
      await expect(figure(page)).toHaveText(written(demo.answer("share", { area: "1480", period }), "sv"));
      await expect(page.locator(".figure-card__what")).toContainText(period);
      const expected = expectedCells(demo, "share", { area: "1480", period }, outlines().name("1480"));
      await expect.poll(async () => (await cells(row(page, outlines().name("1480")))).slice(0, 5)).toEqual(expected);
    }
  });

  test(`the map's level is chosen ${hand.name}`, async ({ page }) => {
    await explore(page);
    await expect(rows(page)).toHaveCount(290);
    await hand.choose(select(page, "level"), "county");
    await expect(page).toHaveURL(/level=county/);
    await expect(rows(page)).toHaveCount(21);
    await expect(map(page).locator("path[data-place]")).toHaveCount(21);
    await expect(page.locator(".map-card .card__title")).toContainText(/per län/);
    const skane = await cells(row(page, "Skåne län"));
    expect(skane.slice(0, 5)).toEqual(expectedCells(demo, "share", { area: "12" }, "Skåne län"));
  });

  test(`sex, type of home and ownership are chosen by county ${hand.name}`, async ({ page }) => {
    for (const [dimension, code] of [["sex", "K"], ["home_type", "hvb"], ["ownership", "privat"]]) {
      await explore(page, { level: "county" });
      await expect(select(page, dimension)).toBeEnabled();
      await hand.choose(select(page, dimension), code);
      await expect(page).toHaveURL(new RegExp(`${dimension}=${code}`));
      await expect(figure(page)).toHaveText(written(demo.answer("share", { [dimension]: code }), "sv"));
      const county = "Västra Götalands län";
      await expect.poll(async () => (await cells(row(page, county))).slice(0, 5)).toEqual(expectedCells(demo, "share", { [dimension]: code, area: "14" }, county));
    }
  });

  test(`what the chart is broken down by is chosen ${hand.name}`, async ({ page }) => {
    await explore(page, { level: "county" });
    for (const by of ["home_type", "ownership", "period", "area"]) {
      await hand.choose(select(page, "by"), by);
      await expect(page).toHaveURL(new RegExp(`by=${by}`));
      await expect(page.locator("#chart-title")).toContainText(demo.file.dimension[by].label.toLowerCase());
    }
  });

  test(`one part is shown alone ${hand.name}, and all again`, async ({ page }) => {
    await explore(page, { area: "0180" });
    const parts = { map: map(page), chart: chart(page), table: rows(page).first() };
    for (const [id, name] of [["map", "Karta"], ["chart", "Diagram"], ["table", "Tabell"], ["all", "Allt"]]) {
      await hand.press(view(page, name));
      await expect(page).toHaveURL(new RegExp(`view=${id}`));
      await expect(view(page, name)).toHaveAttribute("aria-pressed", "true");
      for (const [part, locator] of Object.entries(parts)) await expect(locator).toBeVisible({ visible: id === "all" || id === part });
      await expect(card(page)).toBeVisible();
      await expect(page.locator(".synthetic-mark")).toBeVisible();
    }
  });
}

test("on municipality level a select that cannot apply is shut and says why", async ({ page }) => {
  for (const language of ["sv", "en"]) {
    await explore(page, { level: "municipality", area: "0180", lang: language });
    for (const dimension of ["sex", "home_type", "ownership"]) {
      await expect(select(page, dimension)).toBeDisabled();
      const reason = page.locator(`#select-${dimension}-reason`);
      await expect(reason).toContainText(language === "sv" ? "per kommun" : "by municipality");
      await expect(select(page, dimension)).toHaveAccessibleDescription(await reason.innerText());
    }
  }
});

test("a dataset without places says why there is no map", async ({ page }) => {
  await explore(page, { dataset: "hvb-2023" });
  await expect(page.locator(".explore__no-map")).toHaveText(say("explore::no_map"));
  await expect(map(page)).toHaveCount(0);
  await expect(view(page, "Karta")).toBeDisabled();
  await expect(search(page)).toHaveCount(0);
});

test("what is pressed before its card has been built leads to the card when it is there", async ({ page }) => {
  // A finger may be quicker than a slow telephone: the button is pressed as soon as it stands on the page.
  await page.addInitScript(() => {
    const press = (_, observer) => {
      const button = document.querySelector(".explore__to-take");
      if (!button) return;
      observer.disconnect();
      globalThis.wasBuilt = Boolean(document.getElementById("take"));
      button.click();
    };
    new MutationObserver(press).observe(document, { childList: true, subtree: true });
  });
  await explore(page, { level: "county" });
  expect(await page.evaluate(() => globalThis.wasBuilt)).toBe(false);
  await expect(page.locator("#take")).toHaveAttribute("open", "");
  await expect(page.locator("#take > summary")).toBeFocused();
});
