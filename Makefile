# What one does with this repository; `make` alone lists it.
SHELL := /bin/bash
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)
# Colour codes in a log help nobody; trunk fails on the value 1 that some systems set.
unexport NO_COLOR

.PHONY: help serve dev build test test-records fuzz bench bench-records golden site show maps data fonts clean setup

help:
	@echo 'make serve   build the page for release and serve it (PORT=8080)'
	@echo 'make dev     the same with quick builds, made anew when a file changes'
	@echo 'make test    every check there is; ends with "N passed, N failed"'
	@echo 'make test-records   the checks of `insyn aggregate`, whose engine takes some ten minutes to build'
	@echo 'make fuzz    feed the readers strange files, a minute each'
	@echo 'make bench   measure weight and speed against the budgets, and beside other libraries (fetches these from npm)'
	@echo 'make bench-records   count ten million made-up records: time and memory (builds the engine first)'
	@echo 'make golden  work out anew the numbers in tests/golden that our statistics are compared with'
	@echo 'make site    from records to a site, all steps in one: RECORDS= SPEC= PUBLISHER= TO= (see the README)'
	@echo 'make show    serve a site that was made: TO=site (PORT=8080)'
	@echo 'make maps    make the outlines in public/maps anew from their open source'
	@echo 'make data    make the datasets in public/data anew from their sources'
	@echo 'make fonts   make the small font files in public/fonts anew'
	@echo 'make clean   remove what was built, and the tools'

setup:
	@src/build/setup.sh page

build: setup dist/index.html

# Trunk and cargo would find out themselves that nothing changed, but not in no time.
# Folders are among them, so that a file taken away counts as a change.
INPUTS := $(shell find src style public index.html Cargo.toml Cargo.lock Trunk.toml package-lock.json 2>/dev/null)
# Leptos then makes the code of a view once for each type it shows, not once for each place.
dist/index.html: export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --cfg erase_components
dist/index.html: $(INPUTS)
	@cargo fetch --locked --quiet
	@src/build/programs.sh
	RUST_BACKTRACE=0 trunk build --release
	@touch $@

serve: build
	@node src/build/serve.mjs

# In a folder of its own, so that what lies in dist is always the release.
dev: export DIST := target/page-dev
dev: export RUST_BACKTRACE := 0
dev: setup
	@cargo fetch --locked --quiet
	@mkdir -p $(DIST)
	@src/build/programs.sh quick
	@trunk build --dist $(DIST) && { node src/build/serve.mjs --live & trap "kill $$!" EXIT; trunk watch --dist $(DIST); }

test:
	@src/build/setup.sh test
	@node src/build/test.mjs

# What `make test` leaves out: counting records in files, whose engine takes longer to build than all the rest.
test-records:
	@node src/build/test.mjs records

fuzz:
	@src/build/fuzz.sh

# What the page shares with the benchmark's own program is then built once.
bench: export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --cfg erase_components
bench: build
	@src/build/setup.sh test
	@node src/build/bench.mjs
	@tests/bench/side/build.sh
	@node src/build/side.mjs

bench-records:
	@tests/bench/records.sh

golden:
	@test -d .tools/python-golden || python3 -m venv .tools/python-golden
	@.tools/python-golden/bin/pip install --quiet --require-hashes -r src/build/golden-requirements.txt
	@set -e; for numbers in tests/golden/*.csv; do \
	  .tools/python-golden/bin/python "$${numbers%.csv}.py" > "$$numbers.new"; mv "$$numbers.new" "$$numbers"; done

# Its steps by themselves are in the README.
RECORDS ?=
SPEC ?=
PUBLISHER ?= Insyn
TO ?= site
site: $(if $(SPEC),build)
	@test -n "$(SPEC)" || { echo 'Say with SPEC=spec.toml how the records are counted; the README has an example.' >&2; exit 2; }
	@rm -rf target/site
	@cargo run --quiet --locked --profile records --features records --bin insyn -- aggregate $(RECORDS) --spec $(SPEC) -o target/site/counted
	@cargo run --quiet --locked --profile records --features records --bin insyn -- protect target/site/counted/*.json $(if $(PROTECT),--spec $(PROTECT)) -o target/site/open
	@cargo run --quiet --locked --profile records --features records --bin insyn -- publish $(TO) --data target/site/open --publisher '$(PUBLISHER)'

show:
	@test -f "$(TO)/index.html" || { echo 'There is no site in "$(TO)": make one with make site, or say with TO= where it is.' >&2; exit 2; }
	@DIST="$(TO)" node src/build/serve.mjs

maps:
	@test -d .tools/python || python3 -m venv .tools/python
	@.tools/python/bin/pip install --quiet --require-hashes -r src/build/maps-requirements.txt
	@.tools/python/bin/python src/build/maps.py

data:
	@cargo run --quiet --locked --bin insyn -- data

fonts: setup
	@test -d .tools/fonts || python3 -m venv .tools/fonts
	@.tools/fonts/bin/pip install --quiet --require-hashes -r src/build/fonts-requirements.txt
	@.tools/fonts/bin/python src/build/fonts.py

clean:
	rm -rf dist target .tools node_modules tests/bench/side/node_modules test-results
