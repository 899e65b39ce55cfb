// PapaParse: rows as objects, the two counts as numbers.
import Papa from "papaparse";

export const name = "papaparse";
export const loads = {
  csv: ({ text }) => Papa.parse(text, {
    header: true,
    skipEmptyLines: true,
    transform: (value, column) => (column === "found" ? (value === ".." ? null : +value) : column === "homes" ? +value : value),
  }).data,
};
export { totals } from "../rows.js";
