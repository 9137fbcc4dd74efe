// swift-tools-version: 6.3;(experimentalCGen)
import PackageDescription

let package = Package(
    name: "CustomActivations",
    platforms: [.macOS(.v26)],
    dependencies: [.package(name: "locoprop", path: "../..")],
    targets: [
        // The kernels in C, generated from activations.yaml.
        .target(
            name: "CCustomActivationsKernels",
            dependencies: [.product(name: "ActivationSupport", package: "locoprop")],
            plugins: [.plugin(name: "GenerateActivations", package: "locoprop")]),
        // The types in Swift, and ActivationRegistry.customActivations, generated from the same file.
        .target(
            name: "CustomActivations",
            dependencies: ["CCustomActivationsKernels", .product(name: "ActivationCore", package: "locoprop")],
            plugins: [.plugin(name: "GenerateActivations", package: "locoprop")]),
        .executableTarget(
            name: "train-custom",
            dependencies: [
                "CustomActivations",
                .product(name: "Activations", package: "locoprop"),
                .product(name: "LocoProp", package: "locoprop"),
            ],
            path: "Sources/TrainCustom"),
    ],
    swiftLanguageModes: [.v6]
)
