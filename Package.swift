// swift-tools-version: 6.3;(experimentalCGen)
import PackageDescription

// One way through the house (Documentation/Architecture.md):
//
//   activations.yaml → Catalogue → Symbolic → Analysis → Emit      generator side
//   ActivationCore → LocoProp → Training                           runtime side
//
// The generated kernels and types (CActivationKernels, Activations) conform to ActivationCore's protocols and
// reach training as a registry that the program passes: an edited catalogue compiles those two alone again.
// The two sides never import each other. YAMLReader, Suggestions, Charts and Pictures are leaves that both may use;
// LocoPropCLI is the one place that sees both.

let package = Package(
    name: "locoprop",
    platforms: [.macOS(.v26)],
    products: [
        .library(name: "Activations", targets: ["Activations"]),
        .library(name: "LocoProp", targets: ["LocoProp"]),
        // For packages with a catalogue of their own: what generated types conform to, what generated kernels include.
        .library(name: "ActivationCore", targets: ["ActivationCore"]),
        .library(name: "ActivationSupport", targets: ["CActivationSupport"]),
        .plugin(name: "GenerateActivations", targets: ["GenerateActivations"]),
        .plugin(name: "SnapshotActivations", targets: ["SnapshotActivations"]),
        .executable(name: "locoprop", targets: ["LocoPropCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    ],
    targets: [
        // MARK: Leaves
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "Suggestions"),
        .target(name: "Charts"),
        .target(name: "YAMLReader", dependencies: ["CLibYAML"]),

        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "Pictures", dependencies: ["CZlib"]),

        // MARK: Generator side
        .systemLibrary(
            name: "CMPFR", pkgConfig: "mpfr",
            providers: [.apt(["libmpfr-dev"]), .brew(["mpfr"])]),
        .target(name: "Symbolic", dependencies: ["CMPFR", "Suggestions"]),
        .target(name: "Catalogue", dependencies: ["YAMLReader", "Symbolic", "Suggestions"]),
        .target(name: "Analysis", dependencies: ["Catalogue", "Symbolic", "YAMLReader"]),
        .target(name: "Emit", dependencies: ["Analysis", "Catalogue", "Charts", "Symbolic"]),
        .executableTarget(name: "GenerateActivationsTool", dependencies: ["Emit", "Analysis", "Catalogue", "YAMLReader"]),
        .plugin(
            name: "GenerateActivations", capability: .buildTool(),
            dependencies: ["GenerateActivationsTool"]),
        .plugin(
            name: "SnapshotActivations",
            capability: .command(
                intent: .custom(
                    verb: "snapshot-activations",
                    description: "Write what the build generates from activations.yaml into Generated/."),
                permissions: [
                    .writeToPackageDirectory(reason: "Generated/ is the reviewed copy of the generated code.")
                ]),
            dependencies: ["GenerateActivationsTool"]),

        // MARK: Runtime side
        .systemLibrary(
            name: "COpenBLAS", pkgConfig: "openblas",
            providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
        // Float products on x86-64.
        .systemLibrary(name: "COneDNN", providers: [.apt(["libdnnl-dev"])]),
        .target(
            name: "CActivationSupport",
            // A program without Foundation has no other reason to link it.
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        .target(
            name: "CActivationKernels", dependencies: ["CActivationSupport"],
            plugins: ["GenerateActivations"]),
        .target(name: "ActivationCore", dependencies: ["CActivationSupport", "Suggestions"]),
        .target(
            name: "Activations", dependencies: ["ActivationCore", "CActivationKernels"],
            plugins: ["GenerateActivations"]),
        .target(name: "CTrainingKernels", dependencies: ["CActivationSupport"]),
        .target(
            name: "LocoProp",
            dependencies: [
                "ActivationCore", "CTrainingKernels", "Suggestions",
                .target(name: "COpenBLAS", condition: .when(platforms: [.linux])),
                .target(name: "COneDNN", condition: .when(platforms: [.linux])),
            ]),
        // Files of other programs, in memory: ONNX, TensorBoard.
        .target(name: "Interchange", dependencies: ["LocoProp", "ActivationCore"]),
        .target(
            name: "Training",
            dependencies: ["Interchange", "LocoProp", "ActivationCore", "CZlib", "Suggestions", "YAMLReader"]),
        .target(
            name: "LocoPropCommands",
            dependencies: [
                "Training", "LocoProp", "ActivationCore", "Analysis", "Catalogue", "Symbolic", "YAMLReader", "Suggestions",
                "Charts", "Pictures", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(name: "LocoPropCLI", dependencies: ["LocoPropCommands", "Activations"]),

        // MARK: Tests
        .testTarget(name: "ChartsTests", dependencies: ["Charts"]),
        .testTarget(name: "PicturesTests", dependencies: ["Pictures", "CZlib"]),
        .testTarget(name: "YAMLReaderTests", dependencies: ["YAMLReader"]),
        .testTarget(name: "SymbolicTests", dependencies: ["Symbolic"]),
        .testTarget(name: "CatalogueTests", dependencies: ["Catalogue", "Symbolic", "YAMLReader"]),
        .testTarget(name: "AnalysisTests", dependencies: ["Analysis", "Catalogue", "Symbolic", "YAMLReader"]),
        .testTarget(name: "UserPathTests"),
        .testTarget(name: "EmitTests", dependencies: ["Emit", "Catalogue", "Symbolic", "ActivationCore"]),
        .testTarget(name: "DerivationTests", dependencies: ["Emit", "CActivationSupport", "Symbolic"]),
        .target(name: "CVectorMathProbe", dependencies: ["CActivationSupport"], path: "Tests/Support/CVectorMathProbe"),
        .testTarget(
            name: "ActivationSupportTests",
            dependencies: ["CActivationSupport", "CMPFR", "CVectorMathProbe"]),
        .testTarget(
            name: "ActivationsTests",
            dependencies: ["Activations", "ActivationCore", "CActivationKernels", "Catalogue", "Symbolic"]),
        .target(name: "CAllocationCounter", path: "Tests/Support/CAllocationCounter"),
        .testTarget(
            name: "LocoPropTests",
            dependencies: ["LocoProp", "Activations", "CTrainingKernels", "CAllocationCounter"]),
        .target(name: "TrainingTestSupport", dependencies: ["CZlib"], path: "Tests/Support/TrainingTestSupport"),
        .testTarget(name: "TrainingTests", dependencies: ["Training", "Interchange", "Activations", "TrainingTestSupport", "YAMLReader"]),
        .target(name: "ProgramTestSupport", path: "Tests/Support/ProgramTestSupport"),
        .testTarget(name: "LocoPropCommandsTests", dependencies: ["LocoPropCommands", "Training", "Activations"]),
        // They depend on the program, so that it is built: the tests run it.
        .testTarget(
            name: "LocoPropCLITests",
            dependencies: ["LocoPropCLI", "LocoProp", "Training", "Activations", "TrainingTestSupport", "ProgramTestSupport"]),
        .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "LocoProp", "Activations"]),
        .testTarget(
            name: "InteropTests",
            dependencies: [
                "LocoPropCLI", "LocoProp", "Training", "Interchange", "Activations", "CVectorMathProbe", "ProgramTestSupport",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
