import Activations
import LocoProp
import Testing
import Training
import YAMLReader

@Suite struct ConfigurationRequestTests {
    private func file(_ text: String) -> ConfigurationFile { ConfigurationFile(name: "run.yaml", bytes: Array(text.utf8)) }

    private func error(_ request: ConfigurationRequest) throws -> ConfigurationError {
        try #require(throws: ConfigurationError.self) { try request.resolved(registry: .catalogue) }
    }

    @Test func `a flag is stronger than an assignment, that than the file, and that than the recipe`() throws {
        var request = ConfigurationRequest()
        func epochs() throws -> Int { try request.resolved(registry: .catalogue).plan.epochs }
        #expect(try epochs() == 100)
        request.file = file("epochs: 7\nbatch-size: 10\n")
        #expect(try epochs() == 7)
        request.assignments = ["epochs=8"]
        #expect(try epochs() == 8)
        request.flags = [("epochs", "9")]
        #expect(try epochs() == 9)
        #expect(try request.resolved(registry: .catalogue).plan.batchSize == 10)
    }

    @Test func `the method decides what the recipe says, and what is given stays`() throws {
        var request = ConfigurationRequest(file: file("method: backprop\n"))
        var plan = try request.resolved(registry: .catalogue).plan
        #expect(plan.optimizer == Optimizer(.adam) && plan.learningRate == 1e-3 && plan.schedule == .constant)
        request.file = file("learning-rate: 0.5\n")
        request.flags = [("method", "backprop")]
        plan = try request.resolved(registry: .catalogue).plan
        #expect(plan.optimizer == Optimizer(.adam) && plan.learningRate == 0.5)
    }

    @Test func `options of the method that are left out are the recipe's`() throws {
        func method(_ text: String) throws -> Method {
            try ConfigurationRequest(assignments: ["recipe=fashion-classifier", "method=\(text)"]).resolved(registry: .catalogue).plan.method
        }
        #expect(try method("locoprop-m") == Method(parsing: "locoprop-m(gamma=50, iterations=5)"))
        #expect(try method("locoprop-s( gamma = 3, eta=1)") == Method(parsing: "locoprop-s(gamma=3, iterations=5, eta=1)"))
        #expect(try method("locoprop-m(iterations=7)") == Method(parsing: "locoprop-m(gamma=50, iterations=7)"))
        #expect(try method("backprop") == .backProp)
    }

    @Test func `an option of the method gives way to a stronger method, and adds to a weaker one`() throws {
        let weaker = ConfigurationRequest(file: file("method: locoprop-m(gamma=4)\n"), flags: [("gamma", "3")])
        #expect(try weaker.resolved(registry: .catalogue).plan.method.gamma == 3)
        let same = ConfigurationRequest(file: file("gamma: 3\nmethod: locoprop-m(gamma=4)\n"))
        #expect(try same.resolved(registry: .catalogue).plan.method.gamma == 3)
        let stronger = ConfigurationRequest(file: file("gamma: 3\nlocal-iterations: 2\n"), flags: [("method", "locoprop-s(gamma=4)")])
        let method = try stronger.resolved(registry: .catalogue).plan.method
        #expect(method.gamma == 4 && method.iterations == 10 && method.kind == .locoPropS)
        #expect(try ConfigurationRequest(file: file("gamma: 3\n"), flags: [("method", "backprop")]).resolved(registry: .catalogue).plan.method == .backProp)
    }

    @Test func `all problems of all sources are said at once, with their places`() throws {
        let text = """
            epochs: many
            lerning-rate: -1
            network: [784, 30, 784]
            seed:
            batch-size: 0
            colour: red
            epochs: 3
            """
        let error = try error(ConfigurationRequest(
            file: file(text), assignments: ["sed=1", "epochs", "threads=none", "gamma=", "seed=1", "seed=2"],
            flags: [("data-seed", "-1"), ("loss", "absolute"), ("loss", "squared-error")]))
        let lines = error.description.split(separator: "\n").map(String.init)
        let keys = Setting.all.map(\.key).joined(separator: ", ")
        let network = try #require(Setting.named("network")).form
        #expect(lines == [
            "run.yaml:1:9: error: 'many' is not a whole number from 1 to 1000000 [CFG005]",
            "run.yaml:2:1: error: unknown key 'lerning-rate'. Did you mean 'learning-rate'? [CFG001]",
            "run.yaml:2:15: error: '-1' is not a finite number of at least 0 [CFG005]",
            "run.yaml:3:10: error: 'network' must be a text, but this is a list; write \(network) [CFG003]",
            "run.yaml:4:6: error: 'seed' is empty; write a whole number from 0 to 18446744073709551615, or remove the line [CFG004]",
            "run.yaml:5:13: error: '0' is not a whole number from 1 to 1048576 [CFG005]",
            "run.yaml:6:1: error: unknown key 'colour'; the keys are \(keys) [CFG001]",
            "run.yaml:7:1: error: the key 'epochs' stands here a second time, first on line 1; remove one [CAT015]",
            "--set 'sed=1': unknown key 'sed'. Did you mean 'seed'?",
            "--set 'epochs': write it like epochs=5",
            "--set 'gamma=': the value is empty; write a finite number above 0",
            "--set 'seed=2': 'seed' is given twice; leave one of them out",
            "--data-seed: '-1' is not a whole number from 0 to 18446744073709551615",
            "--set 'threads=none': 'none' is not a whole number from 1 to 256",
        ])
    }

    @Test(arguments: ConfigurationProblem.allCases) func `every number has an example that has the problem`(problem: ConfigurationProblem) throws {
        let request = ConfigurationRequest(file: file(problem.example))
        #expect(problem.title.hasSuffix("."))
        guard problem == .misfit else {
            let error = try error(request)
            #expect(error.diagnostics.map(\.code) == [problem.number])
            #expect(DiagnosticRenderer(path: "run.yaml", bytes: Array(problem.example.utf8)).text(error.diagnostics).contains("^"))
            return
        }
        let configuration = try request.resolved(registry: .catalogue)
        let error = #expect(throws: ConfigurationError.self) {
            try request.locatingProblems { try configuration.plan.check(for: Dataset.load(configuration.data)) }
        }
        #expect(error?.diagnostics.map(\.code) == [problem.number])
    }

    @Test func `a problem with the data is said at the value's source, and without one as it is`() throws {
        let problem = PlanError.batchSize(9, examples: 5)
        func message(_ request: ConfigurationRequest) -> String { "\(request.locating(problem))" }
        let said = "batch size 9, and there are 5 training examples; it must be 1 to 5"
        #expect(message(ConfigurationRequest()) == said)
        #expect(message(ConfigurationRequest(file: file("batch-size: 9"))) == "run.yaml:1:13: error: \(said) [CFG006]")
        #expect(message(ConfigurationRequest(assignments: ["batch-size=9"])) == "--set 'batch-size=9': \(said)")
        #expect(message(ConfigurationRequest(file: file("batch-size: 1"), flags: [("batch-size", "9")])) == "--batch-size: \(said)")
    }

    @Test(arguments: ["", "# nothing\n", "a", "- 1", "\u{0}", "epochs: 3\n---\nepochs: 4\n", "epochs: &a 3", "[", "{epochs: 3", "epochs: \"3"])
    func `a file that is none is refused and never crashes`(text: String) throws {
        let error = try error(ConfigurationRequest(file: file(text)))
        #expect(!error.diagnostics.isEmpty && error.diagnostics.allSatisfy { $0.position.line >= 1 })
    }

    @Test func `a flow mapping and quotes are YAML, too`() throws {
        let plan = try ConfigurationRequest(file: file("{epochs: '3', \"seed\": 4}")).resolved(registry: .catalogue).plan
        #expect(plan.epochs == 3 && plan.seed == 4)
    }

    @Test func `a missing file is said so`() throws {
        let error = try error(ConfigurationRequest(file: ConfigurationFile(path: "no/such.yaml")))
        #expect(error.description.hasPrefix("no/such.yaml:1:1: error: ") && error.description.hasSuffix("[CAT001]"))
    }
}
