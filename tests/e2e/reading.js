// What a reader meets on a page as text, and what is wrong with it: words of the other language, numbers of another's ways.
import { catalogue, dataset } from "./files.js";
import { phrases } from "./words.js";

/** Every text a reader meets, seen or heard; what is marked as another language is left out. */
export const texts = (page) =>
  page.evaluate(() => {
    const { lang } = document.documentElement;
    const isOurs = (element) => element.closest("[lang]").lang === lang && !element.closest("script, style, noscript, [hidden]");
    const said = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (isOurs(node.parentElement)) said.push(node.data.trim());
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
      if (isOurs(element)) said.push(...["aria-label", "title", "placeholder", "alt"].map((name) => element.getAttribute(name) ?? ""));
    return [...new Set(said)].filter(Boolean);
  });

const shownIn = (said, phrase) => said.filter((text) => (phrase.length > 12 ? text.includes(phrase) : text === phrase));
// Whole words, among letters of every alphabet: "oförmåga" does not begin with "of".
export const small = {
  sv: /(?<![\p{L}\p{N}_])(the|of|and|with|from|which|not|were|children|homes)(?![\p{L}\p{N}_])/u,
  en: /(?<![\p{L}\p{N}_])(och|att|för|inte|är|från|eller|barn|hem|med)(?![\p{L}\p{N}_])/u,
};

// What is nobody's number: versions, licences, documents, addresses, a helpline, and titles quoted as they stand.
const titles = catalogue().flatMap(({ id }) => dataset(id).insyn.sources ?? []).flatMap(({ title, publisher }) => [title, publisher]);
const names = /116\u00a0111|EUPL-1\.2|CC0-1\.0|\b[0-9a-f]{16}\b|WCAG 2\.2|JSON-stat 2\.0|\bhttps?:\S+|\b[\w-]+\.(?:se|json|csv|html)\b|art\.nr [\d-]+|Dnr .*|S20\d\d\/\S+|2017-9-2|\d{4}-\d{2}(?:-\d{2})?/g;

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

const other = { sv: "en", en: "sv" };
const foreign = (language) =>
  phrases.filter((phrase) => phrase.sv !== phrase.en && !phrases.some((own) => own[language] === phrase[other[language]]));

// How the file itself writes a cell, beside the cell's name: "(children: area = 01, period = 2024)".
const codes = /\([\w-]+: \w+ = [^)]*\)/g;

/** Texts that hold the other language's fixed texts, or its small words. */
export function foreignIn(said, language) {
  const fixed = foreign(language).flatMap((phrase) => shownIn(said, phrase[other[language]]).map((text) => `${phrase.name}: ${text}`));
  // "1 not" is one note, in Swedish; a title is quoted as it stands.
  const own = (text) => titles.reduce((own, title) => own.replaceAll(title, ""), text.replaceAll(codes, ""));
  return [...fixed, ...said.filter((text) => text !== "1 not" && small[language].test(own(text)))];
}

/** Numbers that are not written as readers of the language write them. */
export const misnumberedIn = (said, language) =>
  said.flatMap((text) => {
    const bare = titles.reduce((bare, title) => bare.replaceAll(title, ""), text).replaceAll(names, "");
    // A place's code beside its name is a name too.
    if (/^\d{4}$/.test(bare)) return [];
    return wrong[language].filter(([pattern]) => pattern.test(bare)).map(([, fault]) => `${fault}: ${text.slice(0, 120)}`);
  });
