// Ours: the reader of files as its worker runs it, and linked views as the page runs them.
import startLinked, { ReadBench } from "insyn:linked";
import startReader, { FileReader } from "insyn:reader";

export const name = "insyn";
const memories = {};
/** Where the time of reading goes, by part. */
export const parts = { taken: [], read: [], packed: [], unpacked: [] };

export async function start() {
  memories.reader = (await startReader({ module_or_path: "/reader/reader_bg.wasm" })).memory;
  memories.linked = (await startLinked({ module_or_path: "/linked/linked_bg.wasm" })).memory;
}

/** From bytes to the page's own cube: read in the worker's program, packed, unpacked in the page's. */
function read(file, bytes) {
  const at = [performance.now()];
  const reader = new FileReader();
  reader.add(file, bytes);
  at.push(performance.now());
  const panel = reader.read("");
  at.push(performance.now());
  const packed = reader.cube();
  reader.free();
  at.push(performance.now());
  if (!packed) throw new Error(panel.slice(0, 2000));
  const cube = new ReadBench(packed);
  at.push(performance.now());
  Object.values(parts).forEach((times, part) => times.push(at[part + 1] - at[part]));
  return cube;
}
export const loads = {
  jsonstat: ({ bytes }) => read("cells.json", bytes),
  csv: ({ bytes }) => read("cells.csv", bytes),
};
export const drop = (cube) => cube.free();

export function totals(cube) {
  const ids = cube.ids();
  const dimensions = ids.slice(0, -2);
  const sums = (measure) => cube.sums(0, ids.indexOf(measure) - dimensions.length);
  const all = (numbers, odd) => numbers.reduce((sum, it, at) => (at % 2 === odd ? sum + it : sum), 0);
  return [all(sums("found"), 0), all(sums("homes"), 0), all(sums("found"), 1)];
}

/** Linked views of the cube that was read: through the gate, then the first questions. */
export function link({ sizes }, { bytes, clock }) {
  const cube = read("cells.json", bytes);
  const linked = clock("gate", () => cube.admit());
  clock("first", () => {
    linked.build();
    linked.choose(0, 0, sizes[0]);
  });
  return {
    choose: (dimension, begin, count) => linked.choose(dimension, begin, count),
    grab: (dimension) => linked.grab(dimension),
    groups: () => sizes.map((size, d) => {
      const sums = new Float64Array(3 * size);
      for (let k = 0; k < size; k += 1) sums.set([linked.group(d, k, 0), linked.group(d, k, 1), linked.hidden(d, k, 0)], 3 * k);
      return sums;
    }),
    free: () => linked.free(),
  };
}

export const memory = () => ({ reader: memories.reader.buffer.byteLength, linked: memories.linked.buffer.byteLength });
