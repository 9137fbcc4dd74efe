// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "locoprop-benchmarks",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "locoprop", path: "..")],
    targets: [
        .systemLibrary(name: "CBenchmarkBLAS", providers: [.apt(["libdnnl-dev"])]),
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
