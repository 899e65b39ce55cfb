// arquero: a filter, a grouping and a roll-up for each view.
import { fromCSV, op, table as columns } from "arquero";

export const name = "arquero";
export const keepsColumns = true;
export const loads = {
  csv: ({ text }) => fromCSV(text, { parse: { area: String, found: (value) => (value === ".." ? null : +value) } }),
};
export function totals(table) {
  const { found, homes, of } = table.rollup({ found: op.sum("found"), homes: op.sum("homes"), of: op.valid("found") }).object();
  return [found, homes, table.numRows() - of];
}
export function link({ sizes, codes, found, homes, hidden }) {
  const table = columns({ ...Object.fromEntries(codes.map((column, d) => [`d${d}`, column])), found, homes, hidden });
  const chosen = sizes.map((size) => [0, size]);
  const ask = () => sizes.map((_, own) => {
    const tests = chosen.flatMap(([begin, count], d) => (d === own || count === sizes[d] ? [] : [`d.d${d} >= ${begin} && d.d${d} < ${begin + count}`]));
    const passing = tests.length ? table.filter(`d => ${tests.join(" && ")}`) : table;
    return passing.groupby(`d${own}`).rollup({ found: op.sum("found"), homes: op.sum("homes"), hidden: op.sum("hidden") });
  });
  let answers = ask();
  return {
    choose(dimension, begin, count) {
      chosen[dimension] = [begin, count];
      answers = ask();
    },
    groups: () => answers.map((answer, d) => {
      const sums = new Float64Array(3 * sizes[d]);
      for (const row of answer.objects()) sums.set([row.found, row.homes, row.hidden], 3 * row[`d${d}`]);
      return sums;
    }),
  };
}
