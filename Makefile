# Thin on purpose: what each word does is a script in Scripts/.
PREFIX ?= /usr/local

.PHONY: run test soak bench install uninstall lint

run: ## builds what is missing and opens the desk; make run ARGS="--theme day"
	@Scripts/run $(ARGS)

test: ## all tests; make test ARGS="--filter EngineTests"
	@Scripts/test $(ARGS)

soak: ## the same tests with many more seeds, kills and storms
	@Scripts/soak $(ARGS)

bench: ## the figures beside vim, tig, weechat and less, in one table
	@Scripts/bench $(ARGS)

install: ## the desk and its packs into PREFIX, /usr/local if not said otherwise
	@Scripts/build xiaoer && Scripts/install .build/release/xiaoer "$(DESTDIR)$(PREFIX)"

uninstall: ## takes exactly what install put there
	@Scripts/uninstall "$(DESTDIR)$(PREFIX)"

lint: ## the formatter in strict mode, nothing rewritten
	@Scripts/lint
