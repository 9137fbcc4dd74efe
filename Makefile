# make train   installs what is missing, builds, trains the deep autoencoder on Fashion-MNIST
# make test    installs what is missing, builds, runs all tests
# Everything is built in release: the kernels and the training are what is tested.

SWIFT_BUILD = swift build -c release
EPOCHS ?= 5

.PHONY: train test test-user-path build install-build install-data snapshot docs clean

train: install-build install-data
	$(SWIFT_BUILD) --product locoprop
	"$$($(SWIFT_BUILD) --show-bin-path)/locoprop" train --recipe locoprop2022 --data fashion-mnist --epochs $(EPOCHS)

test: install-build install-data
	swift test -c release

build: install-build
	$(SWIFT_BUILD)

# What SwiftPM needs to find: C libraries, and the data set.
install-build:
	@Scripts/install-packages libyaml-dev libmpfr-dev libopenblas-dev zlib1g-dev pkg-config

install-data:
	@Scripts/install-packages dataset-fashion-mnist

# Refreshes Generated/, the reviewed copy of what the build generates.
snapshot:
	swift package --allow-writing-to-package-directory snapshot-activations

clean:
	swift package clean
