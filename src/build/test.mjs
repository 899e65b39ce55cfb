// Every check, one after the other: `make test` runs them all, `node src/build/test.mjs deny browser` only those named; one marked as
// extra runs only when it is named.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";

const browserReport = "test-results/report.json";
const page = ["--target", "wasm32-unknown-unknown", "--no-default-features", "--features", "explore", "--lib", "--bin", "insyn-page"];

/** A check passes or fails as one, unless it has a `count` of its own, which answers [passed, failed]. */
const checks = [
  { name: "format", run: ["cargo", "fmt", "--check"] },
  { name: "clippy", run: ["cargo", "clippy", "--locked", "--all-targets", "--", "-D", "warnings"] },
  { name: "clippy-page", run: ["cargo", "clippy", "--locked", ...page, "--", "-D", "warnings"] },
  { name: "cargo", run: ["cargo", "test", "--locked", "--no-fail-fast"], count: countCargo },
  // Its engine takes longer to build than all the rest.
  { name: "records", run: ["cargo", "test", "--locked", "--features", "records", "--test", "aggregate_files"], count: countCargo, isExtra: true },
  { name: "fuzz", run: ["bash", "src/build/fuzz.sh"], count: countFuzz, judge: judgeFuzz },
  { name: "readers", run: ["node", "src/build/readers.mjs"], count: countReaders, needs: "cargo" },
  { name: "page", run: ["make", "--no-print-directory", "build"] },
  { name: "browser", run: ["playwright", "test", "-c", "tests/e2e/playwright.config.js"], count: countBrowser, needs: "page", env: browser },
  { name: "deny", run: ["cargo", "deny", "--locked", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"] },
  { name: "audit", run: ["npm", "audit", "--json"], judge: judgeAudit, quiet: true },
];

function countCargo(output) {
  const sum = [0, 0];
  for (const [, passed, failed] of output.matchAll(/^test result: .*? (\d+) passed; (\d+) failed/gm)) {
    sum[0] += Number(passed);
    sum[1] += Number(failed);
  }
  return sum;
}

function countReaders(output) {
  const [, passed, failed] = /^(\d+) files read alike, (\d+) not$/m.exec(output) ?? [0, 0, 0];
  return [Number(passed), Number(failed)];
}

function countFuzz(output) {
  return [[...output.matchAll(/^Done \d+ runs in \d+ second/gm)].length, 0];
}

// Without its tools strange files are only tried by the property tests, among the tests of cargo.
function judgeFuzz(code, output) {
  if (code === 0 && output.startsWith("fuzz: left out")) return "left out";
  return code === 0 ? "passed" : "failed";
}

function countBrowser() {
  if (!existsSync(browserReport)) return [0, 0];
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(browserReport, "utf8")).stats;
  return [expected, unexpected + flaky];
}

function browser() {
  rmSync(browserReport, { force: true });
  const found = existsSync(".tools/browser") ? readFileSync(".tools/browser", "utf8").trim() : "";
  return { INSYN_CHROMIUM: process.env.INSYN_CHROMIUM || found };
}

/** The names of what failed, repeated below the count: a long log is often read from its end only. */
function failedTests(output) {
  const cargo = [...output.matchAll(/^test (\S+) \.\.\. FAILED$/gm)].map(([, name]) => name);
  const browser = [...output.matchAll(/^ {2}\d+\) (.+?)[ ─]*$/gm)].map(([, name]) => name);
  return [...new Set([...cargo, ...browser])];
}

// Some networks let packages through but not this question: then nothing is known, and nothing is claimed.
function judgeAudit(code, output) {
  const start = output.indexOf("{");
  const report = start < 0 ? {} : JSON.parse(output.slice(start, output.lastIndexOf("}") + 1));
  const known = report.metadata?.vulnerabilities;
  if (!known) {
    console.log("The registry did not answer the question for known faults in npm packages; this check is left out.");
    return "left out";
  }
  console.log(`${known.total} known faults in npm packages.`);
  return code === 0 ? "passed" : "failed";
}

function runs({ run: [program, ...words], env, quiet }) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, CARGO_TERM_COLOR: "never", ...env?.() } });
    let output = "";
    const take = (stream, to) => stream.on("data", (bytes) => { output += bytes; if (!quiet) to.write(bytes); });
    take(child.stdout, process.stdout);
    take(child.stderr, process.stderr);
    child.on("error", (error) => resolve({ code: 1, output: output + error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

async function result(check, earlier) {
  if (check.needs && earlier[check.needs]?.outcome === "failed") {
    console.log(`Not run: "${check.needs}" failed.`);
    return { outcome: "failed", passed: 0, failed: 1, names: [] };
  }
  const { code, output } = await runs(check);
  const outcome = check.judge?.(code, output) ?? (code === 0 ? "passed" : "failed");
  const [passed, failed] = check.count?.(output) ?? [0, 0];
  // A check that counts nothing, or ends badly without a failed test of its own, counts as one itself.
  if (passed + failed === 0 || (outcome === "failed" && failed === 0))
    return { outcome, passed: passed + (outcome === "passed"), failed: failed + (outcome === "failed"), names: [] };
  return { outcome, passed, failed, names: failedTests(output) };
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length) {
  console.error(`There is no check ${unknown.join(", ")}; there are ${checks.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

const results = {};
for (const check of checks.filter(({ name, isExtra }) => (chosen.length ? chosen.includes(name) : !isExtra))) {
  console.log(`\n── ${check.name}: ${check.run.join(" ")}`);
  const started = Date.now();
  results[check.name] = await result(check, results);
  results[check.name].seconds = Math.round((Date.now() - started) / 1000);
}

console.log("");
for (const [name, { outcome, passed, failed, seconds }] of Object.entries(results))
  console.log(`${name.padEnd(12)} ${outcome.padEnd(9)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(seconds).padStart(5)} s`);
const sum = (which) => Object.values(results).reduce((total, one) => total + one[which], 0);
for (const name of Object.values(results).flatMap(({ names }) => names)) console.log(`failed: ${name}`);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") ? 1 : 0);
