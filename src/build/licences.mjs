// The licences of all that the page carries, as their authors ask: written into dist/licences.txt by finish.mjs.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// What the charts are bundled from.
const npm = ["echarts", "zrender", "tslib"];

const isLicence = /^(licen[cs]e|copying|notice|unlicense)/i;
const isChoice = /apache/i;

/** The texts in a package's folder; of several to choose from, the shorter ones. */
function texts(folder) {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && isLicence.test(entry.name)).map(({ name }) => name);
  const short = names.filter((name) => !isChoice.test(name));
  return (short.length ? short : names).map((name) => readFileSync(join(folder, name), "utf8").trim());
}

function crates() {
  const words = ["metadata", "--format-version", "1", "--locked", "--offline", "--no-default-features", "--features", "explore,reader", "--filter-platform", "wasm32-unknown-unknown"];
  const { packages, resolve } = JSON.parse(execFileSync("cargo", words, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const reached = new Set();
  const visit = (id) => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id).deps) if (dep_kinds.some(({ kind }) => kind === null)) visit(pkg);
  };
  visit(resolve.root);
  return packages
    .filter(({ id }) => reached.has(id) && id !== resolve.root)
    .map(({ name, version, license, authors, manifest_path }) => ({ name, version, licence: license, authors, texts: texts(join(manifest_path, "..")) }));
}

function packages() {
  return npm.map((name) => {
    const folder = join("node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { name, version, licence: license, authors: [], texts: texts(folder) };
  });
}

/** One block for each text, with the names of all that it covers. */
export function licences() {
  const covered = new Map();
  for (const { name, version, licence, authors, texts } of [...packages(), ...crates()])
    for (const text of texts.length ? texts : [`${licence}${authors.length ? `, by ${authors.join(", ")}` : ""}`])
      covered.set(text, [...(covered.get(text) ?? []), `${name} ${version} (${licence})`]);
  const line = "─".repeat(100);
  return [...covered].map(([text, names]) => `${line}\n${names.sort().join("\n")}\n\n${text}\n`).join("\n");
}
