// The page's own texts: each there in both languages, and in the right one.
import { misnumberedIn, small } from "./reading.js";
import { expect, test } from "./support.js";
import { phrases } from "./words.js";

test("every fixed text has its own words in both languages", () => {
  expect(phrases.length).toBeGreaterThan(100);
  const same = phrases.filter(({ sv, en }) => sv === en).map(({ name }) => name);
  expect(same.sort()).toEqual(["frame::name", "frame::start", "presentation::name"]);
  // What stands in quotation marks is somebody else's word.
  const own = (text) => text.replaceAll(/[“”][^”]*”/g, "");
  for (const { name, sv, en } of phrases) {
    expect.soft(small.sv.test(own(sv)), `${name}: ${sv}`).toBe(false);
    expect.soft(small.en.test(own(en)), `${name}: ${en}`).toBe(false);
  }
});

test("the reading of numbers would tell", () => {
  const faults = { sv: ["3.5 barn", "31%", "31 %", "-4", "1 497 barn", "12345"], en: ["3,5", "31 %", "-4", "1 497 cases", "12345"] };
  for (const [language, texts] of Object.entries(faults)) for (const text of texts) expect(misnumberedIn([text], language), text).toHaveLength(1);
  const right = { sv: ["31\u00a0%", "\u22124", "1\u00a0497", "3,5", "2017\u20132018", "0180"], en: ["31%", "1,497", "3.5", "\u22124"] };
  for (const [language, texts] of Object.entries(right)) expect(misnumberedIn(texts, language)).toEqual([]);
});
