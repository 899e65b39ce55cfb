// A theme presented: a question at a time on the whole screen, stepped with keys and buttons, each step with an address of its own.
import { readFileSync } from "node:fs";
import { asked } from "./explore.js";
import { catalogue } from "./files.js";
import { hands } from "./hands.js";
import { overflow } from "./layout.js";
import { expect, open, test } from "./support.js";
import { say } from "./words.js";

const isMadeUp = ({ dataset: id }) => catalogue().some((item) => item.id === id && item.synthetic);

/** The questions of a theme's file that are about something, or all: the published first, as they stand on the page. */
const questions = (theme, code) => {
  const { sections } = JSON.parse(readFileSync(`public/stories/${theme}.json`, "utf8"));
  const left = sections.map((section, place) => ({ ...section, place })).filter(({ aspects }) => !code || aspects.includes(code));
  return [...left.filter((it) => !isMadeUp(it)), ...left.filter(isMadeUp)];
};

const pictures = { bars: ".bar-chart__canvas svg", difference: ".difference__rows", crosstab: ".crosstab tbody tr", map: ".map-view__areas path", funnel: ".funnel__dot" };

const start = (page, language = "sv") => page.getByRole("link", { name: say("presentation::start", language), exact: true });
const button = (page, name, language = "sv") => page.locator(".presentation").getByRole("button", { name: say(`presentation::${name}`, language), exact: true });
const heading = (page) => page.locator(".theme__question:visible");
const black = (page) => page.locator(".presentation__blank");

/** This question and no other is on the screen, it has the keyboard, and the address says so. */
async function expectStep(page, theme, step, { code, language = "sv" } = {}) {
  const all = questions(theme, code);
  const question = all[step - 1];
  await expect(heading(page)).toHaveText([question.title[language]]);
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toBeInViewport();
  await expect(page.locator(".presentation__at")).toHaveText(language === "sv" ? `Fråga ${step} av ${all.length}` : `Question ${step} of ${all.length}`);
  await expect.poll(() => asked(page).step).toBe(String(step));
  expect(asked(page).aspect).toBe(code);
  await expect(page.locator(".theme__limits:visible")).toHaveText([new RegExp(`${say("theme::limits", language)}`)]);
  // What is made up has no source.
  await expect(page.locator(".theme__source:visible a, .theme__source:visible span[lang]")).toHaveCount(isMadeUp(question) ? 0 : 1);
  await expect(page.locator(".synthetic-mark:visible"), "made-up figures are marked").toHaveCount(isMadeUp(question) ? 1 : 0);
  for (const other of [".site-header", ".site-footer", ".theme__contents", ".aspects", ".theme__others", ".theme__plain"]) await expect(page.locator(other)).toBeHidden();
  await expect(button(page, "previous", language)).toBeEnabled({ enabled: step !== 1 });
  await expect(button(page, "next", language)).toBeEnabled({ enabled: step !== all.length });
}

/** The theme stands as always. */
async function expectTheme(page, theme, code) {
  await expect(heading(page)).toHaveText(questions(theme, code).map(({ title }) => title.sv));
  await expect(page.locator(".site-header")).toBeVisible();
  await expect(page.locator(".presentation")).toBeHidden();
  expect(asked(page).step).toBeUndefined();
}

for (const hand of hands)
  test(`it begins from the theme, and Back leads out again ${hand.name}`, async ({ page }) => {
    await open(page, "vald/?lang=sv");
    await expectTheme(page, "vald");
    await hand.press(start(page));
    await expectStep(page, "vald", 1);
    await hand.press(button(page, "next"));
    await expectStep(page, "vald", 2);
    await hand.press(button(page, "previous"));
    await expectStep(page, "vald", 1);
    for (const step of [2, 1]) {
      await page.goBack();
      await expectStep(page, "vald", step);
    }
    await page.goBack();
    await expectTheme(page, "vald");
  });

for (const language of ["sv", "en"])
  test(`keys lead through all of it and back, in ${language}`, async ({ page }) => {
    const theme = "verktyg";
    const n = questions(theme).length;
    await open(page, `${theme}/?lang=${language}&step=1`);
    await expectStep(page, theme, 1, { language });
    const forward = ["ArrowRight", "PageDown", "Space"];
    for (let step = 2; step <= n; step += 1) {
      await page.keyboard.press(forward[step % forward.length]);
      await expectStep(page, theme, step, { language });
    }
    await page.keyboard.press("ArrowRight");
    await expectStep(page, theme, n, { language });
    for (let step = n - 1; step > n - 4; step -= 1) {
      await page.keyboard.press(step % 2 ? "ArrowLeft" : "PageUp");
      await expectStep(page, theme, step, { language });
    }
    await page.keyboard.press("Home");
    await expectStep(page, theme, 1, { language });
    await page.keyboard.press("ArrowLeft");
    await expectStep(page, theme, 1, { language });
    await page.keyboard.press("End");
    await expectStep(page, theme, n, { language });
  });

test("an address of a step opens it, and one beyond the questions the nearest", async ({ page }) => {
  const n = questions("kompetens").length;
  for (const [said, step] of [["4", 4], ["0", 1], ["999999999999999999999999", n]]) {
    await open(page, `kompetens/?lang=sv&step=${said}`);
    await expectStep(page, "kompetens", step);
    await expect(page.locator(".notice")).toHaveCount(0);
  }
});

test("a step that is no number is told, and the theme stands as always", async ({ page }) => {
  await open(page, "vald/?step=%3Cb%3Etv%C3%A5");
  await expect(heading(page)).toHaveText(questions("vald").map(({ title }) => title.sv));
  await expect(page.locator(".site-header")).toBeVisible();
  await expect(page.locator(".notice li")).toHaveText([/step=<b>två/]);
});

test("with an aspect only its questions are presented, and it is kept", async ({ page }) => {
  const code = "folja-varden";
  const n = questions("handlaggning", code).length;
  expect(n).toBeLessThan(questions("handlaggning").length);
  await open(page, `handlaggning/?lang=sv&aspect=${code}`);
  await start(page).click();
  for (let step = 1; step <= n; step += 1) {
    await expectStep(page, "handlaggning", step, { code });
    await page.keyboard.press("ArrowRight");
  }
  await expectStep(page, "handlaggning", n, { code });
  await page.keyboard.press("Escape");
  await expectTheme(page, "handlaggning", code);
  expect(asked(page).aspect).toBe(code);
});

test("where no question is about the aspect there is nothing to present", async ({ page }) => {
  await open(page, "vald/?aspect=trygghet&step=2");
  await expect(page.locator(".site-header")).toBeVisible();
  await expect(start(page)).toHaveCount(0);
  await expect.poll(() => asked(page).step).toBeUndefined();
});

for (const way of ["Escape", "the button"])
  test(`${way} leads back to the question in its theme`, async ({ page }) => {
    await open(page, "skillnader/?lang=sv&step=1");
    await page.keyboard.press("End");
    const last = questions("skillnader").at(-1);
    await expectStep(page, "skillnader", questions("skillnader").length);
    await (way === "Escape" ? page.keyboard.press("Escape") : button(page, "end").click());
    await expectTheme(page, "skillnader");
    const question = page.locator(`#question-${last.place}`);
    await expect(question).toBeFocused();
    await expect(question).toBeInViewport();
    await page.goBack();
    await expectStep(page, "skillnader", questions("skillnader").length);
  });

test("keys within a picture, a slider or a button are theirs", async ({ page }) => {
  await open(page, "vald/?lang=sv&step=1");
  await expectStep(page, "vald", 1);
  const chart = page.locator('[data-step="shown"] .bar-chart__frame');
  await chart.focus();
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "Home", "End", "Space", "PageDown", "b"]) await page.keyboard.press(key);
  await expect(chart).toBeFocused();
  expect(asked(page).step).toBe("1");
  await expect(page.locator('[data-step="shown"] .bar-chart > [aria-live]')).not.toBeEmpty();
  const table = page.locator('[data-step="shown"] .bar-chart__table');
  await table.locator("summary").focus();
  await page.keyboard.press("Space");
  await expect(table).toHaveAttribute("open", "");
  expect(asked(page).step).toBe("1");
  // With a modifier a key is the browser's.
  await heading(page).focus();
  await page.keyboard.press("Shift+ArrowRight");
  expect(asked(page).step).toBe("1");
  await button(page, "next").focus();
  await page.keyboard.press("Space");
  await expectStep(page, "vald", 2);
  // A slider moves, and nothing else does.
  const map = questions("skillnader").findIndex(({ picture }) => picture === "map") + 1;
  await open(page, `skillnader/?lang=sv&step=${map}`);
  await expectStep(page, "skillnader", map);
  const slider = page.locator('[data-step="shown"] .player__slider');
  await slider.focus();
  const before = await slider.inputValue();
  await page.keyboard.press("ArrowLeft");
  await expect(slider).not.toHaveValue(before);
  for (const key of ["Home", "Escape", "b"]) await page.keyboard.press(key);
  await expect(slider).toBeFocused();
  await expect(black(page)).toBeHidden();
  expect(asked(page).step).toBe(String(map));
});

test("B turns the screen black, and any of the keys shows it again", async ({ page }) => {
  await open(page, "kompetens/?lang=sv&step=2");
  await expectStep(page, "kompetens", 2);
  for (const key of ["b", "ArrowRight", "Escape", "Enter", "Space"]) {
    await page.keyboard.press("b");
    await expect(black(page)).toBeFocused();
    await expect(heading(page)).toHaveCount(0);
    const { width, height } = await black(page).boundingBox();
    expect({ width, height }).toEqual(page.viewportSize());
    await page.keyboard.press(key);
    await expect(black(page)).toBeHidden();
    await expectStep(page, "kompetens", 2);
  }
  await button(page, "blank").click();
  await black(page).click();
  await expectStep(page, "kompetens", 2);
});

test("steps need no network once the page is there", async ({ page, context, watch }) => {
  // The browser itself asks for the icon at each new address.
  watch.allow(/icon\.svg/);
  await open(page, "skillnader/?lang=sv&step=1");
  const n = questions("skillnader").length;
  // The program that draws charts and the outlines of maps come in their own time; out of sight each picture is there already.
  for (const [place, { picture }] of questions("skillnader").entries())
    await expect(page.locator(".theme__section").nth(place).locator(pictures[picture]).first()).toBeAttached();
  await page.waitForLoadState("networkidle");
  const calls = [];
  page.on("request", (request) => calls.push(request.url()));
  await context.setOffline(true);
  for (let step = 1; step <= n; step += 1) {
    await expectStep(page, "skillnader", step);
    await expect(page.locator(`.theme__section[data-step="shown"] ${pictures[questions("skillnader")[step - 1].picture]}`).first()).toBeVisible();
    await page.keyboard.press("ArrowRight");
  }
  await context.setOffline(false);
  expect(calls.filter((url) => !url.endsWith("/icon.svg"))).toEqual([]);
});

test("a picture is not drawn anew from step to step", async ({ page }) => {
  await open(page, "vald/?lang=sv&step=1");
  await expectStep(page, "vald", 1);
  const svg = await page.locator('[data-step="shown"] .bar-chart__canvas svg').first().elementHandle();
  const { width } = await svg.boundingBox();
  await page.keyboard.press("ArrowRight");
  await expectStep(page, "vald", 2);
  await page.keyboard.press("ArrowLeft");
  await expectStep(page, "vald", 1);
  expect(await svg.evaluate((it) => it.isConnected)).toBe(true);
  expect((await svg.boundingBox()).width).toBe(width);
});

for (const [width, height] of [[1920, 1080], [1280, 720], [375, 667]])
  test(`at ${width} × ${height} nothing sticks out, and the words are large enough`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    for (const theme of ["vald", "verktyg", "skillnader", "tidslinje"]) {
      await open(page, `${theme}/?lang=sv&step=1`);
      const n = questions(theme).length;
      for (let step = 1; step <= n; step += 1) {
        await expectStep(page, theme, step);
        expect.soft(await overflow(page), `${theme}, step ${step}`).toEqual([]);
        const shown = page.locator('[data-step="shown"]').last();
        const sizes = await shown.locator(".theme__sentence, .theme__limits, .theme__source").evaluateAll((all) => all.map((it) => [it.className, Number.parseFloat(getComputedStyle(it).fontSize)]));
        for (const [name, size] of sizes) expect.soft(size, `${theme}, step ${step}: ${name}`).toBeGreaterThanOrEqual(width === 1920 ? (name === "theme__sentence" ? 28 : 18) : 13);
        if (questions(theme)[step - 1].picture === "bars") {
          const box = async (part) => shown.locator(part).first().boundingBox();
          await expect(shown.locator(pictures.bars).first()).toBeVisible();
          const isWide = async () => Math.abs((await box(pictures.bars)).width - (await box(".bar-chart__canvas")).width) < 2;
          await expect.poll(isWide, `${theme}, step ${step}: as wide as its frame`).toBe(true);
        }
        await page.keyboard.press("ArrowRight");
      }
    }
  });

test("on paper the theme is as always", async ({ page }) => {
  await open(page, "kompetens/?lang=sv&step=2");
  await expectStep(page, "kompetens", 2);
  await page.emulateMedia({ media: "print" });
  await expect(heading(page)).toHaveText(questions("kompetens").map(({ title }) => title.sv));
  await expect(page.locator(".theme__made-up .synthetic-mark")).toBeVisible();
  await expect(page.locator(".presentation")).toBeHidden();
});

test("leaving for another page, the frame is there", async ({ page }) => {
  await open(page, "kompetens/?lang=sv");
  await page.locator('.theme-list__link[href*="/vald/"]').click();
  await expect(page.locator("h1")).toHaveText("Våld och kränkningar");
  await start(page).click();
  await expectStep(page, "vald", 1);
  await page.evaluate(() => history.go(-2));
  await expect(page.locator("h1")).toHaveText("Kompetens");
  await expectTheme(page, "kompetens");
  await page.evaluate(() => history.go(2));
  await expectStep(page, "vald", 1);
});
