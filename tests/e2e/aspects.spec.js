// What a theme's questions are about: chosen one at a time, counted, kept from theme to theme and in the other language.
import { readFileSync } from "node:fs";
import { asked } from "./explore.js";
import { catalogue } from "./files.js";
import { hands } from "./hands.js";
import { expect, open, test } from "./support.js";
import { say } from "./words.js";

const themes = ["vald", "kompetens", "handlaggning", "verktyg", "skillnader", "barnens-rost", "tidslinje"];
const codes = ["delaktighet", "sakerhet", "trygghet", "stod", "barnets-basta", "folja-varden", "folja-upp"];
const isMadeUp = ({ dataset: id }) => catalogue().some((item) => item.id === id && item.synthetic);

/** The questions of a theme's file that are about something, or all: the published first, as they stand on the page. */
const questions = (theme, code) => {
  const { sections } = JSON.parse(readFileSync(`public/stories/${theme}.json`, "utf8"));
  const left = sections.filter(({ aspects }) => !code || aspects.includes(code));
  return [...left.filter((it) => !isMadeUp(it)), ...left.filter(isMadeUp)];
};
const name = (code, language = "sv") => say(`aspects::${code ? code.replaceAll("-", "_") : "all"}`, language);
const running = (code, language) => name(code, language).replace(/^./, (letter) => letter.toLowerCase());

const choice = (page, code) => page.locator(code ? `.aspects__choice[data-code="${code}"]` : ".aspects__choice:not([data-code])");
const shown = (page) => page.locator(".theme__section:visible .theme__question");
const status = (page) => page.locator(".theme__status");
const themeLink = (page, theme) => page.locator(`.theme-list__link[href*="/${theme}/"]`);

/** What is on the page is what the file has about this, and the page says so. */
async function expectChosen(page, theme, code, language = "sv") {
  const all = questions(theme);
  const left = questions(theme, code);
  const titles = left.map(({ title }) => title[language]);
  await expect(shown(page)).toHaveText(titles);
  await expect(page.locator(".theme__contents li:visible")).toHaveText(titles);
  await expect(page.locator(".theme__contents")).toBeVisible({ visible: left.length > 0 });
  await expect(page.locator(".theme__made-up")).toBeVisible({ visible: left.some(isMadeUp) });
  await expect(page.locator('.aspects__choice[aria-pressed="true"]')).toHaveText(`${name(code, language)} ${left.length}`);
  const said = await status(page).innerText();
  expect(said.match(/\d+/g)?.map(Number) ?? []).toEqual(code ? (left.length ? [left.length, all.length] : []) : [all.length]);
  if (code) expect(said).toContain(running(code, language));
  await expect(page.locator(".theme__counted")).toHaveCount(code ? 1 : 0);
}

for (const theme of themes)
  for (const language of ["sv", "en"])
    test(`${theme} counts its questions by what they are about, in ${language}`, async ({ page }) => {
      await open(page, `${theme}/?lang=${language}`);
      await expectChosen(page, theme, undefined, language);
      await expect(page.locator(".aspects__choice")).toHaveText([undefined, ...codes].map((code) => `${name(code, language)} ${questions(theme, code).length}`));
      await expect(page.locator(".aspects__label")).toHaveText([say("aspects::perspectives", language), say("aspects::indicators", language)]);
    });

for (const hand of hands)
  test(`one is chosen, another, none again, and Back undoes each ${hand.name}`, async ({ page }) => {
    const theme = "handlaggning";
    await open(page, `${theme}/`);
    const steps = [undefined, "folja-varden", "sakerhet", undefined, "barnets-basta"];
    for (const code of steps.slice(1)) {
      await hand.press(choice(page, code));
      await expectChosen(page, theme, code);
      await expect.poll(() => asked(page).aspect).toBe(code);
      await expect(choice(page, code), "the keyboard stays where it was").toBeFocused();
    }
    // Pressed once more, it lets go.
    await hand.press(choice(page, "barnets-basta"));
    await expectChosen(page, theme, undefined);
    await hand.press(choice(page, undefined));
    for (const code of steps.toReversed()) {
      await page.goBack();
      await expectChosen(page, theme, code);
    }
    await expect(page, "to choose all when all are shown is no step of its own").toHaveURL(/handlaggning\/$/);
    await page.goForward();
    await expectChosen(page, theme, "folja-varden");
  });

for (const hand of hands)
  test(`it is kept from theme to theme, and in the other language ${hand.name}`, async ({ page }) => {
    await open(page, "handlaggning/?lang=sv");
    await hand.press(choice(page, "delaktighet"));
    await expectChosen(page, "handlaggning", "delaktighet");
    await hand.press(themeLink(page, "barnens-rost"));
    await expect(page.locator("h1")).toHaveText("Barnens röst");
    await expectChosen(page, "barnens-rost", "delaktighet");
    await hand.press(page.getByRole("link", { name: say("frame::other_language"), exact: true }));
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expectChosen(page, "barnens-rost", "delaktighet", "en");
    await expect.poll(() => asked(page)).toEqual({ lang: "en", aspect: "delaktighet" });
    await hand.press(themeLink(page, "skillnader"));
    await expectChosen(page, "skillnader", "delaktighet", "en");
    await page.goBack();
    await expectChosen(page, "barnens-rost", "delaktighet", "en");
    await hand.press(choice(page, undefined));
    await expectChosen(page, "barnens-rost", undefined, "en");
    await hand.press(themeLink(page, "vald"));
    await expectChosen(page, "vald", undefined, "en");
    await expect.poll(() => asked(page)).toEqual({ lang: "en" });
  });

test("an address with an aspect gives the same in a window of its own", async ({ page, context }) => {
  await open(page, "kompetens/?lang=en&aspect=stod");
  await expectChosen(page, "kompetens", "stod", "en");
  const other = await context.newPage();
  await open(other, page.url());
  await expectChosen(other, "kompetens", "stod", "en");
});

test("where no question is about it, the page says so and leads on", async ({ page }) => {
  expect(questions("vald", "trygghet")).toEqual([]);
  await open(page, "vald/");
  await choice(page, "trygghet").click();
  await expectChosen(page, "vald", "trygghet");
  await expect(page.locator(".theme__section:visible")).toHaveCount(0);
  await themeLink(page, "barnens-rost").click();
  await expectChosen(page, "barnens-rost", "trygghet");
  expect(questions("barnens-rost", "trygghet").length).toBeGreaterThan(0);
});

test("what was out of sight at first is drawn in full when it is shown", async ({ page }) => {
  await open(page, "handlaggning/?aspect=folja-upp");
  await expectChosen(page, "handlaggning", "folja-upp");
  await choice(page, undefined).click();
  await expectChosen(page, "handlaggning", undefined);
  const charts = page.locator(".theme__section .bar-chart__canvas");
  await expect(charts).toHaveCount(questions("handlaggning").filter(({ picture }) => picture === "bars").length);
  for (const chart of await charts.all()) {
    await expect(chart.locator("svg").first()).toBeVisible();
    expect((await chart.locator("svg").first().boundingBox()).width).toBeGreaterThan(300);
  }
  await expect(page.locator(".theme__section .funnel__dot").first()).toBeVisible();
});

test("a picture that goes out of sight and comes back is the same, with what was picked in it", async ({ page }) => {
  await open(page, "barnens-rost/");
  const section = page.locator(".theme__section").filter({ has: page.locator("#question-2") });
  await section.locator(".bar-chart__table > summary").click();
  const bar = section.locator("tbody").getByRole("button").nth(1);
  await bar.click();
  await expect(bar).toHaveAttribute("aria-pressed", "true");
  const chart = await section.locator(".bar-chart__canvas svg").first().elementHandle();
  const { width } = await chart.boundingBox();
  await choice(page, "folja-varden").click();
  await expect(section).toBeHidden();
  await choice(page, "stod").click();
  await expect(section).toBeVisible();
  await expect(bar).toHaveAttribute("aria-pressed", "true");
  expect(await chart.evaluate((svg) => svg.isConnected), "it was not drawn anew").toBe(true);
  expect((await chart.boundingBox()).width).toBe(width);
});

test("an aspect that nobody knows shows all, and is told", async ({ page }) => {
  await open(page, "vald/?aspect=%3Cb%3Etrivsel&sex=K");
  await expectChosen(page, "vald", undefined);
  await expect(page.locator(".notice__title")).toHaveText(say("trouble::ignored_title"));
  await expect(page.locator(".notice li")).toHaveText([/aspect=<b>trivsel/, /sex=K/]);
  await expect(themeLink(page, "kompetens")).toHaveAttribute("href", /kompetens\/\?lang=sv$/);
  await choice(page, "sakerhet").click();
  await expectChosen(page, "vald", "sakerhet");
  await expect(page.locator(".notice")).toHaveCount(0);
});

test("on paper the buttons are left out, and what is shown is said", async ({ page }) => {
  await open(page, "handlaggning/?aspect=folja-upp");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".aspects")).toBeHidden();
  await expect(status(page)).toBeVisible();
  await expect(shown(page)).toHaveText(questions("handlaggning", "folja-upp").map(({ title }) => title.sv));
});

test("a question whose data are on their way can be gone to, and is there when they have come", async ({ page }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/data/demo-kompetens.json", (route) => held.then(() => route.continue()));
  const { sections } = JSON.parse(readFileSync("public/stories/vald.json", "utf8"));
  const id = `#question-${sections.findIndex(({ dataset }) => dataset === "demo-kompetens")}`;
  await page.goto("vald/?lang=sv");
  // All others are there, and nothing above it grows any more.
  await expect(page.locator(".theme__question")).toHaveCount(sections.filter(({ dataset }) => dataset !== "demo-kompetens").length);
  await expect(page.locator(".theme__awaited")).toHaveCount(0);
  await expect(page.locator(".awaited")).toHaveCount(1);
  await expect(page.locator(id)).not.toBeInViewport();
  await page.locator(`.theme__contents a[href="${id}"]`).click();
  await expect(page.locator(id)).toBeInViewport();
  release();
  await expect(page.locator(`.theme__question${id}`)).toBeInViewport();
});
