#!/usr/bin/env bash
# Builds the reader of files, which the page runs in a worker, into target/reader; finish.mjs takes it from there. $1: `quick` for a build without optimising.
set -euo pipefail
cd "$(dirname "$0")/../.."

PROFILE=reader
[ "${1:-}" = quick ] && PROFILE=dev
FOLDER=$PROFILE
[ "$PROFILE" = dev ] && FOLDER=debug

cargo build --quiet --locked --profile "$PROFILE" --target wasm32-unknown-unknown --no-default-features --features reader --bin insyn-reader
COMPILED=${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/$FOLDER/insyn-reader.wasm
wasm-bindgen --target web --no-typescript --out-dir target/reader --out-name reader "$COMPILED"
if [ "$PROFILE" = reader ]; then
  wasm-opt -O3 --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue -o target/reader/reader_bg.opt.wasm target/reader/reader_bg.wasm
  mv target/reader/reader_bg.opt.wasm target/reader/reader_bg.wasm
fi
