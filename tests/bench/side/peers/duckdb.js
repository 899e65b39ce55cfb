// DuckDB-WASM in its worker: a table, and one statement with a part for each view.
import * as duckdb from "@duckdb/duckdb-wasm";
import { Table, makeVector } from "apache-arrow";

export const name = "duckdb-wasm";
let connection;
let database;

export async function start() {
  const at = (file) => new URL(`/duckdb/${file}`, location.href).href;
  database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(at("duckdb-browser-eh.worker.js")));
  await database.instantiate(at("duckdb-eh.wasm"));
  connection = await database.connect();
}

export const loads = {
  csv: async ({ bytes }) => {
    await database.registerFileBuffer("cells.csv", bytes);
    await connection.query("CREATE OR REPLACE TABLE read AS SELECT * FROM read_csv('cells.csv', nullstr = '..', types = {'area': 'VARCHAR'})");
    await database.dropFile("cells.csv");
  },
};
export const drop = () => connection.query("DROP TABLE IF EXISTS read");
/** What is handed to a load is taken away from the page: each needs a copy of its own. */
export const takesBytes = true;

export async function totals() {
  const answer = await connection.query("SELECT sum(found)::DOUBLE AS a, sum(homes)::DOUBLE AS b, (count(*) - count(found))::DOUBLE AS c FROM read");
  const { a, b, c } = answer.get(0);
  return [a, b, c];
}

/** By its own account: what the browser tells leaves out the memory of its worker's program. */
export async function ownMemory() {
  const answer = await connection.query("SELECT sum(memory_usage_bytes)::DOUBLE AS bytes FROM duckdb_memory()");
  return answer.get(0).bytes;
}

export async function link({ sizes, codes, found, homes, hidden }) {
  const columns = Object.fromEntries(codes.map((column, d) => [`d${d}`, makeVector(column)]));
  const rows = new Table({ ...columns, found: makeVector(found), homes: makeVector(homes), hidden: makeVector(hidden) });
  await connection.query("DROP TABLE IF EXISTS cells");
  await connection.insertArrowTable(rows, { name: "cells" });
  const chosen = sizes.map((size) => [0, size]);
  const ask = () => connection.query(sizes.map((_, own) => {
    const tests = chosen.flatMap(([begin, count], d) => (d === own || count === sizes[d] ? [] : [`d${d} >= ${begin} AND d${d} < ${begin + count}`]));
    return `SELECT ${own}::INTEGER AS d, d${own}::INTEGER AS k, sum(found)::DOUBLE AS a, sum(homes)::DOUBLE AS b, sum(hidden)::DOUBLE AS c FROM cells ${tests.length ? `WHERE ${tests.join(" AND ")}` : ""} GROUP BY d${own}`;
  }).join(" UNION ALL "));
  let answer = await ask();
  return {
    async choose(dimension, begin, count) {
      chosen[dimension] = [begin, count];
      answer = await ask();
    },
    groups: () => {
      const sums = sizes.map((size) => new Float64Array(3 * size));
      for (const { d, k, a, b, c } of answer) sums[d].set([a, b, c], 3 * k);
      return sums;
    },
  };
}
