# make train   installs what is missing, builds, trains the deep autoencoder on Fashion-MNIST
# make test    installs what is missing, builds, runs the tests; it names those it leaves out
# make test-interop  the tests beside other programs: a headless browser, Python's packages
# make test-arm64    the C of the package compiled for arm64, its kernels run there by qemu and compared
# make accuracy      the worst error of every Float kernel over all floats, into Documentation/Accuracy.md (about three hours on two processors)
# make bench-kernels the kernels beside numpy, jax and torch, on a quiet machine
# make bench-train   a training step beside its bare products, jax and torch, and how it scales, on a quiet machine
# make bench-kfac    seconds to training losses: the Kronecker solver, K-FAC and the published recipe beside kfac-jax; on a quiet machine
# make docs    the documentation of every module; make manual, make completions: for man and for the shell
# Everything is built in release: the kernels and the training are what is tested.

SWIFT_BUILD = swift build -c release
# No test imports @testable: so tests and program share one build.
SWIFT_TEST = swift test -c release --disable-testable-imports
EPOCHS ?= 5

.PHONY: train test test-interop test-arm64 accuracy bench-kernels bench-train bench-kfac build docs manual completions install-build install-data install-browser \
	install-python install-peers snapshot clean

train: install-build install-data
	$(SWIFT_BUILD) --product locoprop
	"$$($(SWIFT_BUILD) --show-bin-path)/locoprop" train --recipe locoprop2022 --data fashion-mnist --epochs $(EPOCHS)

test: install-build install-data
	@echo "Left out here: InteropTests, which need a browser and Python's packages (make test-interop)."
	$(SWIFT_TEST) --skip InteropTests

# What these tests need lies outside the repository: Python's packages, the browser's profile, the pages, and
# pictures to look at.
INTEROP ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/locoprop-interop

test-interop: install-build install-browser install-python
	@mkdir -p "$(INTEROP)"
	LOCOPROP_INTEROP="$(INTEROP)" $(SWIFT_TEST) --filter InteropTests

# STRIDE=251 tries every 251st float: a first look.
STRIDE ?= 1
PEERS ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/locoprop-peers
BENCHMARK = swift build -c release --package-path Benchmarks --product

# Needs the toolchain's clang alone, not Swift's build.
ARM64 ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/locoprop-arm64

test-arm64:
	@Scripts/install-packages libc6-dev-arm64-cross libgcc-12-dev-arm64-cross qemu-user
	Scripts/arm64-kernels "$(ARM64)"

accuracy: install-build install-peers
	"$(PEERS)/bin/python" Benchmarks/Peers/accuracy.py --output "$(PEERS)/accuracy.md"
	$(BENCHMARK) Accuracy
	"$$(swift build -c release --package-path Benchmarks --show-bin-path)/Accuracy" \
		--stride $(STRIDE) --threads "$$(getconf _NPROCESSORS_ONLN)" --peers "$(PEERS)/accuracy.md" \
		--output Documentation/Accuracy.md

bench-kernels: install-build install-peers
	$(BENCHMARK) KernelBenchmark
	"$(PEERS)/bin/python" Benchmarks/Peers/kernels.py \
		"$$(swift build -c release --package-path Benchmarks --show-bin-path)/KernelBenchmark" --output "$(PEERS)/kernels.json"

bench-train: install-build install-peers
	$(BENCHMARK) StepBenchmark
	"$(PEERS)/bin/python" Benchmarks/Peers/train.py \
		"$$(swift build -c release --package-path Benchmarks --show-bin-path)/StepBenchmark" --output "$(PEERS)/train.json"
	"$$(swift build -c release --package-path Benchmarks --show-bin-path)/StepBenchmark" \
		"$$(getconf _NPROCESSORS_ONLN)" 5 --scaling

# Seconds to training losses, one thread each, one after the other: about 25 minutes.
bench-kfac: install-build install-data install-peers
	$(SWIFT_BUILD) --product locoprop
	"$(PEERS)/bin/python" Benchmarks/Peers/time_to_loss.py "$$($(SWIFT_BUILD) --show-bin-path)/locoprop" --output "$(PEERS)/runs"

build: install-build
	$(SWIFT_BUILD)

# What SwiftPM needs to find: C libraries, and the data set.
install-build:
	@Scripts/install-packages libyaml-dev libmpfr-dev libopenblas-dev libdnnl-dev zlib1g-dev pkg-config

install-data:
	@Scripts/install-packages dataset-fashion-mnist

install-browser:
	@Scripts/install-packages chromium fonts-dejavu-core

# numpy, safetensors, onnx, onnxruntime, tensorboard from PyPI, in an environment of their own.
install-python:
	@Scripts/interop-python "$(INTEROP)"

# numpy, jax, kfac-jax and torch from PyPI, in an environment of their own.
install-peers:
	@Benchmarks/Peers/install "$(PEERS)"

# The documentation of every module, in .build/documentation; a warning is an error.
docs: build
	@Scripts/documentation

# The argument parser's own tool makes manual pages of what the program says of itself.
MANUAL = .build/manual
manual: build
	swift build -c release --package-path .build/checkouts/swift-argument-parser --scratch-path .build/manual-tool --product generate-manual
	@Scripts/manual "$$($(SWIFT_BUILD) --show-bin-path)/locoprop" .build/manual-tool/release/generate-manual $(MANUAL)
	@echo "man -l $(MANUAL)/locoprop.1"

# Scripts for bash, zsh and fish; Documentation/CommandLine.md says where they go.
COMPLETIONS = .build/completions
completions: build
	@mkdir -p $(COMPLETIONS)
	@for shell in bash zsh fish; do "$$($(SWIFT_BUILD) --show-bin-path)/locoprop" --generate-completion-script $$shell > $(COMPLETIONS)/locoprop.$$shell; done
	@ls $(COMPLETIONS)/*

# Refreshes Generated/, the reviewed copy of what the build generates.
snapshot:
	swift package --allow-writing-to-package-directory snapshot-activations

clean:
	swift package clean
