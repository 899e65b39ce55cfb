// Each language whole and by its own rules: no word of the other, numbers as its readers write them.
import { expect, test } from "./support.js";
import { show, views } from "./views.js";
import { phrases } from "./words.js";

/** Every text a reader meets, seen or heard; what is marked as another language is left out. */
const texts = (page) =>
  page.evaluate(() => {
    const { lang } = document.documentElement;
    const isOurs = (element) => element.closest("[lang]").lang === lang && !element.closest("script, style, noscript");
    const said = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (isOurs(node.parentElement)) said.push(node.data.trim());
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
      if (isOurs(element)) said.push(...["aria-label", "title", "placeholder", "alt"].map((name) => element.getAttribute(name) ?? ""));
    return [...new Set(said)].filter(Boolean);
  });

const shownIn = (said, phrase) => said.filter((text) => (phrase.length > 12 ? text.includes(phrase) : text === phrase));
const small = { sv: /\b(the|of|and|with|from|which|not|were|children|homes)\b/, en: /\b(och|att|för|inte|är|från|eller|barn|hem|med)\b/ };

// What is neither: versions, licences, numbers of documents, addresses.
const names = /EUPL-1\.2|CC0-1\.0|WCAG 2\.2|JSON-stat 2\.0|\bhttps?:\S+|\b[\w-]+\.(?:se|json|csv|html)\b|art\.nr [\d-]+|Dnr .*|S2019\S+|2017-9-2|\d{4}-\d{2}(?:-\d{2})?/g;

const wrong = {
  sv: [
    [/\d\.\d/, "a decimal point"],
    [/\d%|\d %/, "no no-break space before the per cent sign"],
    [/(^|[\s(])-\d/, "a hyphen for a minus"],
    [/\b\d{1,3} \d{3}\b/, "thousands parted by a space that breaks"],
    [/\d{5,}/, "thousands not parted"],
  ],
  en: [
    [/\d,\d{1,2}(?!\d)/, "a decimal comma"],
    [/\d[\s\u00a0]%/, "a space before the per cent sign"],
    [/(^|[\s(])-\d/, "a hyphen for a minus"],
    [/\b\d{1,3}[ \u00a0]\d{3}\b/, "thousands parted by a space"],
    [/\d{5,}/, "thousands not parted"],
  ],
};

for (const language of ["sv", "en"]) {
  const other = language === "sv" ? "en" : "sv";
  test(`no word of the other language is left, in ${language}`, async ({ page, watch }) => {
    test.slow();
    for (const view of views) {
      await show(page, view, { language, watch });
      const said = await texts(page);
      expect(said.length).toBeGreaterThan(10);
      const foreign = phrases.filter((phrase) => phrase.sv !== phrase.en && !phrases.some((own) => own[language] === phrase[other]));
      for (const phrase of foreign) expect.soft(shownIn(said, phrase[other]), `${view.name}: ${phrase.name}`).toEqual([]);
      expect.soft(said.filter((text) => small[language].test(text)), `${view.name}: small words`).toEqual([]);
      await page.unrouteAll();
    }
  });

  test(`numbers are written as readers of ${language} do`, async ({ page, watch }) => {
    test.slow();
    for (const view of views) {
      await show(page, view, { language, watch });
      for (const text of await texts(page)) {
        const bare = text.replaceAll(names, "");
        // A place's code beside its name is a name too, and so is the helpline's number.
        if (/^\d{4}$/.test(bare)) continue;
        for (const [pattern, fault] of wrong[language]) expect.soft(bare.match(pattern)?.[0] ?? "", `${view.name}: ${fault} in “${text.slice(0, 90)}”`).toBe("");
      }
      await page.unrouteAll();
    }
  });
}

test("every fixed text has its own words in both languages", () => {
  expect(phrases.length).toBeGreaterThan(100);
  const same = phrases.filter(({ sv, en }) => sv === en).map(({ name }) => name);
  expect(same.sort()).toEqual(["frame::name", "frame::start"]);
  for (const { name, sv, en } of phrases) {
    expect.soft(small.sv.test(sv), `${name}: ${sv}`).toBe(false);
    expect.soft(small.en.test(en), `${name}: ${en}`).toBe(false);
  }
});
