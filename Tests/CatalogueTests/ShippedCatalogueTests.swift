import Catalogue
import Testing
import YAMLReader

/// The package's own `activations.yaml`. That its formulas are right is Analysis's to show.
@Suite struct ShippedCatalogueTests {
    private let reading = CatalogueReader.read(path: packageFile("activations.yaml"))

    @Test func itIsSound() {
        #expect(reading.diagnostics.map { $0.rendered(path: "activations.yaml") } == [])
    }

    @Test func itHoldsTheTableInOrder() {
        #expect(reading.entries.prefix(11).map(\.name.value) == [
            "step", "linear", "relu", "leaky_relu", "prelu", "sigmoid", "softmax", "tanh", "arctan", "softplus", "elu",
        ])
        #expect(reading.entries.prefix(11).map(\.type.value) == [
            "Step", "Linear", "ReLU", "LeakyReLU", "PReLU", "Sigmoid", "Softmax", "Tanh", "Arctan", "Softplus", "ELU",
        ])
    }

    @Test func everyEntryIsDocumented() {
        for entry in reading.entries {
            #expect(entry.note != nil && entry.reference != nil, "\(entry.name.value)")
        }
    }

    @Test func inverseAndDualStandWhereTheyExist() {
        let table = reading.entries.prefix(11)
        #expect(table.filter { $0.inverse == nil }.map(\.name.value) == ["step", "relu"])
        #expect(table.allSatisfy { $0.dual != nil })
        // The one that shows what a link alone is enough for.
        #expect(reading.entries.filter { $0.integral == nil }.map(\.name.value) == ["gudermannian"])
        #expect(reading.entries.filter(\.isCoupled).map(\.name.value) == ["softmax"])
    }

    @Test func parametersAreThoseOfTheTable() {
        let parameters = reading.entries.flatMap { entry in
            entry.parameters.map { "\(entry.name.value) \($0.name.value) \($0.defaultText) \($0.domain)" }
        }
        #expect(parameters == ["leaky_relu beta 0.01 [0, inf)", "prelu beta 0.25 [0, inf)", "elu beta 1 [0, inf)"])
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
