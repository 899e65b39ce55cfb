// The table of the comparison: milliseconds, how many times ours they are, and whether that is within the budget.

const NAMES = { json: "JSON.parse", "jsonstat-toolkit": "jsonstat-toolkit", duckdb: "duckdb-wasm", arrays: "plain typed arrays" };

/** What is compared: how it is called, its times in an answer, and by library how many times faster ours must be: [budget, stretch]. */
const ROWS = [
  ["JSON-stat, list with nulls → queryable", (it) => it.dense, { json: [3, 6] }],
  ["JSON-stat, sparse → queryable", (it) => it.sparse, { json: [3, 6] }],
  ["CSV → queryable", (it) => it.csv, { duckdb: [5, 9] }],
  ["linked: built and first answers", (it) => it.linked?.first, {}],
  ["one choice changed → all linked answers", (it) => it.linked?.change, { crossfilter2: [15, 30], duckdb: [10, 20] }],
  ["the same, a step of a drag", (it) => it.linked?.drag, {}],
];

const ms = (time) => (time < 0.1 ? time.toFixed(4) : time < 10 ? time.toFixed(2) : time.toFixed(0));
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** The lines to print for one table; `median` of a list of times. */
export function* report(ours, answers, median) {
  const size = (bytes) => (bytes ? mb(bytes) : "not made");
  yield `\n${ours.n?.toLocaleString("en")} rows of two counts: JSON-stat ${size(ours.denseBytes)} as a list, ${size(ours.sparseBytes)} sparse; CSV ${size(ours.csvBytes)}`;
  yield `${"".padEnd(42)}${"".padEnd(20)}${"ms".padStart(10)}${"times ours".padStart(12)}  budget`;
  for (const [what, times, budgets] of ROWS) {
    const own = times(ours)?.length ? median(times(ours)) : null;
    yield line(what, "insyn", own === null ? "failed" : ms(own));
    for (const [id, answer] of Object.entries(answers)) {
      if (!times(answer)?.length) continue;
      const theirs = median(times(answer));
      const ratio = own === null ? null : theirs / own;
      yield line("", NAMES[id] ?? id, ms(theirs), ratio, verdict(ratio, budgets[id], ours.n));
    }
  }
  yield `${"reading, by part".padEnd(42)}insyn`;
  for (const [part, times] of Object.entries(ours.parts ?? {})) if (times.length) yield line("", `  ${part}`, ms(median(times)));
  if (ours.linked?.gate) yield line("the gate on the table", "insyn", ms(median(ours.linked.gate)));
  if (ours.linked?.grab) yield line("taking hold before a drag", "insyn", ms(median(ours.linked.grab)));
  yield* memory(ours, answers);
  for (const [id, { faults }] of [["insyn", ours], ...Object.entries(answers)])
    for (const fault of faults) yield `${NAMES[id] ?? id} failed: ${fault}`;
}

const line = (what, who, time, ratio, told = "") =>
  `${what.padEnd(42)}${who.padEnd(20)}${time.padStart(10)}${(ratio ? ratio.toFixed(ratio < 10 ? 1 : 0) : "").padStart(12)}  ${told}`.trimEnd();

// The budgets are for a million cells; a smaller table only shows how it goes there.
function verdict(ratio, budget, n) {
  if (!budget || ratio === null) return "";
  const [least, stretch] = budget;
  if (n < 1_000_000) return `(≥ ${least} at a million)`;
  return ratio >= stretch ? `≥ ${least}: within the stretch of ${stretch}` : ratio >= least ? `≥ ${least}: within` : `≥ ${least}: OVER`;
}

function* memory(ours, answers) {
  const each = (bytes) => `${mb(bytes)}, ${(bytes / ours.n).toFixed(0)} bytes a row`;
  const tell = (bytes) => (bytes === null || bytes === undefined ? "not measured" : each(bytes));
  yield "memory";
  yield `  insyn: the page's program with table and linked views ${tell(ours.endMemory?.linked)}; the reader at its most ${tell(ours.loadMemory?.reader)}`;
  for (const [id, answer] of Object.entries(answers)) if (answer.linked) yield `  ${NAMES[id] ?? id}: table and linked views ${tell(answer.linked.memory)}`;
}
