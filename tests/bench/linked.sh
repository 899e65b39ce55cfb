#!/bin/bash
# Linked views in WebAssembly, run by Node: builds tests/bench/linked_page.rs into target/bench and times it beside plain typed arrays.
# RUSTFLAGS='-C target-feature=+simd128' shows what vectors give.
set -euo pipefail
cd "$(dirname "$0")/../.."
export PATH=$PWD/.tools/bin:$PATH
OUT=${CARGO_TARGET_DIR:-target}
cargo build --quiet --locked --profile reader --target wasm32-unknown-unknown --no-default-features --features bench --bin insyn-bench
wasm-bindgen --target nodejs --no-typescript --out-dir "$OUT/bench" --out-name linked "$OUT/wasm32-unknown-unknown/reader/insyn-bench.wasm"
echo '{"type":"commonjs"}' > "$OUT/bench/package.json"
node tests/bench/linked.mjs "$OUT/bench/linked.js" "$@"
