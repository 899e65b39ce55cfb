// What runs in the page for one library: makes the data, times the work, compares every answer. `side.mjs` calls `run`.
import { csv, jsonstat, made, plain, totals } from "./data.js";

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
const bytesOf = (text) => new TextEncoder().encode(text);

async function timed(work) {
  const begun = performance.now();
  const done = work();
  const answer = done instanceof Promise ? await done : done;
  return [performance.now() - begun, answer];
}

/** How often a work is timed after warming up, by how long that took: what takes seconds is timed less often. */
const runsFor = (ms) => (ms < 1500 ? 5 : ms < 5000 ? 3 : 1);

async function load(peer, kind, text, wanted) {
  const bytes = bytesOf(text);
  const times = [];
  const once = async (check) => {
    globalThis.gc?.();
    await pause();
    const input = { text, bytes: peer.takesBytes ? bytes.slice() : bytes };
    const [ms, data] = await timed(() => peer.loads[kind](input));
    if (check) same(`${peer.name}, ${kind}`, await peer.totals(data), wanted);
    await peer.drop?.(data);
    return ms;
  };
  // WebAssembly and JavaScript are made fast only while they run, beside it: what is quick runs for a second first.
  const first = await once(true);
  for (let warm = first, run = 1; warm < 1000 && run < 15; run += 1) warm += await once(false);
  for (const times of Object.values(peer.parts ?? {})) times.length = 0;
  for (let run = 0; run < runsFor(first); run += 1) times.push(await once(false));
  return times;
}

function same(what, answers, wanted) {
  const at = wanted.findIndex((it, place) => it !== answers[place]);
  if (at >= 0 || answers.length !== wanted.length) throw new Differs(`${what}: ${answers[at]} at ${at}, not ${wanted[at]}`);
}
class Differs extends Error {}

/** Bytes of the page and its workers, where the browser tells. */
async function memory() {
  globalThis.gc?.();
  if (!performance.measureUserAgentSpecificMemory) return null;
  const told = performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes, () => null);
  return Promise.race([told, new Promise((resolve) => setTimeout(() => resolve(null), 20_000))]);
}

async function linked(peer, table, text, before) {
  const answer = { first: [], change: [], drag: [] };
  const clock = (name, work) => {
    const begun = performance.now();
    const done = work();
    (answer[name] ??= []).push(performance.now() - begun);
    return done;
  };
  const context = { clock, bytes: text && bytesOf(text) };
  let view;
  for (let run = 0, runs = 1; run <= runs; run += 1) {
    view?.free?.();
    view = null;
    globalThis.gc?.();
    await pause();
    const [ms, done] = await timed(() => peer.link(table, context));
    view = done;
    if (run === 0) {
      runs = Math.min(3, runsFor(ms));
      for (const name of ["first", "gate"]) answer[name]?.splice(0);
    }
    // Ours reads the file here too, and keeps the time itself.
    else if (!text) answer.first.push(ms);
  }
  const { sizes } = table;
  const everything = sizes.map((size) => [0, size]);
  const compare = (d, begin, count) => {
    const chosen = everything.with(d, [begin, count]);
    const wanted = plain(table, chosen);
    view.groups().forEach((sums, e) => same(`${peer.name}, dimension ${e} with ${count} of ${d} chosen`, sums, wanted[e]));
  };
  const begun = performance.now();
  for (let round = 0; round < 5 && (round < 1 || performance.now() - begun < 6000); round += 1) {
    for (let d = 0; d < sizes.length; d += 1) {
      for (const [first, count] of [[0, Math.ceil(sizes[d] / 2)], [sizes[d] >> 1, 1], [0, sizes[d]]]) {
        answer.change.push((await timed(() => view.choose(d, first, count)))[0]);
        if (round === 0) compare(d, first, count);
      }
    }
  }
  const after = await memory();
  answer.memory = after === null || before === null ? null : after - before;
  if (peer.ownMemory) answer.memory = await peer.ownMemory();
  if (answer.memory !== null && peer.keepsColumns) {
    for (const column of [...table.codes, table.found, table.homes, table.hidden]) answer.memory += column.byteLength;
  }
  for (const d of [0, 1]) {
    if (view.grab) (answer.grab ??= []).push((await timed(() => view.grab(d)))[0]);
    const count = sizes[d] >> 1;
    const begun = performance.now();
    for (let round = 0; round < 20 && performance.now() - begun < 3000; round += 1) {
      // The clock is coarse beside one step: a drag is timed as one.
      let steps = 0;
      const [ms] = await timed(async () => {
        for (let first = 0; first + count <= sizes[d] && performance.now() - begun < 6000; first += 1, steps += 1) {
          const done = view.choose(d, first, count);
          if (done instanceof Promise) await done;
        }
      });
      answer.drag.push(ms / steps);
      if (round === 0) compare(d, steps - 1, count);
    }
    const back = view.choose(d, 0, sizes[d]);
    if (back instanceof Promise) await back;
  }
  return answer;
}

/** All of one library's work on one table. A fault of the library is told and the rest goes on; `differs` tells a wrong answer. */
globalThis.run = async (id, shape, areas) => {
  const answer = { faults: [], differs: false };
  const doing = async (what, work) => {
    try {
      answer[what] = await work();
    } catch (error) {
      answer.differs ||= error instanceof Differs;
      answer.faults.push(`${what}: ${error.message ?? error}`);
    }
  };
  const table = made(shape, areas);
  answer.n = table.n;
  const before = await memory();
  let peer;
  await doing("start", async () => {
    peer = await import(`/peers/${id}.js`);
    await peer.start?.();
  });
  if (!peer || answer.faults.length) return answer;
  const wanted = totals(table);
  const texts = { dense: () => jsonstat(table, false), sparse: () => jsonstat(table, true), csv: () => csv(table) };
  for (const [what, make] of Object.entries(texts)) {
    const kind = what === "csv" ? "csv" : "jsonstat";
    if (!peer.loads?.[kind]) continue;
    const text = make();
    answer[`${what}Bytes`] = text.length;
    await doing(what, () => load(peer, kind, text, wanted));
    for (const [part, times] of Object.entries(peer.parts ?? {})) (answer.parts ??= {})[`${what}, ${part}`] = times.splice(0);
  }
  answer.loadMemory = peer.memory?.();
  if (peer.link) await doing("linked", () => linked(peer, table, id === "insyn" ? texts.dense() : null, before));
  answer.endMemory = peer.memory?.();
  return answer;
};
