// d3-dsv: rows as objects, the two counts as numbers.
import { csvParse } from "d3-dsv";

export const name = "d3-dsv";
export const loads = {
  csv: ({ text }) => csvParse(text, (row) => {
    row.found = row.found === ".." ? null : +row.found;
    row.homes = +row.homes;
    return row;
  }),
};
export { totals } from "../rows.js";
