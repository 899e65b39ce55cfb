#!/usr/bin/env bash
# Builds the programs beside the page's own: the first view's (start page and About alone) and the reader of files (run in a worker),
# into target/programs; finish.mjs takes them from there. $1: `quick` for `make dev`, where the whole page serves all addresses.
set -euo pipefail
cd "$(dirname "$0")/../.."

OUT=target/programs
COMPILED=${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown
rm -rf "$OUT"

# $1 name, $2 binary, $3 features, $4 profile, $5 its folder, $6 how wasm-opt is to optimise (none: not at all)
program() {
  cargo build --quiet --locked --profile "$4" --target wasm32-unknown-unknown --no-default-features --features "$3" --bin "$2"
  wasm-bindgen --target web --no-typescript --out-dir "$OUT/$1" --out-name "$1" "$COMPILED/$5/$2.wasm"
  [ -n "$6" ] || return 0
  wasm-opt "$6" --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
    --enable-reference-types --enable-multivalue --enable-simd -o "$OUT/$1/optimised.wasm" "$OUT/$1/$1_bg.wasm"
  mv "$OUT/$1/optimised.wasm" "$OUT/$1/$1_bg.wasm"
}

if [ "${1:-}" = quick ]; then
  program reader insyn-reader reader dev debug ""
else
  # Files are read with vectors of 128 bits, which every browser has had since 2023; who opens none does not need them.
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="${CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS:-} -C target-feature=+simd128" \
    program reader insyn-reader reader reader reader -O2 &
  # The two have folders of their own, so they need not wait for each other.
  READER=$!
  trap 'kill "$READER" 2>/dev/null || true' EXIT
  program front insyn-page page release release -Oz
  wait "$READER"
fi
