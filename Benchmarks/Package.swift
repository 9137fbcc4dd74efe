// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "locoprop-benchmarks",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "locoprop", path: "..")],
    targets: [
        .systemLibrary(
            name: "CBenchmarkBLAS", pkgConfig: "openblas",
            providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
        // The time of a training step against the bare matrix products of its shapes.
        .executableTarget(
            name: "StepBenchmark",
            dependencies: [
                "CBenchmarkBLAS",
                .product(name: "LocoProp", package: "locoprop"),
                .product(name: "Activations", package: "locoprop"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
