/** The totals of rows that are objects; null where a count is hidden. */
export function totals(rows) {
  const sums = [0, 0, 0];
  for (const { found, homes } of rows) {
    sums[0] += found ?? 0;
    sums[1] += homes;
    if (found === null) sums[2] += 1;
  }
  return sums;
}
