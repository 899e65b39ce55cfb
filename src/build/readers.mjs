// Cross-check: our reader of JSON-stat against npm's jsonstat-toolkit, on our fixtures, our catalogue and every dataset it names. Run after `cargo test`, which builds the program.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import JSONstat from "jsonstat-toolkit";

const program = `${process.env.CARGO_TARGET_DIR || "target"}/debug/insyn`;
const fixtures = "tests/fixtures/jsonstat";
const data = "public/data";

/** Sums are added in another order, and we scale: equal but for the last digits of a double. */
const isClose = (a, b) => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function inspected(file) {
  const { stdout, error } = spawnSync(program, ["inspect", "--json", "--values", file], { encoding: "utf8", maxBuffer: 2 ** 30 });
  if (error) throw error;
  return JSON.parse(stdout);
}

/** What differs in a collection: its items, but for those that we complained of and left out. */
function* inCollection(ours, theirs) {
  const isLeftOut = (n) => ours.complaints.some(({ severity, place }) => severity === "fatal" && `${place}/`.startsWith(`/link/item/${n}/`));
  const items = theirs.id.filter((_, n) => !isLeftOut(n));
  if (!isSame(items, ours.datasets.map(({ href }) => href))) yield `items: theirs ${items.join()}`;
}

/** What differs in a dataset: dimensions, codes, each number, and their sum. */
function* inDataset(ours, theirs) {
  const dimensions = theirs.Dimension();
  const mine = ours.dimensions;
  if (!isSame(theirs.id, mine.map(({ id }) => id))) return yield `ids: theirs ${theirs.id}, ours ${mine.map(({ id }) => id)}`;
  if (!isSame(theirs.size.map(Number), mine.map(({ size }) => size))) return yield `sizes: theirs ${theirs.size}, ours ${mine.map(({ size }) => size)}`;
  for (const [n, { id }] of dimensions.entries()) if (!isSame(id, mine[n].codes)) return yield `codes of ${theirs.id[n]}`;
  if (ours.values.length !== theirs.n) return yield `cells: theirs ${theirs.n}, ours ${ours.values.length}`;

  const places = mine.map(({ codes }) => new Map(codes.map((code, place) => [code, place])));
  const cells = [];
  for (const cell of ours.values) cells[mine.reduce((flat, { id, size }, n) => flat * size + places[n].get(cell.coord[id]), 0)] = cell;
  const metric = dimensions.findIndex(({ role }) => role === "metric");
  // The standard keeps millions as 1.5 with the multiplier 6; we read 1500000.
  const scale = (cell) => 10 ** (metric < 0 ? 0 : (dimensions[metric].Category(cell.coord[theirs.id[metric]]).unit?.multiplier ?? 0));
  const withheld = new Map();
  let sum = 0;
  for (const [flat, cell] of cells.entries()) {
    const { value, status } = theirs.Data(flat);
    const number = typeof value === "number" ? value * scale(cell) : null;
    if (cell.value === undefined && number !== null) {
      // A sign may say that there is no number: then none is shown, and we said so at the first such cell.
      if (typeof status !== "string") yield `cell ${flat}: theirs ${number}, ours ${cell.state}`;
      else if (number !== 0 || cell.state !== "rounds_to_zero") withheld.set(status, withheld.get(status) ?? flat);
    } else if (number === null ? cell.value !== undefined : !isClose(number, cell.value)) {
      yield `cell ${flat}: theirs ${number}, ours ${cell.value}`;
    } else sum += number ?? 0;
  }
  for (const [sign, flat] of withheld)
    if (!ours.complaints.some(({ severity, place }) => severity === "warning" && place === `/status/${flat}`)) yield `cell ${flat}: no number at "${sign}", and no warning`;
  if (!isClose(sum, ours.sum)) yield `sum: theirs ${sum}, ours ${ours.sum}`;
}

function* differences(file) {
  const theirs = JSONstat(JSON.parse(readFileSync(file, "utf8")));
  const ours = inspected(file);
  if (ours.class !== theirs.class) yield `class: theirs ${theirs.class}, ours ${ours.class}`;
  else if (theirs.class === "collection") yield* inCollection(ours, theirs);
  else yield* inDataset(ours, theirs);
}

if (!existsSync(program)) {
  console.error(`${program} is not there: run "cargo build --bin insyn" first.`);
  process.exit(1);
}
const catalogued = JSON.parse(readFileSync(`${data}/index.json`, "utf8")).link.item.map(({ href }) => href);
const files = [
  ...readdirSync(fixtures).filter((name) => name.endsWith(".json")).map((name) => `${fixtures}/${name}`),
  ...["index.json", ...catalogued].map((name) => `${data}/${name}`),
];
let failed = 0;
for (const file of files) {
  const [first] = differences(file);
  if (first === undefined) continue;
  failed += 1;
  console.log(`${file}: ${first}`);
}
console.log(`${files.length - failed} files read alike, ${failed} not`);
process.exit(failed ? 1 : 0);
