// The start page: every figure in its sentences is the file's, with qualifier, source and registry number.
import { catalogue, dataset, headlines, pictures } from "./files.js";
import { expect, open, test } from "./support.js";
import { say } from "./words.js";
import { written } from "./written.js";

const cards = (page) => page.locator(".finding");

/** An authored text with the figures of its dataset in their places. */
function filled(template, headline, language) {
  const figure = (name) => {
    const { measure, at = {} } = headline.figures[name];
    return written(dataset(headline.dataset).answer(measure, at), language);
  };
  return template[language].replaceAll(/\{(\w+)\}/g, (_, name) => figure(name));
}

for (const language of ["sv", "en"]) {
  test(`every figure of the headlines is the file's, in ${language}`, async ({ page }) => {
    await open(page, `./?lang=${language}`);
    await expect(cards(page)).toHaveCount(headlines().length);
    for (const [place, headline] of headlines().entries()) {
      const card = cards(page).nth(place);
      await expect(card.locator(".finding__figure")).toHaveText(filled(headline.figure, headline, language));
      await expect(card.locator(".finding__text")).toHaveText(filled(headline.text, headline, language));
      await expect(card.locator(".finding__context")).toHaveText(filled(headline.context, headline, language));
    }
  });

  test(`each headline says where its figure stands, in ${language}`, async ({ page }) => {
    await open(page, `./?lang=${language}`);
    for (const [place, headline] of headlines().entries()) {
      const { insyn } = dataset(headline.dataset);
      const cell = dataset(headline.dataset).answer(headline.show.measure, headline.show.at);
      const source = insyn.sources[cell.source ?? 0];
      const line = cards(page).nth(place).locator(".finding__source");
      await expect(line).toContainText(source.title);
      if (source.url) await expect(line.getByRole("link", { name: source.title })).toHaveAttribute("href", source.url);
      const numbers = insyn.diarienummer ?? [];
      await expect(line.locator(".finding__number")).toHaveText(numbers.length ? `Dnr ${numbers.join(", ")}` : say("notes::no_registry_number", language));
    }
  });
}

for (const language of ["sv", "en"])
  test(`each theme shows a few of its published figures, in ${language}`, async ({ page }) => {
    await open(page, `./?lang=${language}`);
    const shown = page.locator(".theme-list__item");
    await expect(page.locator(".small-bars")).toHaveCount(pictures().length);
    for (const { theme, dataset: id, caption, bars } of pictures()) {
      const card = shown.filter({ has: page.locator(`a[href*="${theme}/"]`) });
      await expect(card.locator(".small-bars__caption")).toHaveText(caption[language]);
      await expect(card.locator(".small-bars__label")).toHaveText(bars.map((bar) => bar[language]));
      const answers = bars.map(({ measure, at }) => dataset(id).answer(measure, at));
      await expect(card.locator(".small-bars__value")).toHaveText(answers.map((answer) => written(answer, language)));
      // One scale: lengths stand to each other as the figures do.
      const lengths = await card.locator(".small-bars__bar rect").evaluateAll((all) => all.map((it) => it.width.baseVal.value));
      for (const [place, answer] of answers.entries()) expect(lengths[place] / lengths[0]).toBeCloseTo(answer.value / answers[0].value, 1);
    }
  });

test("a theme whose figures do not come stands there without them", async ({ page, watch }) => {
  watch.allow(/scb-2021/);
  await page.route("**/data/scb-2021.bin", (route) => route.abort());
  await open(page);
  await expect(page.locator(".small-bars")).toHaveCount(pictures().length - 1);
  await expect(page.locator(".theme-list__item")).toHaveCount(pictures().length);
});

test("a headline keeps the qualifier of its source", async ({ page }) => {
  await open(page);
  const finding = cards(page).filter({ hasText: "genomförandeplan" });
  await expect(finding.locator(".finding__figure")).toHaveText("drygt 40\u00a0%");
  await expect(finding).toContainText("drygt 450 ärenden");
});

test("no sentence is left with a hole or a brace", async ({ page }) => {
  for (const language of ["sv", "en"]) {
    await open(page, `./?lang=${language}`);
    for (const text of await cards(page).allInnerTexts()) expect(text).not.toMatch(/[{}]|undefined|NaN|publiceras inte|not published/);
  }
});

test("each headline opens the view that shows its figure", async ({ page }) => {
  for (const [place, headline] of headlines().entries()) {
    await open(page);
    await cards(page).nth(place).locator(".finding__more").click();
    await expect(page).toHaveURL(new RegExp(`utforska/\\?.*dataset=${headline.dataset}.*measure=${headline.show.measure}`));
    const shown = written(dataset(headline.dataset).answer(headline.show.measure, headline.show.at), "sv");
    await expect(page.locator(".figure-card__value")).toHaveText(shown);
    await expect(page.locator(".notice")).toHaveCount(0);
  }
});

test("it lists every dataset, the published apart from the synthetic", async ({ page }) => {
  test.slow();
  await open(page);
  const lists = page.locator(".dataset-list");
  const labels = (synthetic) => catalogue().filter((item) => Boolean(item.synthetic) === synthetic).map((item) => item.label.sv);
  expect(await lists.nth(0).locator("a").allInnerTexts()).toEqual(labels(false));
  expect(await lists.nth(1).locator("a").allInnerTexts()).toEqual(labels(true));
  for (const item of catalogue()) {
    await open(page);
    await page.getByRole("link", { name: item.label.sv, exact: true }).click();
    await expect(page.locator("#select-dataset")).toHaveValue(item.id);
  }
});

test("of a publisher who has only one kind of data, and no sentences, nothing empty is shown", async ({ page }) => {
  const changed = (path, change) =>
    page.route(`**/${path}`, async (route) => {
      const file = await (await route.fetch()).json();
      change(file);
      await route.fulfill({ json: file });
    });
  await changed("data/index.json", (file) => (file.link.item = file.link.item.filter(({ extension }) => extension.insyn.synthetic)));
  await changed("stories/start.json", (file) => (file.headlines = []));
  await open(page);
  await expect(page.getByRole("heading", { name: say("start::datasets_synthetic") })).toBeVisible();
  await expect(page.getByRole("heading", { name: say("start::datasets_published") })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: say("start::findings_title") })).toBeHidden();
});

test("charts are not fetched for it", async ({ page }) => {
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  await open(page);
  await page.waitForLoadState("networkidle");
  expect(fetched.filter((url) => /echarts/.test(url))).toEqual([]);
});
