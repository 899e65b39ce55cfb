// Plain typed arrays, one pass over all rows for all views: the honest bar for linked views.
import { plain } from "../data.js";

export const name = "plain typed arrays";
export const keepsColumns = true;
export function link(table) {
  const chosen = table.sizes.map((size) => [0, size]);
  let groups = plain(table, chosen);
  return {
    choose(dimension, begin, count) {
      chosen[dimension] = [begin, count];
      groups = plain(table, chosen);
    },
    groups: () => groups,
  };
}
