// The themes: each question with its answer, the published apart from the made-up, and the way to the same question in Explore.
import { readFileSync } from "node:fs";
import { asked } from "./explore.js";
import { catalogue, dataset } from "./files.js";
import { hands } from "./hands.js";
import { expect, open, test } from "./support.js";
import { say } from "./words.js";
import { range, written } from "./written.js";

const themes = ["vald", "kompetens", "handlaggning", "verktyg", "skillnader", "barnens-rost", "tidslinje"];
const storyOf = (theme) => JSON.parse(readFileSync(`public/stories/${theme}.json`, "utf8"));
const sectionsOf = (theme) => storyOf(theme).sections;
const isMadeUp = ({ dataset: id }) => catalogue().some((item) => item.id === id && item.synthetic);
const sections = (page) => page.locator(".theme__section");
const pictures = { bars: ".bar-chart svg", time: ".time__point", difference: ".difference__rows", funnel: ".funnel__dot", map: ".map-view__areas path", crosstab: ".crosstab .shade-5", needs: ".needs__row", flow: ".flow__band", steps: ".steps__share" };
const views = { bars: "chart", time: "time", difference: "difference", funnel: "funnel", map: "map", crosstab: "crosstab", needs: "chart", flow: "crosstab", steps: "chart" };

/** The sentence of a section, or an easy one, with the figures of its file in their places. */
const filled = ({ sentence, sv, en, figures, dataset: id }, language) =>
  (sentence ?? { sv, en })[language].replaceAll(/\{(\w+)\}/g, (_, name) => written(dataset(id).answer(figures[name].measure, figures[name].at ?? {}), language));

for (const theme of themes)
  for (const language of ["sv", "en"])
    test(`${theme} answers each of its questions, in ${language}`, async ({ page }) => {
      await open(page, `${theme}/?lang=${language}`);
      // Published first, each kind in the order of the file.
      const all = sectionsOf(theme);
      const expected = [...all.filter((it) => !isMadeUp(it)), ...all.filter(isMadeUp)];
      await expect(sections(page)).toHaveCount(expected.length);
      for (const [place, section] of expected.entries()) {
        const shown = sections(page).nth(place);
        await expect(shown.locator(".theme__question")).toHaveText(section.title[language]);
        await expect(shown.locator(pictures[section.picture]).first(), section.title.en).toBeVisible();
        await expect(shown.locator(".theme__limits")).toContainText(section.limits[language]);
        if (section.sentence) await expect(shown.locator(".theme__sentence")).toHaveText(filled(section, language));
        expect(await shown.evaluate((it) => Boolean(it.closest(".theme__made-up")))).toBe(isMadeUp(section));
        // What is made up stands below a heading that says so.
        await expect(shown.getByRole("heading", { name: section.title[language], exact: true })).toHaveJSProperty("tagName", isMadeUp(section) ? "H3" : "H2");
      }
      await expect(page.locator(".theme__made-up .synthetic-mark")).toHaveCount(all.some(isMadeUp) ? 1 : 0);
      const ids = await page.evaluate(() => [...document.querySelectorAll("main [id]")].map(({ id }) => id));
      expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    });

for (const theme of themes)
  for (const language of ["sv", "en"])
    test(`${theme} is told in easy sentences, in ${language}`, async ({ page }) => {
      await open(page, `${theme}/?lang=${language}`);
      const part = page.locator(".theme__plain");
      const sentences = part.locator("p");
      await expect(sentences.first()).toBeHidden();
      await part.getByText(say("theme::plain", language), { exact: true }).click();
      await expect(sentences).toHaveText(storyOf(theme).plain.map((sentence) => filled(sentence, language)));
      await expect(sentences.last()).toBeVisible();
    });

test("an easy sentence whose data do not come is left out, and those without figures stay", async ({ page, watch }) => {
  watch.allow(/hvb-2023/);
  await page.route("**/data/hvb-2023.json", (route) => route.abort());
  await open(page, "vald/");
  const left = storyOf("vald").plain.filter((sentence) => sentence.dataset !== "hvb-2023");
  expect(left.length).toBeGreaterThan(0);
  await page.locator(".theme__plain summary").click();
  await expect(page.locator(".theme__plain p")).toHaveText(left.map((sentence) => filled(sentence, "sv")));
});

for (const language of ["sv", "en"])
  test(`a term leads to its place in the glossary where it first stands, in ${language}`, async ({ page }) => {
    for (const theme of ["vald", "verktyg"]) {
      await open(page, `${theme}/?lang=${language}`);
      await expect(sections(page)).toHaveCount(sectionsOf(theme).length);
      const terms = page.locator("a.term");
      expect(await terms.count()).toBeGreaterThan(4);
      const ids = await terms.evaluateAll((links) => links.map((link) => new URL(link.href).hash));
      expect(ids.filter((id, place) => ids.indexOf(id) !== place), "each once").toEqual([]);
      await expect(page.locator(":is(h2, h3, h4) a.term, .theme__plain a.term")).toHaveCount(0);
      // All of them lead to a place that exists.
      const href = await terms.first().getAttribute("href");
      await terms.first().click();
      await expect(page.locator("h1")).toHaveText(say("frame::glossary", language));
      await expect.poll(() => page.url()).toContain(href.slice(href.indexOf("ordlista/")));
      await expect(page.locator(`.glossary__term${ids[0]}`)).toBeInViewport();
      for (const id of ids) await expect(page.locator(`.glossary__term${id}`)).toHaveCount(1);
      await page.goBack();
      await expect(sections(page).first()).toBeVisible();
    }
  });

test("the way to Explore leads to the very question", async ({ page }) => {
  for (const place of [0, 3, 6, 8]) {
    await open(page, "vald/");
    const section = [...sectionsOf("vald").filter((it) => !isMadeUp(it)), ...sectionsOf("vald").filter(isMadeUp)][place];
    await sections(page).nth(place).getByRole("link", { name: say("theme::in_explore"), exact: true }).click();
    await expect(page.locator(".view-switch")).toBeVisible();
    expect(asked(page)).toMatchObject({ dataset: section.dataset, measure: section.show.measure, view: views[section.picture], ...section.show.at });
    if (section.show.across) expect(asked(page).across).toBe(section.show.across);
    await expect(page.locator(".notice")).toHaveCount(0);
  }
});

test("the start page leads to every theme, and each theme to the others", async ({ page }) => {
  await open(page);
  await expect(page.locator(".theme-list__link")).toHaveCount(themes.length);
  await page.locator(".theme-list__link").first().click();
  await expect(page.locator("h1")).toHaveText("Våld och kränkningar");
  await expect(page.locator(".theme-list__link")).toHaveCount(themes.length - 1);
  await page.locator(".theme-list__link").first().click();
  await expect(page.locator("h1")).toHaveText("Kompetens");
  await page.goBack();
  await expect(page.locator("h1")).toHaveText("Våld och kränkningar");
});

test("a figure that changes in the file changes the sentence", async ({ page }) => {
  await page.route("**/data/hvb-2023.json", async (route) => {
    const file = await (await route.fetch()).json();
    file.value = file.value.map((value) => (value === 183 ? 184 : value));
    await route.fulfill({ json: file });
  });
  await open(page, "vald/");
  await expect(sections(page).first().locator(".theme__sentence")).toContainText("184");
  await expect(sections(page).first().locator(".theme__sentence")).not.toContainText("183");
});

test("a dataset that does not come is told in its place, and the rest is there", async ({ page, watch }) => {
  watch.allow(/hvb-2023/);
  await page.route("**/data/hvb-2023.json", (route) => route.abort());
  await open(page, "vald/");
  await expect(sections(page).first().getByRole("button", { name: say("frame::try_again") })).toBeVisible();
  await expect(sections(page).nth(1).locator(".theme__sentence")).toBeVisible();
});

test("what is picked in a picture stays on the page, and goes along to Explore", async ({ page }) => {
  await open(page, "vald/");
  const section = sections(page).first();
  await section.locator(".bar-chart__table > summary").click();
  await section.locator("tbody").getByRole("button").nth(1).click();
  await expect(section.locator("tbody tr").nth(1).getByRole("button")).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/vald\/$/);
  await section.getByRole("link", { name: say("theme::in_explore"), exact: true }).click();
  await expect(page.locator(".view-switch")).toBeVisible();
  expect(asked(page)).toMatchObject({ dataset: "hvb-2023", finding: "brist" });
});

test("the questions on top lead to their answers", async ({ page }) => {
  await open(page, "vald/");
  const links = page.locator(".theme__contents a");
  await expect(links).toHaveText(await page.locator(".theme__question").allInnerTexts());
  await links.last().click();
  await expect(page.locator(".theme__question").last()).toBeInViewport();
  await expect(page).toHaveURL(/vald\/#question-\d+$/);
});

for (const language of ["sv", "en"])
  test(`where more is needed is listed by the certain share, with its rule, in ${language}`, async ({ page }) => {
    await open(page, `verktyg/?lang=${language}`);
    const file = dataset("demo-handlaggning");
    const share = (step) => file.answer("steps_share", { step, period: "2024" });
    const steps = file.codes("step").toSorted((one, other) => share(other).interval[0] - share(one).interval[0]);
    const shown = page.locator(".needs__row");
    await expect(shown).toHaveCount(5);
    expect(await shown.evaluateAll((rows) => rows.map((row) => row.dataset.code))).toEqual(steps.slice(0, 5));
    await expect(shown.first().locator(".needs__figure")).toContainText(written(share(steps[0]), language));
    await expect(page.locator(".needs__rule").first()).toContainText(say("needs::rule_title", language));
    // One case may fail in several steps: that is said, and no more.
    await expect(page.locator(".needs__rule").nth(1)).toHaveText(say("notes::multi_response", language));
  });

const sideBySide = [
  ["handlaggning", "demo-tider", "each time limit stands by itself"],
  ["handlaggning", "demo-galler", "what deficiencies are about stands side by side"],
  ["verktyg", "demo-kontroll", "the three layers of control stand side by side"],
];
for (const [theme, id, what] of sideBySide)
  for (const language of ["sv", "en"])
    test(`${what}, each with its share, interval and n, in ${language}`, async ({ page }) => {
      await open(page, `${theme}/?lang=${language}`);
      const file = dataset(id);
      const { title, show } = sectionsOf(theme).find((it) => it.dataset === id && it.picture === "bars");
      const section = sections(page).filter({ has: page.getByRole("heading", { name: title[language], exact: true }) });
      await section.locator(".bar-chart__table > summary").click();
      const rows = section.locator(".bar-chart__table tbody tr");
      const codes = file.codes(show.by);
      await expect(rows).toHaveCount(codes.length);
      for (const [place, code] of codes.entries()) {
        const answer = file.answer(show.measure, { ...show.at, [show.by]: code });
        for (const text of [file.label(show.by, code, language), written(answer, language), written(answer.counts.below, language), range(answer.interval, answer.decimals, language)])
          await expect(rows.nth(place), code).toContainText(text);
      }
    });

for (const language of ["sv", "en"])
  test(`a county has its children by both of their places, in ${language}`, async ({ page }) => {
    await open(page, `skillnader/?lang=${language}`);
    const file = dataset("demo-lansgrans");
    const { title } = sectionsOf("skillnader").find((it) => it.dataset === "demo-lansgrans");
    const section = sections(page).filter({ has: page.getByRole("heading", { name: title[language], exact: true }) });
    for (const side of file.codes("side")) await expect(section.locator(".crosstab thead")).toContainText(file.label("side", side, language));
    const rows = section.locator(".crosstab tbody tr");
    for (const [place, area] of file.codes("area").entries())
      for (const side of file.codes("side")) await expect(rows.nth(place), area).toContainText(written(file.answer("side_share", { area, side, period: "2024" }), language));
  });

const chain = sectionsOf("handlaggning").find(({ picture }) => picture === "steps");
const ofStep = (step) => dataset(chain.dataset).answer(chain.show.measure, { ...chain.show.at, step });
const stepsInFile = dataset(chain.dataset).codes(chain.show.by);
const steps = (page) => page.locator(".steps__step");
const walk = (page, way) => page.getByRole("button", { name: new RegExp(`^${say(`steps::${way}`)}`) });

/** The only step that is open is this one. */
async function onlyOpen(page, step) {
  await expect(page.locator(".steps__item:has([aria-expanded=true])")).toHaveCount(1);
  const item = page.locator(`.steps__item[data-code="${step}"]`);
  await expect(item.locator(".steps__step")).toHaveAttribute("aria-expanded", "true");
  await expect(page.locator(".steps__behind").filter({ visible: true })).toHaveCount(1);
  const { above, below } = ofStep(step).counts;
  await expect(item.locator(".steps__title")).toContainText(dataset(chain.dataset).label("step", step));
  await expect(item.locator(".steps__figure strong")).toHaveText(written(ofStep(step), "sv"));
  await expect(item.locator(".steps__figure")).toContainText(`${written(above, "sv")} av ${written(below, "sv")}`);
}

for (const language of ["sv", "en"])
  for (const width of [375, 1440])
    test(`the eight steps stand in the order of the file, each with its figures, ${width} px wide, in ${language}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await open(page, `handlaggning/?lang=${language}`);
      const file = dataset(chain.dataset);
      expect(stepsInFile).toHaveLength(8);
      const items = page.locator(".steps__item");
      await expect(items).toHaveCount(stepsInFile.length);
      const ends = [];
      for (const [place, step] of stepsInFile.entries()) {
        const answer = ofStep(step);
        const shown = items.nth(place);
        await expect(shown).toHaveAttribute("data-code", step);
        await expect(shown.locator(".steps__number")).toHaveText(`${place + 1}`);
        await expect(shown.locator(".steps__name")).toHaveText(file.label("step", step, language));
        await expect(shown.locator(".steps__value")).toHaveText(written(answer, language));
        await expect(shown.locator(".steps__range")).toContainText(range(answer.interval, answer.decimals, language));
        await expect(shown.locator(".steps__n")).toContainText(written(answer.counts.below, language));
        const drawn = await shown.locator(".steps__bar").evaluate((bar) => ({
          end: bar.viewBox.baseVal.width,
          share: bar.querySelector(".steps__share").width.baseVal.value,
          line: [...bar.querySelectorAll(".steps__line")].map((line) => line.x1.baseVal.value),
        }));
        expect(drawn.share).toBeCloseTo(answer.value, 3);
        expect(drawn.line[1]).toBeCloseTo(answer.interval[0], 3);
        expect(drawn.line[2]).toBeCloseTo(answer.interval[1], 3);
        ends.push(drawn.end);
      }
      // All at one moment: a chart that comes further up moves them.
      const lies = await items.locator(".steps__step").evaluateAll((all) => all.map((it) => it.getBoundingClientRect()).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })));
      // One scale for all; side by side where there is room, else one below the other.
      expect(new Set(ends).size).toBe(1);
      expect(new Set(lies.map(({ x }) => x)).size).toBe(width > 1000 ? 8 : 1);
      expect(new Set(lies.map(({ y }) => y)).size).toBe(width > 1000 ? 1 : 8);
    });

for (const hand of hands)
  test(`a step is opened ${hand.name}, and the chain is walked to its end and back`, async ({ page }) => {
    await open(page, "handlaggning/");
    await expect(steps(page)).toHaveCount(stepsInFile.length);
    await onlyOpen(page, chain.show.at.step);
    await hand.press(steps(page).nth(5));
    await onlyOpen(page, stepsInFile[5]);
    await expect(steps(page).nth(5)).toBeFocused();
    for (const place of [6, 7]) {
      await hand.press(walk(page, "next"));
      await onlyOpen(page, stepsInFile[place]);
      await expect(walk(page, "next")).toBeFocused();
    }
    // At the end the way on leads nowhere, and the keyboard stays on it.
    await expect(walk(page, "next")).toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Enter");
    await onlyOpen(page, stepsInFile[7]);
    await expect(walk(page, "next")).toBeFocused();
    await hand.press(walk(page, "previous"));
    await onlyOpen(page, stepsInFile[6]);
    await expect(walk(page, "previous")).toBeFocused();
    await expect(walk(page, "next")).not.toHaveAttribute("aria-disabled");
    // The button of the open step shuts it, and opens it again.
    await hand.press(steps(page).nth(6));
    await expect(page.locator(".steps__behind").filter({ visible: true })).toHaveCount(0);
    await hand.press(steps(page).nth(6));
    await onlyOpen(page, stepsInFile[6]);
    await expect(page).toHaveURL(/handlaggning\/$/);
  });

test("from an opened step the ways on lead to that very step", async ({ page }) => {
  const step = stepsInFile[3];
  const { measure, at } = chain.show;
  const ways = [["theme::in_explore", "chart"], ["steps::over_time", "time"], ["steps::on_map", "map"]];
  for (const [name, view] of ways) {
    await open(page, "handlaggning/");
    await steps(page).nth(3).click();
    const section = sections(page).filter({ has: page.locator(".steps") });
    await section.getByRole("link", { name: say(name), exact: true }).click();
    await expect(page.locator(".view-switch")).toBeVisible();
    expect(asked(page)).toMatchObject({ ...at, dataset: chain.dataset, measure, by: "step", step, view });
    await expect(page.locator(".notice")).toHaveCount(0);
  }
});
