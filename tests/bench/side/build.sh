#!/usr/bin/env bash
# What the comparison needs beside the built page: the libraries from npm, and linked views built as the page is (release, for size).
set -euo pipefail
cd "$(dirname "$0")/../../.."

SIDE=tests/bench/side
if ! cmp -s $SIDE/package-lock.json $SIDE/node_modules/.insyn-lock; then
  echo "bench: installing the npm packages that are compared with" >&2
  npm ci --prefix $SIDE --no-fund --no-audit --ignore-scripts >target/side-npm.log 2>&1 || { tail -n 25 target/side-npm.log >&2; exit 1; }
  cp $SIDE/package-lock.json $SIDE/node_modules/.insyn-lock
fi
[ -f target/programs/reader/reader_bg.wasm ] || src/build/programs.sh
cargo build --quiet --locked --release --target wasm32-unknown-unknown --no-default-features --features bench --bin insyn-bench
wasm-bindgen --target web --no-typescript --out-dir target/side/linked --out-name linked "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release/insyn-bench.wasm"
