#!/usr/bin/env bash
# Fuzzes each reader for SECONDS_EACH seconds (60), from our fixtures as seeds; what fails is kept in tests/corpus, and `cargo test` replays it.
set -euo pipefail
cd "$(dirname "$0")/../.."

# Asked by name, a toolchain that is not there would be fetched: that is for whoever wants it to say.
export RUSTUP_AUTO_INSTALL=0
if ! cargo +nightly fuzz --version >/dev/null 2>&1; then
  echo "fuzz: left out: it needs the nightly toolchain ('rustup toolchain install nightly') and cargo-fuzz ('cargo install cargo-fuzz')."
  exit 0
fi

seeds=$PWD/target/fuzz-seeds
mkdir -p "$seeds/all" tests/corpus
find tests/fixtures public/data tests/corpus -type f \( -name '*.json' -o -name '*.px' -o -name '*.csv' -o -name '*.zip' -o -name '*.xlsx' -o -name '*.ods' -o -name '*.bin' \) -size -100k -exec cp {} "$seeds/all/" \;
for target in ${*:-jsonstat px csv package workbook door packed}; do
  mkdir -p "$seeds/$target"
  words=tests/fuzz/words/$target.dict
  nice cargo +nightly fuzz run --fuzz-dir tests/fuzz "$target" "$seeds/$target" "$seeds/all" -- \
    -max_total_time="${SECONDS_EACH:-60}" -timeout=10 -rss_limit_mb=2048 -artifact_prefix="tests/corpus/$target-" $([ ! -f "$words" ] || echo "-dict=$words")
done
