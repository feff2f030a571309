# The menu: `make` lists the targets.
INPUT ?= data/samples
STORE ?= .whomet/demo
PORT ?= 4173

.DEFAULT_GOAL := help
.PHONY: help setup build check docs test demo bench screenshots train train-names train-syntax train-antecedents evaluate neo4j neo4j-stop clean

help: ## list the targets
	@grep -E '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-12s %s\n", $$1, $$2 }'

setup: node_modules/.package-lock.json ## install what the project needs

node_modules/.package-lock.json: package-lock.json package.json
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); if (a < 20 || (a === 20 && b < 19)) { console.error("Whomet needs Node 20.19 or newer; this is " + process.version); process.exit(1) }'
	npm install --no-save --no-audit --no-fund
	@touch $@

build: setup ## compile the program and the viewer into dist/
	npm run --silent build

check: setup ## format, lint, import directions and types
	npm run --silent check

test: check build ## everything that can be tested here; says what it skipped
	npm test --silent

demo: build ## annotate and load INPUT into a fresh store, print who met whom, serve the viewer
	rm -rf .whomet/demo
	node dist/app/cli.js build $(INPUT) --store $(STORE)
	node dist/app/cli.js query who-met-whom --store $(STORE)
	node dist/app/cli.js serve --store $(STORE) --port $(PORT)

screenshots: build ## the README's pictures, made anew from the samples
	npx tsx test/page/screenshots.ts

bench: build ## words and rows per second, and the viewer's pictures, side by side with peers
	npm run --silent bench

evaluate: build ## every score on the development data beside the frozen one (needs ../shared and Python)
	npm run --silent evaluate

train: train-names train-syntax train-antecedents ## learn all models anew: the variables of all

train-names: build ## learn the name tagger anew: NAMES=folder OUTSIDE=folder (data/models/names.md says where from)
	nice node dist/app/cli.js train names data/models/names.recipe.json --data $(NAMES) --outside $(OUTSIDE)

train-syntax: build ## learn the tagger and parser anew: TREEBANKS=folder VECTORS=file (data/models/syntax.md says where from)
	nice node dist/app/cli.js train parser $(TREEBANKS)/ewt.train.conllu.gz $(TREEBANKS)/gum-open.train.conllu.gz \
		--check $(TREEBANKS)/ewt.dev.conllu.gz --vectors $(VECTORS)

train-antecedents: build ## learn anew what pronouns stand for, with the names and trees there are: TREEBANKS=folder
	nice node dist/app/cli.js train antecedents $(TREEBANKS)/gum-open.train.conllu.gz

sieves: setup ## print how often each rule for speakers of quotes decides and is right
	npx tsx src/app/show-sieves.ts

docs: setup ## write docs/cypher.md and the examples of docs/quotes.md anew
	npx tsx test/write-docs.ts
	npx biome check --write docs

neo4j: ## start a local Neo4j (Docker) for --store neo4j
	docker compose up --detach --wait

neo4j-stop: ## stop it
	docker compose down

clean: ## remove what was built
	rm -rf dist coverage .whomet
