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
        // The worst error of every Float kernel, over all floats: Documentation/Accuracy.md.
        .executableTarget(
            name: "Accuracy",
            dependencies: [
                .product(name: "Activations", package: "locoprop"),
                .product(name: "ActivationCore", package: "locoprop"),
                .product(name: "ActivationSupport", package: "locoprop"),
            ]),
        // Kernels timed on demand, beside other libraries: Benchmarks/Peers/kernels.py.
        .executableTarget(
            name: "KernelBenchmark",
            dependencies: [
                .product(name: "Activations", package: "locoprop"),
                .product(name: "ActivationCore", package: "locoprop"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
