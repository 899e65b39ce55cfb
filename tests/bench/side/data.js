// The table that all are given, made by a seeded generator: homes inspected and homes with a finding, some of them hidden.

export const SIZES = [[2, 3, 6], [2, 3, 5, 4, 3]];
const YEARS = 10;
const SHARE_HIDDEN = 20;

/** A table of the shape at this place: columns of codes by dimension, and `found` (0 where `hidden` is 1) and `homes` by row. */
export function made(shape, areas) {
  const sizes = [areas.length, YEARS, ...SIZES[shape]];
  const names = ["area", "period", ...SIZES[shape].map((_, d) => `group${d}`)];
  const labels = sizes.map((size, d) =>
    d === 0 ? areas : Array.from({ length: size }, (_, k) => (d === 1 ? `${2013 + k}` : `g${d}-k${k}`)),
  );
  const n = sizes.reduce((all, size) => all * size, 1);
  const codes = sizes.map((size, d) => {
    const stride = sizes.slice(d + 1).reduce((all, it) => all * it, 1);
    return Uint16Array.from({ length: n }, (_, row) => Math.floor(row / stride) % size);
  });
  const [found, homes, hidden] = [new Int32Array(n), new Int32Array(n), new Uint8Array(n)];
  // xorshift32: the same table on every machine.
  let state = 0x2545f491;
  const random = (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  for (let row = 0; row < n; row += 1) {
    homes[row] = 20 + random(480);
    hidden[row] = random(100) < SHARE_HIDDEN ? 1 : 0;
    found[row] = hidden[row] ? 0 : 5 + random(homes[row] - 5);
  }
  return { n, sizes, names, labels, codes, found, homes, hidden };
}

/** The table as JSON-stat 2.0 with our profile; sparse: `value` is an object without the hidden cells, else a list with nulls. */
export function jsonstat(table, sparse) {
  const { n, names, labels, sizes, found, homes, hidden, codes } = table;
  const dimension = Object.fromEntries(names.map((name, d) => [name, { label: name, category: { index: labels[d] } }]));
  const measure = { index: ["found", "homes"], label: { found: "Homes with a finding", homes: "Homes inspected" } };
  const count = { kind: "count", unit: { en: "homes", sv: "hem" }, protected_unit: "none", additive_over: names };
  const insyn = {
    profile: "1",
    synthetic: true,
    measures: { found: count, homes: count },
    dimensions: { area: { kind: "area" }, period: { kind: "period" } },
    disclosure: { threshold: 5 },
    states: { c: "suppressed", p: "provisional" },
  };
  const head = {
    version: "2.0", class: "dataset", label: "Made up", source: "Made up", updated: "2026-11-22",
    id: ["measure", ...names], size: [2, ...sizes], role: { metric: ["measure"], geo: ["area"], time: ["period"] },
    dimension: { measure: { label: "Measure", category: measure }, ...dimension }, extension: { insyn },
  };
  const values = [];
  const status = [];
  for (const [m, column] of [found, homes].entries()) {
    for (let row = 0; row < n; row += 1) {
      const at = m * n + row;
      const none = m === 0 && hidden[row];
      if (!sparse) values.push(none ? "null" : column[row]);
      else if (!none) values.push(`"${at}":${column[row]}`);
      // The last year is provisional.
      if (none) status.push(`"${at}":"c"`);
      else if (m === 0 && codes[1][row] === YEARS - 1) status.push(`"${at}":"p"`);
    }
  }
  const value = sparse ? `{${values.join()}}` : `[${values.join()}]`;
  return `${JSON.stringify(head).slice(0, -1)},"value":${value},"status":{${status.join()}}}`;
}

/** The table as CSV, a row a cell; two points where it is hidden. */
export function csv({ n, names, labels, codes, found, homes, hidden }) {
  const lines = [[...names, "found", "homes"].join()];
  for (let row = 0; row < n; row += 1) {
    let line = "";
    for (let d = 0; d < names.length; d += 1) line += `${labels[d][codes[d][row]]},`;
    lines.push(`${line}${hidden[row] ? ".." : found[row]},${homes[row]}`);
  }
  return `${lines.join("\n")}\n`;
}

/** What every load must answer: all found, all homes, how many are hidden. */
export function totals({ found, homes, hidden }) {
  const sum = (column) => column.reduce((all, it) => all + it, 0);
  return [sum(found), sum(homes), sum(hidden)];
}

/**
 * The plainest linked views: for each dimension its groups in one pass, blind to its own choice.
 * Answers per dimension [found, homes, hidden] of each category after one another; a yardstick and no rival.
 */
export function plain({ n, sizes, codes, found, homes, hidden }, chosen) {
  const groups = sizes.map((size) => new Float64Array(3 * size));
  for (let row = 0; row < n; row += 1) {
    let failed = -1;
    let nFailed = 0;
    for (let d = 0; d < sizes.length; d += 1) {
      const code = codes[d][row];
      if (code < chosen[d][0] || code >= chosen[d][0] + chosen[d][1]) { failed = d; nFailed += 1; }
    }
    if (nFailed > 1) continue;
    for (let d = nFailed ? failed : 0; d < (nFailed ? failed + 1 : sizes.length); d += 1) {
      const at = 3 * codes[d][row];
      groups[d][at] += found[row];
      groups[d][at + 1] += homes[row];
      groups[d][at + 2] += hidden[row];
    }
  }
  return groups;
}
