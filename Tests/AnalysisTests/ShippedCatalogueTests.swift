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

    private struct Outcome {
        var entry: CatalogueEntry
        var checked: CheckedEntry?
        var messages: [String]
        var report: EntryReport
    }

    /// Checked once for all tests: a test process that captures a backtrace of every error thrown on the way makes it slow.
    private static let outcomes: [Outcome] = entries.map { entry in
        let (checked, diagnostics, report) = Analyzer.check(entry)
        return Outcome(entry: entry, checked: checked, messages: diagnostics.map(\.message), report: report)
    }

    private func checked(_ name: String) throws -> CheckedEntry {
        try #require(Self.outcomes.first { $0.entry.name.value == name }?.checked)
    }

    @Test func everyEntryPasses() {
        #expect(Self.entries.count >= 10)
        for outcome in Self.outcomes {
            let (entry, report) = (outcome.entry, outcome.report)
            #expect(outcome.checked != nil && outcome.messages.isEmpty, "\(entry.name.value): \(outcome.messages)")
            // What falls says so itself, with a witness.
            #expect(report.witness.isEmpty == entry.isMonotone)
            guard entry.isMonotone else { continue }
            // What is taken on trust says so in its certificate.
            #expect((entry.assumption == nil) != report.isAssumed, "\(report)")
            #expect(report.isAssumed == report.method.hasPrefix("that f increases is assumed"))
            #expect(report.isAssumed == (report.monotone == .undecided), "\(report)")
            if report.isAssumed { continue }
            #expect(report.method.hasPrefix("f'") || report.method.hasPrefix("∇F = f"), "\(report)")
        }
    }

    /// For the table normal forms decide F' = f, so that nothing rests on sampling.
    @Test(arguments: ["step", "linear", "relu", "leaky_relu", "sigmoid", "softmax", "tanh", "arctan", "softplus", "elu"])
    func integralsOfTheTableAreProved(_ name: String) throws {
        let checked = try checked(name)
        #expect(checked.certificate.contains("= f by normal forms"), "\(checked.certificate)")
        if !checked.entry.isCoupled { #expect(checked.certificate.contains(": sign rules"), "\(checked.certificate)") }
    }

    @Test func growthIsThatOfTheLinks() throws {
        let exceptZero = Monotonicity.strictExcept([ParameterValue(parameter: "beta", value: 0)])
        let strict = [
            "linear", "sigmoid", "tanh", "arctan", "softplus", "selu", "celu", "log_sigmoid", "softsign", "symlog",
            "exponential", "logarithm", "tanhshrink", "squareplus", "asinh", "erf", "probit", "isru", "bent_identity",
        ]
        for outcome in Self.outcomes where outcome.entry.isMonotone && !outcome.entry.isNormalised {
            let entry = outcome.entry
            let growth = try #require(outcome.checked).monotonicity
            switch entry.name.value {
            case "leaky_relu", "prelu", "elu": #expect(growth == exceptZero)
            case let name where strict.contains(name): #expect(growth == .strict, "\(name)")
            case "step", "softmax", "relu", "relu6", "hardtanh", "hard_sigmoid", "softshrink", "sparse_plus", "sparse_sigmoid":
                #expect(growth == .nondecreasing, "\(entry.name.value)")
            default: break
            }
        }
    }

    @Test func kinksAreWhereTheBranchesMeet() throws {
        for outcome in Self.outcomes {
            let entry = outcome.entry
            let checked = try #require(outcome.checked)
            switch entry.name.value {
            case "step": #expect(checked.kinks.map(\.location) == [.zero] && checked.kinks[0].isJump)
            case "relu", "leaky_relu", "prelu", "elu": #expect(checked.kinks.map(\.location) == [.zero] && !checked.kinks[0].isJump)
            case "hard_sigmoid": #expect(checked.kinks.count == 2)
            case "sigmoid", "tanh", "softplus", "asinh", "erf", "squareplus", "gelu": #expect(checked.kinks.isEmpty)
            default: #expect(checked.kinks.allSatisfy { !$0.isJump }, "\(entry.name.value)")
            }
        }
    }

    @Test func softmaxIsFlatAlongOnesAndItsJacobianIsTakenApart() throws {
        let checked = try checked("softmax")
        #expect(checked.isFlatAlongOnes)
        let jacobian = try #require(checked.jacobian)
        #expect(jacobian.diagonal.description == "exp(a) / sum(exp(a))")
        #expect(jacobian.terms.map { "\($0.sum) \($0.u) \($0.v)" } == ["sum(exp(a)) -(exp(a) / sum(exp(a))^2) exp(a)"])
    }
}
