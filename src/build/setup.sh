#!/usr/bin/env bash
# Installs what is missing for building (`setup.sh page`) and for checking (`setup.sh test`); a second run finds all there and does nothing.
set -euo pipefail
cd "$(dirname "$0")/../.."

LEVEL=${1:-page}
TRUNK=0.21.14
DENY=0.20.2
NODE=22.23.3 # fetched only where the machine's own is older than 20
BINDGEN=$(grep -A1 '^name = "wasm-bindgen"$' Cargo.lock | sed -n 's/^version = "\(.*\)"$/\1/p')
TOOLS=$PWD/.tools
LOG=$TOOLS/setup.log
export PATH="$TOOLS/bin:$PATH"
mkdir -p "$TOOLS/bin"

say() { echo "setup: $*" >&2; }
fail() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Runs quietly; shows the end of what was said only when it fails.
quiet() { "$@" >"$LOG" 2>&1 || { tail -n 25 "$LOG" >&2; return 1; }; }

# Debian's package for a missing program, where this user may install one. $1 package, $2 the word of advice otherwise.
debian() {
  if have apt-get && [ "$(id -u)" = 0 ]; then
    say "installing Debian's $1"
    [ -n "${APT_READ:-}" ] || { quiet apt-get update || say "the package lists could not be read anew; going on with the old ones"; APT_READ=1; }
    DEBIAN_FRONTEND=noninteractive quiet apt-get install -y --no-install-recommends $1 || fail "installing $1 failed. $2"
  else
    fail "$2"
  fi
}

rust_target() {
  have cargo || fail "Rust is missing: install it with rustup (the program of rust-lang.org), then run this again."
  have cc || debian "gcc libc6-dev" "a C compiler is missing (Rust links with it): install gcc or Xcode's command line tools."
  local folder
  folder=$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null || true)
  compgen -G "$folder/libcore-*.rlib" >/dev/null && return
  have rustup && quiet rustup target add wasm32-unknown-unknown && return
  fail "Rust's wasm32-unknown-unknown target is missing: run 'rustup target add wasm32-unknown-unknown', or install your system's package of it (the README names Debian's)."
}

# $1 package, $2 version, $3 its program, $4 minutes it takes, further words for cargo. Tools are built without optimising:
# that halves the wait, and they are run seldom.
cargo_tool() {
  local package=$1 version=$2 program=$3 minutes=$4
  shift 4
  [ "$("$program" --version 2>/dev/null | cut -d' ' -f2)" = "$version" ] && return
  say "building $package $version, about $minutes minutes on two cores, once"
  CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_STRIP=symbols \
    quiet cargo install --debug --root "$TOOLS" --target-dir "$TOOLS/target" "$@" "$package@$version" ||
    fail "building $package failed; the lines above say why."
  BUILT=1
}

node_version() { node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0; }

node_and_packages() {
  have node && have npm || debian "nodejs npm" "Node.js and npm are missing: install Node 20 or newer from nodejs.org or your system's packages."
  if [ "$(node_version)" -lt 20 ]; then
    local machine
    machine=$(node -p '`node-${process.platform}-${process.arch}`')
    say "this Node is older than 20; fetching Node $NODE for the build alone"
    quiet npm install --prefix "$TOOLS/node" --no-save "$machine@$NODE" || fail "Node 20 or newer is needed: install it from nodejs.org."
    ln -sf "$TOOLS/node/node_modules/$machine/bin/node" "$TOOLS/bin/node"
    hash -r
  fi
  cmp -s package-lock.json node_modules/.insyn-lock && return
  say "installing the npm packages of package-lock.json"
  quiet npm ci --no-fund --no-audit || fail "npm could not install the packages; the lines above say why."
  cp package-lock.json node_modules/.insyn-lock
}

# Answers the path of a browser that tests can drive: the machine's own, else Playwright's.
browser() {
  local found
  for found in "${INSYN_CHROMIUM:-}" "$(cat "$TOOLS/browser" 2>/dev/null)" /usr/bin/chromium google-chrome google-chrome-stable chromium \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    [ -n "$found" ] && command -v "$found" && return
  done
  found=$(node -p 'require("@playwright/test").chromium.executablePath()' 2>/dev/null)
  [ -x "$found" ] && echo "$found"
}

page() {
  have make || debian make "make is missing: install it from your system's packages."
  rust_target
  node_and_packages
  cargo_tool trunk "$TRUNK" trunk 5 --locked --no-default-features
  # Its own lock file names a withdrawn version, so it cannot be asked for with --locked.
  cargo_tool wasm-bindgen-cli "$BINDGEN" wasm-bindgen 4
}

checks() {
  cargo_tool cargo-deny "$DENY" cargo-deny 5 --locked
  browser >/dev/null || debian chromium "a browser to test with is missing: install Chromium or Chrome, or run 'npx playwright install chromium'."
  local path
  path=$(browser)
  echo "$path" >"$TOOLS/browser"
}

case $LEVEL in
  page) page ;;
  test) page; checks ;;
  *) fail "say 'setup.sh page' or 'setup.sh test'" ;;
esac
[ -z "${BUILT:-}" ] || rm -rf "$TOOLS/target"
