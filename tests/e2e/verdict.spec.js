// One verdict: map, table, card, funnel plot and the file that is taken away say the same.
import { readFileSync } from "node:fs";
import { area, asked, askedIn, card, cells, explore, ofThisVersion, row, rows, select, view } from "./explore.js";
import { dataset, outlines } from "./files.js";
import { expect, test } from "./support.js";
import { say } from "./words.js";
import { written } from "./written.js";

const towns = outlines();
const planted = { higher: "0780", lower: "2180" };
const dots = (page, kind) => page.locator(`.funnel__dots .funnel__dot--${kind}`);
const painted = (page, kind) => page.locator(`#map .map-view__areas .area--${kind}`);
const verdictColumn = async (page) => {
  const headers = await page.locator(".table-card thead th").allInnerTexts();
  return headers.findIndex((header) => /^(Jämfört med|Compared with)/.test(header));
};

for (const language of ["sv", "en"]) {
  test(`picture, table, funnel, sentence and file say the same verdict, in ${language}`, async ({ page }) => {
    const words = { higher: say("verdict::higher", language), lower: say("verdict::lower", language), "not-apart": say("verdict::not_apart", language) };
    await explore(page, { lang: language, area: planted.higher, period: "2022", colour: "verdict" });
    await expect(area(page, planted.higher)).toHaveClass(/area--higher/);
    await expect(area(page, planted.lower)).toHaveClass(/area--lower/);
    await expect(card(page).locator(".figure-card__verdict")).toHaveClass(/verdict--higher/);
    await expect(card(page).locator(".figure-card__verdict")).toContainText(language === "sv" ? "Högre än riket" : "Higher than Sweden");
    const column = await verdictColumn(page);
    const said = new Map(await rows(page).evaluateAll((rows, column) => rows.map((row) => [0, column].map((place) => row.cells[place].innerText.trim())), column));
    expect(said.size).toBe(290);
    const counted = {};
    for (const [kind, word] of Object.entries(words)) {
      counted[kind] = [...said.values()].filter((text) => text.startsWith(word)).length;
      await expect(painted(page, kind), kind).toHaveCount(counted[kind]);
    }
    expect(counted.higher).toBeGreaterThan(0);
    expect(counted["not-apart"]).toBeGreaterThan(100);

    await page.locator(".take > summary").click();
    const button = page.locator(".take__list--shown").getByRole("button", { name: say("taken::as_csv_for_excel", language), exact: true });
    const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
    expect(file.suggestedFilename()).toBe(`insyn-demo-${say("taken::file_shown", language)}-excel.csv`);
    const text = readFileSync(await file.path(), "utf8");
    const line = text.split("\r\n").find((line) => line.startsWith(`${planted.higher}${language === "sv" ? ";" : ","}`));
    expect(line).toContain(words.higher);
    expect(text).toContain(language === "sv" ? "Syntetiska" : "Synthetic");
    expect(askedIn(text)).toEqual(ofThisVersion(page));

    await view(page, say("funnel::view", language)).click();
    await expect(dots(page, "higher").first()).toBeVisible();
    for (const kind of Object.keys(words)) await expect(dots(page, kind), kind).toHaveCount(counted[kind]);
    await expect(page.locator(".funnel__text--name")).toHaveText(towns.name(planted.higher));
    expect(asked(page)).toMatchObject({ view: "funnel", colour: "verdict", against: "nation", area: planted.higher });
  });
}

for (const language of ["sv", "en"])
  test(`the spread over those that can be judged is told in words, in ${language}`, async ({ page }) => {
    await explore(page, { dataset: "demo-utsatta", measure: "exposed_share", level: "county", view: "funnel", period: "2024", lang: language });
    const judged = page.locator(".funnel__dots :is(.funnel__dot--higher, .funnel__dot--lower, .funnel__dot--not-apart)");
    await expect(judged.first()).toBeVisible();
    const file = dataset("demo-utsatta");
    const counties = file.codes("area").filter((code) => code !== "00" && code.length === 2);
    const answers = counties.map((area) => file.answer("exposed_share", { area, period: "2024" })).filter(({ value }) => value !== null);
    const said = page.locator(".funnel__spread");
    await expect(said).toContainText(`${await judged.count()} `);
    const numbers = (await said.innerText()).match(/\d+(?:[.,]\d)?\s?%/g);
    expect(numbers).toHaveLength(4);
    const [first, third, least, most] = numbers.map((number) => Number.parseFloat(number.replace(",", ".")));
    expect([least, first, third, most]).toEqual([least, first, third, most].toSorted((one, other) => one - other));
    // All are written alike, and the ends are figures of the file.
    const decimals = /[.,]/.test(numbers[0]) ? 1 : 0;
    for (const end of numbers.slice(2)) expect(answers.map((answer) => written({ ...answer, decimals }, language))).toContain(end);
  });

test("the funnel plot is one stop, walked by arrows, and picks everywhere", async ({ page }) => {
  await explore(page, { view: "funnel", period: "2022" });
  const frame = page.locator("#funnel");
  await frame.focus();
  await page.keyboard.press("End");
  await expect(page.locator(".funnel__ring:not(.funnel__ring--picked)")).toHaveCount(1);
  const last = await page.locator(".funnel > [aria-live]").textContent();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(".funnel > [aria-live]")).not.toHaveText(last);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/area=00/);
  const { area: code } = asked(page);
  await expect(page.locator(".funnel__text--name")).toHaveText(towns.name(code));
  await expect(row(page, towns.name(code))).toHaveClass(/data-table__row--picked/);
  await expect(frame).toBeFocused();
});

test("a dot is picked by the pointer and tells its figure", async ({ page }) => {
  await explore(page, { view: "funnel", period: "2022" });
  const dot = dots(page, "lower").first();
  await dot.hover();
  await expect(page.locator(".map-tooltip")).toContainText(say("verdict::lower"));
  await dot.click();
  await expect(card(page).locator(".figure-card__verdict")).toHaveClass(/verdict--lower/);
});

test("what figures are set against is chosen, and nothing is an answer too", async ({ page }) => {
  await explore(page, { area: planted.higher, period: "2022" });
  const headers = page.locator(".table-card thead");
  await expect(headers).toContainText("Jämfört med riket");
  for (const [against, name] of [["county", "länet"], ["similar", "lika stora"]]) {
    await select(page, "against").selectOption(against);
    await expect(headers).toContainText(`Jämfört med ${name}`);
    await expect(card(page).locator(".figure-card__verdict")).toContainText(name);
  }
  await select(page, "against").selectOption("none");
  await expect(headers).not.toContainText("Jämfört med");
  await expect(card(page).locator(".figure-card__verdict")).toHaveCount(0);
  expect(asked(page).against).toBe("none");
  await page.goBack();
  await expect(headers).toContainText("Jämfört med lika stora");
});

test("the smoothed map says so, and hidden areas stay hidden", async ({ page }) => {
  await explore(page, { period: "2022" });
  // The map's outlines come in their own time.
  await expect(painted(page, "suppressed").first()).toBeVisible();
  const hidden = await painted(page, "suppressed").count();
  await select(page, "colour").selectOption("smoothed");
  await expect(page.locator(".legend__note").first()).toHaveText(say("verdict::smoothed_says"));
  await expect(page.locator("#map")).toHaveAttribute("aria-label", new RegExp(say("verdict::smoothed")));
  expect(await painted(page, "suppressed").count()).toBe(hidden);
});

test("ownership is not compared across types of home, and the page says why", async ({ page }) => {
  await explore(page, { by: "ownership", level: "county", period: "2022" });
  await expect(page.locator(".chart-card .bar-chart__note").filter({ hasText: "Kan inte jämföras" })).toHaveCount(1);
  await explore(page, { by: "ownership", level: "county", period: "2022", home_type: "hvb" });
  await expect(page.locator(".chart-card .bar-chart__note").filter({ hasText: "Kan inte jämföras" })).toHaveCount(0);
});

test("ranks are intervals, in the table alone", async ({ page }) => {
  await explore(page, { level: "county", period: "2022" });
  await expect(page.locator(".table-card thead")).not.toContainText(say("verdict::rank_interval"));
  await view(page, say("explore::view_table")).click();
  await expect(page.locator(".table-card thead")).toContainText(say("verdict::rank_interval"));
  await expect(page.getByText(say("verdict::rank_note"))).toBeVisible();
  const headers = await page.locator(".table-card thead th").allInnerTexts();
  const place = headers.indexOf(say("verdict::rank_interval"));
  for (const it of await rows(page).all()) expect((await cells(it))[place]).toMatch(/^\d+–\d+$/);
});

test("counts are not judged, and a funnel of them is none", async ({ page }) => {
  await explore(page, { measure: "found", view: "funnel" });
  await expect(page.getByText(say("funnel::no_funnel"))).toBeVisible();
  await expect(select(page, "against")).toHaveCount(0);
});

test("a rate without its counts is not judged, and the page says why", async ({ page }) => {
  await explore(page, { dataset: "lex-sarah" });
  await expect(page.locator(".figure-card__verdict")).toHaveCount(0);
  await explore(page, { dataset: "lex-sarah", measure: "rate", area: "09", period: "2023" });
  await expect(page.locator(".figure-card__verdict")).toHaveText(say("verdict::no_counts"));
});
