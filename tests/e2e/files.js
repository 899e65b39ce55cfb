// What the published files say: the tests' own reading of them, which shares nothing with the page's.
import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));

export const catalogue = () => read("public/data/index.json").link.item.map((item) => ({ href: item.href, ...item.extension.insyn }));
export const item = (id) => catalogue().find((item) => item.id === id);
export const headlines = () => read("public/stories/start.json").headlines;
export const pictures = () => read("public/stories/start.json").themes;

const opened = new Map();
const once = (path, make) => opened.get(path) ?? opened.set(path, make(read(path))).get(path);

/** The outlines of a level: where an area stands on the page, and a point inside it. */
export const outlines = (level = "municipality") =>
  once(`public/maps/${{ municipality: "municipalities", county: "counties", division: "divisions" }[level]}.json`, ({ areas }) => ({
    codes: areas.code,
    place: (code) => areas.code.indexOf(code),
    label: (code) => areas.label[areas.code.indexOf(code)],
    name: (code, language = "sv") => (language === "en" && areas.name_en?.[areas.code.indexOf(code)]) || areas.name[areas.code.indexOf(code)],
    neighbours: (code) => areas.code.filter((other, place) => areas.neighbours[place].includes(code) || areas.neighbours[areas.code.indexOf(code)].includes(other)),
  }));

/** A dataset: its categories by dimension, and its cells. */
export const dataset = (id) => once(`public/data/${id}.json`, (file) => new Dataset(file));

class Dataset {
  constructor(file) {
    this.file = file;
    this.insyn = file.extension.insyn;
    this.remarks = new Map((this.insyn.cells ?? []).map((cell) => [cell.at, cell]));
  }

  codes(dimension) {
    const { index } = this.file.dimension[dimension].category;
    return Array.isArray(index) ? index : Object.keys(index).sort((one, other) => index[one] - index[other]);
  }

  label(dimension, code, language = "sv") {
    const swedish = this.file.dimension[dimension].category.label[code];
    return (language === "en" && this.insyn.i18n?.en?.dimension?.[dimension]?.category?.[code]) || swedish;
  }

  measureLabel(measure, language = "sv") {
    return this.insyn.measures[measure]?.label?.[language] ?? this.label("measure", measure, language);
  }

  /** Totals, and of periods the newest, but for what is asked. */
  whole(at) {
    const total = (dimension) => this.insyn.dimensions[dimension]?.total ?? this.codes(dimension).at(dimension === "period" ? -1 : 0);
    return Object.fromEntries(this.file.id.filter((dimension) => dimension !== "measure").map((dimension) => [dimension, at[dimension] ?? total(dimension)]));
  }

  /** The cell: value (null: none), its sign, its remark. Of a measure published once, that cell whatever its period. */
  cell(measure, at = {}) {
    if (!this.codes("measure").includes(measure)) return { value: null };
    const found = this.cellAt({ ...this.whole(at), measure });
    if (found.value !== null || found.sign || at.period) return found;
    const others = this.codes("period").toReversed().map((period) => this.cellAt({ ...this.whole(at), period, measure }));
    return others.find(({ value }) => value !== null) ?? found;
  }

  cellAt(at) {
    const place = this.file.id.reduce((place, dimension, n) => place * this.file.size[n] + this.codes(dimension).indexOf(at[dimension]), 0);
    const { value, status = {} } = this.file;
    const remark = this.remarks.get(place) ?? {};
    return { value: value[place] ?? null, sign: status[place], state: this.insyn.states?.[status[place]], ...remark };
  }

  /** What the page can say of a cell: a share from its two exact counts, else what is published. */
  answer(measure, at = {}) {
    const said = this.insyn.measures[measure];
    const published = { ...this.cell(measure, at), decimals: said.decimals, kind: said.kind };
    if (!said.denominator) return published;
    const above = this.cell(said.numerator, at);
    const below = this.cell(said.denominator, { ...at, ...said.denominator_at });
    const counts = { above, below };
    const isExact = (cell) => cell.value !== null && !cell.qualifier;
    if (isExact(below) && below.value === 0) return { ...published, value: null, state: "nothing_counted", counts };
    if (isExact(above) && isExact(below)) {
      const isShare = said.kind === "share";
      // A share that says nothing is in per cent.
      const per = said.per ?? (isShare ? 100 : 1);
      const value = (above.value / below.value) * per;
      const interval = isShare ? wilson(above.value, below.value).map((end) => end * per) : undefined;
      // Of fewer than a hundred, one more or less is more than a per cent: no decimals.
      return { value, decimals: isShare && below.value < 100 ? 0 : said.decimals, kind: said.kind, interval, counts };
    }
    if (published.value !== null) return { ...published, counts };
    const states = [above, below].filter(({ value }) => value === null).map((cell) => cell.state ?? (cell.sign ? "unknown" : "unpublished"));
    const state = states.find((state) => state === "suppressed") ?? states.find((state) => state !== "unpublished") ?? "unpublished";
    return { ...published, state, counts };
  }
}

/** Wilson's 95 % interval. */
export function wilson(found, n) {
  const z = 1.959963984540054;
  const share = found / n;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
