// jsonstat-toolkit: parsed, and made into rows by its toTable, as one needs them to group.
import JSONstat from "jsonstat-toolkit";

export const name = "jsonstat-toolkit";
export const loads = {
  jsonstat: ({ text }) => JSONstat(JSON.parse(text)).toTable({ type: "arrobj", content: "id" }),
};
export function totals(rows) {
  const sums = [0, 0, 0];
  for (const { measure, value } of rows) {
    sums[measure === "found" ? 0 : 1] += value ?? 0;
    if (value === null || value === undefined) sums[2] += 1;
  }
  return sums;
}
