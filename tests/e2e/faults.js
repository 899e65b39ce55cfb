// Tables that the gate must refuse, one for each way to find somebody. Their totals are numbers that stand nowhere else.

const TOTAL = 4317, GIRLS = 4314;
const words = (text) => ({ sv: text, en: text });
const count = (unit, more) => ({ kind: "count", unit: words(unit), protected_unit: "child", ...more });

/** Measures by sex; `columns`: for each measure its profile and its values for all, girls and boys (null: hidden). */
function table(columns, { profile = {}, sexes = ["all", "girls", "boys"], dimension = "sex", kind = "sex" } = {}) {
  const ids = Object.keys(columns);
  const value = ids.flatMap((id) => columns[id].values);
  return {
    version: "2.0", class: "dataset", label: "Barn efter kön", source: "Prov", updated: "2026-11-22",
    id: ["measure", dimension, "period"], size: [ids.length, sexes.length, 1],
    role: { metric: ["measure"], time: ["period"] },
    dimension: {
      measure: { label: "Mått", category: { index: ids, label: Object.fromEntries(ids.map((id) => [id, id])) } },
      [dimension]: { label: "Grupp", category: { index: sexes, label: Object.fromEntries(sexes.map((code) => [code, code])) } },
      period: { label: "År", category: { index: ["2024"], label: { 2024: "2024" } } },
    },
    value, status: Object.fromEntries(value.map((figure, place) => [place, figure === null ? "c" : ""]).filter(([, sign]) => sign)),
    extension: { insyn: {
      profile: "1", synthetic: true, publisher: words("Prov"),
      measures: Object.fromEntries(ids.map((id) => [id, columns[id].profile])),
      dimensions: { [dimension]: { kind, ...(sexes.includes("all") && { total: "all" }) }, period: { kind: "period" } },
      disclosure: { threshold: 5 }, states: { c: "suppressed" }, ...profile,
    } },
  };
}

const whole = { profile: count("barn"), values: [TOTAL, 2317, 2000] };

/** Days of care, a row for each of sixty cases, in one of two years each. */
function records() {
  const it = table({ dagar: { profile: { kind: "count", unit: words("dagar"), protected_unit: "none" }, values: [] } }, { sexes: Array.from({ length: 60 }, (_, place) => String(place + 1).padStart(4, "0")), dimension: "case", kind: "other" });
  it.size[2] = 2;
  it.dimension.period.category = { index: ["2023", "2024"], label: { 2023: "2023", 2024: "2024" } };
  return { ...it, status: {}, value: Object.fromEntries(it.dimension.case.category.index.map((_, place) => [2 * place + (place % 2), TOTAL + place])) };
}

/** name: what is wrong; table: the file; said: what the page must say; hides: what must stand nowhere. */
export const faults = [
  { name: "a hidden figure that follows from a total", table: table({ barn: { profile: count("barn", { additive_over: ["sex"] }), values: [TOTAL, GIRLS, null] } }), said: /räknas ut/, hides: [TOTAL, GIRLS] },
  { name: "a small count", table: table({ barn: { profile: count("barn"), values: [TOTAL, GIRLS, 3] } }), said: /under 5/, hides: [TOTAL, GIRLS] },
  { name: "a small count that follows from a share", table: table({ barn: whole, andel: { profile: { kind: "share", unit: words("procent"), denominator: "barn", decimals: 2, protected_unit: "child" }, values: [0.09, 0.1, 0.1] } }), said: /Andelen och/, hides: [TOTAL, 2317] },
  { name: "a table that nobody has protected", table: table({ barn: whole }, { profile: { unprotected: true } }), said: /inte skyddats/, hides: [TOTAL, 2317] },
  { name: "coordinates", table: table({ barn: whole }, { profile: { notes: [words("Hemmet ligger vid 59.329323, 18.068581")] } }), said: /koordinater/, hides: [TOTAL, "59.329323", "Barn efter kön"] },
  { name: "rows about single cases", table: records(), said: /enskilda fall/, hides: [TOTAL, TOTAL + 59] },
];

/** A number as the page could write it. */
export const spellings = (number) => (typeof number === "string" ? [number] : [String(number), number.toLocaleString("sv-SE"), number.toLocaleString("en-GB")]);
