// How numbers and cells are to be written in either language, by the browser world's own rules (CLDR), not the page's.
const locales = { sv: "sv-SE", en: "en-GB" };

export function number(value, decimals, language) {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(locales[language], digits).format(value).replace("-", "\u2212");
}

export const percent = (value, decimals, language) => number(value, decimals, language) + (language === "sv" ? "\u00a0%" : "%");

const qualifiers = {
  just_over: { sv: "drygt #", en: "just over #" },
  over: { sv: "över #", en: "over #" },
  about: { sv: "cirka #", en: "about #" },
  nearly: { sv: "närmare #", en: "close to #" },
  almost: { sv: "nästan #", en: "almost #" },
  half: { sv: "hälften", en: "half" },
  rounded: { sv: "# (avrundat)", en: "# (rounded)" },
  derived: { sv: "# (beräknat)", en: "# (calculated)" },
};

const states = {
  rounds_to_zero: { sv: "mindre än hälften av enheten", en: "less than half the unit" },
  suppressed: { sv: "dold av sekretess", en: "hidden for confidentiality" },
  missing: { sv: "uppgift saknas", en: "not reported" },
  not_applicable: { sv: "ej tillämpligt", en: "not applicable" },
  uncertain: { sv: "för osäker för att redovisas", en: "too uncertain to publish" },
  not_yet: { sv: "ännu inte publicerad", en: "not yet published" },
  unpublished: { sv: "publiceras inte", en: "not published" },
  nothing_counted: { sv: "inget tillsynat (n\u00a0=\u00a00)", en: "nothing supervised (n\u00a0=\u00a00)" },
};

/** A cell or an answer (files.js) as it is to stand on the page. */
export function written({ value, kind = "count", decimals = 0, qualifier, state, sign }, language) {
  if (value === null) return sign && !state ? `${sign} (${language === "sv" ? "betydelse ej angiven" : "meaning not given"})` : states[state ?? "unpublished"][language];
  const text = kind === "share" ? percent(value, decimals, language) : number(value, decimals, language);
  return qualifier ? qualifiers[qualifier][language].replace("#", text) : text;
}

/** The interval as a range: "17–41 %". */
export const range = ([low, high], decimals, language) => `${number(low, decimals, language)}–${percent(high, decimals, language)}`;
