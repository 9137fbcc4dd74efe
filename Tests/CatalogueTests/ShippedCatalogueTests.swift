import Catalogue
import Testing
import YAMLReader

/// The package's own `activations.yaml`. That its formulas are right is Analysis's to show.
@Suite struct ShippedCatalogueTests {
    private let reading = CatalogueReader.read(path: packageFile("activations.yaml"))

    @Test func itIsSound() {
        #expect(reading.diagnostics.map { $0.rendered(path: "activations.yaml") } == [])
    }

    @Test func itHoldsTheTable() {
        let types = Dictionary(uniqueKeysWithValues: reading.entries.map { ($0.name.value, $0.type.value) })
        let table = [
            "step": "Step", "linear": "Linear", "relu": "ReLU", "leaky_relu": "LeakyReLU", "sigmoid": "Sigmoid",
            "softmax": "Softmax", "tanh": "Tanh", "arctan": "Arctan", "softplus": "Softplus", "elu": "ELU",
            "relu6": "ReLU6", "hardtanh": "HardTanh", "selu": "SELU", "celu": "CELU", "gelu": "GELU", "silu": "SiLU",
        ]
        for (name, type) in table { #expect(types[name] == type) }
        #expect(types.count >= 30)
    }

    @Test func everyEntryIsDocumented() {
        for entry in reading.entries {
            #expect(entry.note != nil && entry.reference != nil, "\(entry.name.value)")
        }
    }

    /// Where a flat part or a fall leaves no inverse, none stands; where one is not elementary, it is solved for.
    @Test func inverseStandsWhereItIsElementary() {
        let flat = [
            "step", "relu", "relu6", "hardtanh", "hard_sigmoid", "softshrink", "sparse_plus", "sparse_sigmoid",
            "gelu", "silu", "hard_silu",
        ]
        for entry in reading.entries where flat.contains(entry.name.value) { #expect(entry.inverse == nil) }
        for name in ["selu", "celu", "log_sigmoid", "softsign", "asinh", "isru", "squareplus", "exponential", "logarithm"] {
            #expect(reading.entries.contains { $0.name.value == name && $0.inverse != nil && $0.dual != nil }, "\(name)")
        }
        for entry in reading.entries where !entry.isMonotone { #expect(entry.dual == nil) }
    }

    @Test func parametersAreThoseOfTheTable() {
        let parameters = reading.entries.flatMap { entry in
            entry.parameters.map { "\(entry.name.value) \($0.name.value) \($0.defaultText) \($0.domain)" }
        }
        for wanted in [
            "leaky_relu beta 0.01 [0, inf)", "elu beta 1 [0, inf)", "prelu beta 0.25 [0, inf)", "celu alpha 1 (1e-20, 1e+20)",
            "hardtanh min_val -1 (-inf, 0]", "hardtanh max_val 1 (0, inf)", "softshrink lambda 0.5 [0, inf)",
            "squareplus b 4 (1e-20, 1e+20)", "isru alpha 1 (1e-20, 1e+20)",
        ] {
            #expect(parameters.contains(wanted), "\(wanted) is not among \(parameters)")
        }
    }
}

/// The path of a file of the package.
func packageFile(_ path: String) -> String {
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/" + path
}

/// The text of a file of the package.
func packageText(_ path: String) throws -> String {
    String(decoding: try TextFile.read(packageFile(path)).get(), as: UTF8.self)
}
