// Linked views in WebAssembly beside one plain pass over typed arrays for each question: times in milliseconds, medians, answers compared.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const { LinkedBench } = createRequire(import.meta.url)(resolve(process.argv[2]));
const shapes = (process.argv[3] ?? '0,1').split(',').map(Number);

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
const timed = (work) => {
  const start = performance.now();
  const done = work();
  return [performance.now() - start, done];
};

/** Every dimension's groups in one pass, each blind to its own choice: the plainest code, a yardstick and no rival. */
const plain = (sizes, codes, above, below) => {
  const groups = sizes.map((n) => [new Float64Array(n), new Float64Array(n)]);
  return (chosen) => {
    for (const [one, other] of groups) one.fill(0), other.fill(0);
    for (let row = 0; row < above.length; row++) {
      let failed = -1;
      let nFailed = 0;
      for (let d = 0; d < sizes.length; d++) {
        if (!chosen[d][codes[d][row]]) {
          failed = d;
          nFailed++;
        }
      }
      if (nFailed > 1) continue;
      for (let d = nFailed === 1 ? failed : 0; d < (nFailed === 1 ? failed + 1 : sizes.length); d++) {
        groups[d][0][codes[d][row]] += above[row];
        groups[d][1][codes[d][row]] += below[row];
      }
    }
    return groups;
  };
};

for (const shape of shapes) {
  for (const shareHidden of [0, 30]) {
    const bench = new LinkedBench(shape, shareHidden);
    const sizes = [...bench.sizes()];
    const n = bench.n_cells();
    const codes = sizes.map((size, d) => {
      const stride = sizes.slice(d + 1).reduce((all, it) => all * it, 1);
      return Uint16Array.from({ length: n }, (_, row) => Math.floor(row / stride) % size);
    });
    const [above, below] = [0, 1].map((measure) => Uint32Array.from(bench.numbers(measure), (it) => it || 0));
    const ask = plain(sizes, codes, above, below);
    const everything = sizes.map((size) => new Uint8Array(size).fill(1));

    const [build] = timed(() => bench.build());
    const [first] = timed(() => bench.choose(0, 0, sizes[0]));
    const ours = [];
    const theirs = [];
    for (let round = 0; round < 5; round++) {
      for (let d = 0; d < sizes.length; d++) {
        const half = Math.ceil(sizes[d] / 2);
        for (const [begin, count] of [[0, half], [sizes[d] >> 1, 1], [0, sizes[d]]]) {
          ours.push(timed(() => bench.choose(d, begin, count))[0]);
          if (round > 1) continue;
          const chosen = everything.map((it) => it.slice());
          chosen[d].fill(0).fill(1, begin, begin + count);
          const [time, groups] = timed(() => ask(chosen));
          theirs.push(time);
          groups.forEach(([own], e) => own.forEach((sum, leaf) => {
            if (bench.group(e, leaf, 0) !== sum) throw new Error(`dimension ${e}, leaf ${leaf}: ${bench.group(e, leaf, 0)}, not ${sum}`);
          }));
        }
      }
    }
    const drags = [];
    const grabs = [];
    for (const d of [0, 1]) {
      grabs.push(timed(() => bench.grab(d))[0]);
      const width = sizes[d] >> 1;
      // The clock is coarse beside one step: a whole drag is timed.
      for (let round = 0; round < 20; round++) {
        const [time] = timed(() => {
          for (let begin = 0; begin + width <= sizes[d]; begin++) bench.choose(d, begin, width);
        });
        drags.push(time / (sizes[d] - width + 1));
      }
      bench.choose(d, 0, sizes[d]);
    }
    const show = (time) => time.toFixed(time < 0.1 ? 4 : 2);
    console.log(
      `${n} cells, ${shareHidden} % hidden: build ${show(build)}, first ${show(first)}, one choice ${show(median(ours))}` +
        ` (typed arrays ${show(median(theirs))}: ${(median(theirs) / median(ours)).toFixed(0)} times), grab ${show(median(grabs))},` +
        ` drag ${show(median(drags))}, index ${(bench.n_bytes() / n).toFixed(1)} bytes a cell`,
    );
    bench.free();
  }
}
