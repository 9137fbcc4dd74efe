import Analysis
import Catalogue
import Symbolic
import Testing

/// The package's own activations.yaml: what the checks find of each entry.
@Suite struct ShippedCatalogueTests {
    static let entries: [CatalogueEntry] = {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return CatalogueReader.read(path: "/" + root + "/activations.yaml").entries
    }()

    @Test func everyEntryPasses() {
        #expect(Self.entries.count >= 10)
        for entry in Self.entries {
            let (checked, diagnostics, report) = Analyzer.check(entry)
            #expect(checked != nil && diagnostics.isEmpty, "\(entry.name.value): \(diagnostics.map(\.message))")
            // What falls says so itself, with a witness.
            #expect(report.witness.isEmpty == entry.isMonotone)
            guard entry.isMonotone else { continue }
            #expect(report.method.hasPrefix("f'") || report.method.hasPrefix("∇F = f"), "\(report)")
        }
    }

    /// For the whole table normal forms decide F' = f: nothing rests on sampling.
    @Test func everyWrittenIntegralIsProved() throws {
        for entry in Self.entries where entry.integral != nil && entry.isMonotone {
            let checked = try #require(Analyzer.check(entry).0)
            #expect(checked.certificate.contains("= f by normal forms"), "\(entry.name.value): \(checked.certificate)")
            if !entry.isCoupled { #expect(checked.certificate.contains(": sign rules"), "\(entry.name.value): \(checked.certificate)") }
        }
    }

    @Test(arguments: [
        ("step", Monotonicity.nondecreasing), ("linear", .strict), ("relu", .nondecreasing),
        ("leaky_relu", .strictExcept([ParameterValue(parameter: "beta", value: 0)])), ("sigmoid", .strict), ("softmax", .nondecreasing),
        ("tanh", .strict), ("arctan", .strict), ("softplus", .strict), ("elu", .strictExcept([ParameterValue(parameter: "beta", value: 0)])),
    ]) func growthIsThatOfTheTable(_ row: (String, Monotonicity)) throws {
        let entry = try #require(Self.entries.first { $0.name.value == row.0 })
        #expect(try #require(Analyzer.check(entry).0).monotonicity == row.1)
    }

    @Test func kinksAreWhereTheBranchesMeet() throws {
        for entry in Self.entries {
            let checked = try #require(Analyzer.check(entry).0)
            switch entry.name.value {
            case "step": #expect(checked.kinks.map(\.location) == [.zero] && checked.kinks[0].isJump)
            case "relu", "leaky_relu", "prelu", "elu": #expect(checked.kinks.map(\.location) == [.zero] && !checked.kinks[0].isJump)
            default: #expect(checked.kinks.isEmpty)
            }
        }
    }

    @Test func softmaxIsFlatAlongOnesAndItsJacobianIsTakenApart() throws {
        let entry = try #require(Self.entries.first { $0.name.value == "softmax" })
        let checked = try #require(Analyzer.check(entry).0)
        #expect(checked.isFlatAlongOnes)
        let jacobian = try #require(checked.jacobian)
        #expect(jacobian.diagonal.description == "exp(a) / sum(exp(a))")
        #expect(jacobian.terms.map { "\($0.sum) \($0.u) \($0.v)" } == ["sum(exp(a)) -(exp(a) / sum(exp(a))^2) exp(a)"])
    }
}
