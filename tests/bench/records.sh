#!/bin/bash
# Ten million made-up records (ROWS= changes it) counted by `insyn aggregate`: time and peak memory. Wants 1 GB of disk for the records.
set -euo pipefail
cd "$(dirname "$0")/../.."
OUT=${CARGO_TARGET_DIR:-target}/bench-records
mkdir -p "$OUT"
cargo build --quiet --locked --profile records --features records --bin insyn
python3 tests/bench/records.py "$OUT" "${CARGO_TARGET_DIR:-target}/records/insyn" "${ROWS:-10000000}" "${MEMORY:-1024}"
