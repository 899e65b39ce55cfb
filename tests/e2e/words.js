// The page's own fixed texts, read from its source, so that a text may be polished without touching a test.
import { readFileSync, readdirSync } from "node:fs";

const folder = "src/words";
const unescaped = (text) => JSON.parse(`"${text.replaceAll(/\\u\{(\w+)\}/g, (_, code) => `\\u${code.padStart(4, "0")}`)}"`);

const phrasesIn = (file) =>
  [...readFileSync(`${folder}/${file}`, "utf8").matchAll(/^ {4}(\w+):\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)";/gm)].map(([, name, sv, en]) => ({
    name: `${file.replace(".rs", "").replaceAll("/", "::")}::${name}`,
    sv: unescaped(sv),
    en: unescaped(en),
  }));

/** All of them: { name, sv, en }, the name as in the source: "frame::loading". */
export const phrases = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".rs")).flatMap(phrasesIn);

/** One of them, in a language. */
export function say(name, language = "sv") {
  const phrase = phrases.find((phrase) => phrase.name === name);
  if (!phrase) throw new Error(`src/words has no ${name}`);
  return phrase[language];
}
