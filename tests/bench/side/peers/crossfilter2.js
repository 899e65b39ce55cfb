// crossfilter2: a dimension and a group for each view; all three sums in one reducer.
import crossfilter from "crossfilter2";

export const name = "crossfilter2";
export const keepsColumns = true;

export function link({ n, sizes, codes, found, homes, hidden }) {
  const filter = crossfilter(Array.from({ length: n }, (_, row) => row));
  const dimensions = codes.map((column) => filter.dimension((row) => column[row]));
  const groups = dimensions.map((dimension) => dimension.group().reduce(
    (sums, row) => { sums[0] += found[row]; sums[1] += homes[row]; sums[2] += hidden[row]; return sums; },
    (sums, row) => { sums[0] -= found[row]; sums[1] -= homes[row]; sums[2] -= hidden[row]; return sums; },
    () => [0, 0, 0],
  ));
  const ask = () => groups.map((group) => group.all());
  let answers = ask();
  return {
    choose(dimension, begin, count) {
      if (count === sizes[dimension]) dimensions[dimension].filterAll();
      else dimensions[dimension].filterRange([begin, begin + count]);
      answers = ask();
    },
    groups: () => answers.map((all, d) => {
      const sums = new Float64Array(3 * sizes[d]);
      for (const { key, value } of all) sums.set(value, 3 * key);
      return sums;
    }),
  };
}
