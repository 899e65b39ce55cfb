// Figures along time: what is joined, what is broken, what happened meanwhile; picture and table say the same.
import { asked, cells, explore, select, view } from "./explore.js";
import { dataset } from "./files.js";
import { expect, test } from "./support.js";
import { say } from "./words.js";
import { range, written } from "./written.js";

const demo = dataset("demo");
const periods = ["2018", "2019", "2020", "2021", "2022"];
const county = "12";
const frame = (page) => page.locator("#time");
const spoken = (page) => page.locator(".time > [aria-live]");
const rows = (page) => page.locator(".time tbody tr");
// How many pieces a line has.
const pieces = async (line) => ((await line.getAttribute("d")) ?? "").split("M").length - 1;

for (const language of ["sv", "en"]) {
  test(`a place beside the nation through the years, in ${language}`, async ({ page }) => {
    await explore(page, { lang: language, view: "time", by: "area", area: county, measure: "share" });
    await expect(frame(page)).toBeVisible();
    await expect(page.locator(".time__key")).toHaveCount(2);
    await page.locator(".time .bar-chart__table").evaluate((details) => (details.open = true));
    await expect(rows(page)).toHaveCount(periods.length);
    for (const [place, period] of periods.entries()) {
      const said = [county, "00"].flatMap((area) => {
        const answer = demo.answer("share", { area, period });
        return [written(answer, language), answer.interval ? range(answer.interval, answer.decimals, language) : "", written(answer.counts.below, language)];
      });
      expect(await cells(rows(page).nth(place))).toEqual([period, ...said]);
    }
    // The series is broken before 2020: no line goes across.
    await expect(page.locator(".time__break")).toHaveCount(1);
    for (const line of [0, 1]) {
      expect(await pieces(page.locator(`path.time__line--${line}:not(.time__line--across):not(.time__absent)`).last())).toBe(3);
      expect(await pieces(page.locator(`.time__line--${line}.time__line--across`))).toBe(0);
    }
    await expect(page.locator(".time__note").filter({ hasText: language === "sv" ? "Tidsseriebrott före 2020" : "Break in the series before 2020" })).toHaveCount(1);
    // What is told of the change begins after the break.
    const [first, last] = ["2020", "2022"].map((period) => written(demo.answer("share", { area: county, period }), language));
    const change = language === "sv" ? "Förändringen är \u2212" : "The change is \u2212";
    await expect(page.locator(".time__headline")).toContainText(`2020: ${first}, 2022: ${last}. ${change}`);
  });
}

test("each of the sexes has a line of its own, with its own sign", async ({ page }) => {
  await explore(page, { view: "time", by: "sex" });
  await expect(page.locator(".time__key")).toHaveCount(4);
  await expect(page.locator(".time__headline")).toContainText(/^\S.*\. 2020: /);
  const signs = await page.locator(".time__key .time__point").evaluateAll((all) => all.map((sign) => sign.getAttribute("d").replaceAll(/[\d.]+ /g, "")));
  expect(new Set(signs).size).toBe(4);
});

test("more groups than can be told apart are not drawn, and the card says so", async ({ page }) => {
  await explore(page, { dataset: "demo-handlaggning", view: "time", by: "step", step: "uppfoljning" });
  await expect(page.locator(".time__key")).toHaveCount(1);
  await expect(page.locator(".time__note").filter({ hasText: say("time::too_many") })).toHaveCount(1);
});

test("one stop, walked by arrows; Enter picks the period, and so does a click", async ({ page }) => {
  await explore(page, { view: "time", by: "area", area: county, period: "2022", measure: "share" });
  await frame(page).focus();
  await page.keyboard.press("Home");
  await expect(spoken(page)).toContainText("2018");
  await page.keyboard.press("ArrowRight");
  await expect(spoken(page)).toContainText("2019");
  const own = await spoken(page).textContent();
  await page.keyboard.press("ArrowDown");
  await expect(spoken(page)).not.toHaveText(own);
  await page.keyboard.press("Enter");
  await expect(select(page, "period")).toHaveValue("2019");
  expect(asked(page)).toMatchObject({ view: "time", period: "2019" });
  await page.locator(".time__period").nth(3).click();
  await expect(select(page, "period")).toHaveValue("2021");
  await expect(page.locator(".time__text--picked")).toHaveText("2021");
  await page.goBack();
  await expect(select(page, "period")).toHaveValue("2019");
});

test("periods that are missing are passed over by a dashed line, and events are numbered marks", async ({ page }) => {
  const seen = { joined: 0, across: 0 };
  for (const measure of ["children", "share_sol"]) {
    await explore(page, { dataset: "placerade", view: "time", form: "heldygn", by: "area", measure });
    await expect(page.locator(".time__point").first()).toBeVisible();
    const [joined, across] = await Promise.all([
      pieces(page.locator("path.time__line--0:not(.time__line--across):not(.time__absent)").last()),
      pieces(page.locator(".time__line--0.time__line--across")),
    ]);
    const known = dataset("placerade").codes("period").filter((period) => dataset("placerade").answer(measure, { form: "heldygn", period }).value != null);
    const gaps = known.slice(1).map((year, place) => Number(year) - Number(known[place]));
    expect([joined, across]).toEqual([gaps.filter((gap) => gap === 1).length, gaps.filter((gap) => gap > 1).length]);
    seen.joined += joined;
    seen.across += across;
    const within = dataset("placerade").insyn.events.filter(({ from, until = from }) => from < "2023" && until >= known[0]);
    await expect(page.locator(".time__number")).toHaveCount(within.length);
    await expect(page.locator(".time__band")).toHaveCount(within.filter(({ until }) => until).length);
    await expect(page.locator(".time__events li")).toHaveText(within.map(({ label }) => new RegExp(label.sv.slice(0, 30))));
  }
  expect(seen.joined).toBeGreaterThan(0);
  expect(seen.across).toBeGreaterThan(0);
});

test("what may not be compared is points without a line, and the reason stands beside it", async ({ page }) => {
  await explore(page, { dataset: "frekvenstillsyn", view: "time" });
  await expect(page.locator(".time__point").first()).toBeVisible();
  for (const line of await page.locator("path.time__line").all()) expect(await pieces(line)).toBeLessThanOrEqual(1);
  const { sv } = dataset("frekvenstillsyn").insyn.comparable.over_time.reason;
  await expect(page.locator(".time__note").filter({ hasText: sv })).toHaveCount(1);
  await expect(page.locator(".time__headline")).toBeEmpty();
});

test("one period is no series, and the card says so", async ({ page }) => {
  await explore(page, { dataset: "hvb-2023" });
  await view(page, say("time::view")).click();
  await expect(page.locator(".time-card")).toContainText("bara 2023");
});
