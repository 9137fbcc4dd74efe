import Activations
import LocoProp
import Testing
import Training
import TrainingTestSupport

@Suite struct TrainingPlanTests {
    @Test func `locoprop2022 is what was published`() throws {
        let plan = try TrainingPlan(.locoprop2022, registry: .catalogue)
        let specification = try plan.specification()
        #expect(specification.parameterCount == 2_837_314)
        #expect(specification.layers.map { "\($0.activation)" } == ["tanh", "tanh", "tanh", "linear", "tanh", "tanh", "tanh", "sigmoid"])
        #expect(plan.loss == .sigmoidCrossEntropy)
        #expect(plan.method.kind == .locoPropM)
        #expect(plan.method.gamma == 10)
        #expect(plan.method.iterations == 10)
        #expect(plan.method.schedule == .decaying)
        #expect(plan.method.eta == nil)
        #expect(plan.optimizer.kind == .rmsprop)
        #expect(plan.optimizer.values == [0.9, 0.999, 1e-5])
        #expect(plan.learningRate == 1e-5)
        #expect(plan.batchSize == 1000)
        #expect(plan.epochs == 100)
    }

    @Test(arguments: Recipe.all) func `every recipe resolves, for every method`(recipe: Recipe) throws {
        for kind in Method.Kind.allCases {
            let plan = try TrainingPlan(recipe, registry: .catalogue, method: Method(parsing: kind.rawValue))
            #expect(plan.method.kind == kind)
            #expect(try plan.specification().inputWidth == recipe.widths.values[0])
        }
        #expect(try Recipe.named(recipe.name).name == recipe.name)
    }

    @Test func `the narrowest hidden layer is the code layer, the first of equals`() throws {
        func code(_ text: String) throws -> Int? { try NetworkWidths(parsing: text).codeLayer }
        #expect(try code("9-5-2-5-9") == 2)
        #expect(try code("9-5-2-2-5-9") == 2)
        #expect(try code("9-3-9") == 1)
        #expect(try code("9-9") == nil)
        #expect(try code("1-5-3") == 1)
    }

    @Test func `a network that learns labels has no code layer`() throws {
        var plan = try TrainingPlan(.locoprop2022, registry: .catalogue)
        plan.loss = .softmaxCrossEntropy
        plan.widths = try NetworkWidths(parsing: "784-100-50-10")
        #expect(try plan.specification().layers.map { "\($0.activation)" } == ["tanh", "tanh", "softmax"])
    }

    @Test(arguments: [
        ("", "a width is missing"), ("784", "it needs an input and an output"), ("784--10", "a width is missing"),
        ("784-", "a width is missing"), ("784-x-784", "'x' is no whole number"), ("784-0-784", "a width is 0"),
        ("784-1.5-784", "'1.5' is no whole number"), ("784-+5-784", "'+5' is no whole number"),
        ("7-99999999999999999999-7", "'99999999999999999999' is no whole number"),
        ("784-1000-…-784", "'…' is no whole number"),
    ])
    func `widths that are none are refused with the form they have`(text: String, reason: String) throws {
        let error = #expect(throws: PlanError.widths(text, reason: reason)) { try NetworkWidths(parsing: text) }
        #expect(error?.description == "network '\(text)': \(reason); write the widths like 784-1000-500-250-30-250-500-1000-784")
    }

    @Test func `a plan that does not fit its data says what would`() throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset()
        let data = try Dataset.load(folder.path)
        func message(_ change: (inout TrainingPlan) throws -> Void) throws -> String {
            var plan = try TrainingPlan(.locoprop2022, registry: .catalogue)
            plan.widths = try NetworkWidths(parsing: "6-3-2-3-6")
            plan.batchSize = 5
            try change(&plan)
            return try #require(throws: PlanError.self) { try plan.check(for: data) }.description
        }
        #expect(try message { $0.widths = try NetworkWidths(parsing: "784-3-784") }
            == "the network begins with 784, and the examples of \(folder.path) have 6 values; begin it with 6")
        #expect(try message { $0.widths = try NetworkWidths(parsing: "6-3-5") }
            == "the network ends with 5, and rebuilt examples of \(folder.path) need 6; end it with 6")
        #expect(try message { $0.loss = .softmaxCrossEntropy }
            == "the network ends with 6, and the labels of \(folder.path) need 3; end it with 3")
        #expect(try message { $0.batchSize = 6 } == "batch size 6, and there are 5 training examples; it must be 1 to 5")
        #expect(try message { $0.batchSize = 0 } == "batch size 0, and there are 5 training examples; it must be 1 to 5")
        #expect(try message { $0.epochs = 0 } == "epochs is 0; it must be 1 to 1000000")
        #expect(try message { $0.learningRate = .nan } == "learning-rate is nan; it must be finite and at least 0")
        var plan = try TrainingPlan(.locoprop2022, registry: .catalogue)
        plan.loss = .softmaxCrossEntropy
        let error = #expect(throws: PlanError.self) { try plan.check(for: tinyCurves()) }
        #expect(error?.description == "softmax-cross-entropy learns labels, and drawn has none; take the loss sigmoid-cross-entropy to rebuild the inputs")
    }

    @Test func `a layer with its own activation has it, and the others the plan's`() throws {
        var plan = try TrainingPlan(.locoprop2022, registry: .catalogue)
        func activations(_ text: String) throws -> [String] {
            plan.layout = try NetworkLayout(parsing: text, registry: .catalogue)
            return try plan.specification().layers.map { "\($0.activation)" }
        }
        #expect(try activations("784-1000:arctan-30:linear-784:sigmoid") == ["arctan", "linear", "sigmoid"])
        #expect(try activations("784-100:elu(beta=1e-3)-20-50-784") == ["elu(beta=0.001)", "linear", "tanh", "sigmoid"])
        #expect(try activations("784-100-20:relu-50:leaky_relu(beta=-0.0)-784") == ["tanh", "relu", "leaky_relu(beta=-0.0)", "sigmoid"])
        #expect(plan.layout.description == "784-100-20:relu-50:leaky_relu(beta=-0.0)-784")
        #expect(try NetworkLayout(parsing: plan.layout.description, registry: .catalogue).description == plan.layout.description)
        plan.widths = try NetworkWidths(parsing: "784-3-784")
        #expect(plan.layout.activations.allSatisfy { $0 == nil })
        _ = try activations("784-30-784:tanh")
        let error = #expect(throws: LocoPropError.self) {
            try Trainer(
                network: Network<Float>(plan.specification(), seed: 0), loss: plan.loss, method: plan.method,
                optimizer: plan.optimizer, batchSize: 1, threads: 1)
        }
        #expect(error?.description.hasPrefix("sigmoid-cross-entropy needs 'sigmoid' as the last layer's activation, which is 'tanh'") == true)
    }

    @Test func `learned names apply to the hidden activations that have them`() throws {
        var plan = try TrainingPlan(.locoprop2022, registry: .catalogue)
        plan.layout = try NetworkLayout(parsing: "784-9:elu-8-7:tanh-6:prelu-784", registry: .catalogue)
        plan.activation = try ActivationRegistry.catalogue.make("leaky_relu")
        func learned(_ names: [String]?) throws -> [[String]] {
            plan.learned = names
            return try plan.specification().layers.map(\.learnedNames)
        }
        #expect(try learned(["beta"]) == [["beta"], ["beta"], [], ["beta"], []])
        #expect(try learned(nil) == [[], [], [], ["beta"], []])
        #expect(try learned([]) == [[], [], [], [], []])
    }

    @Test(arguments: [
        ("784:tanh-10", "the input has no activation, and ':tanh' stands after it"),
        ("784-10:", "an activation is missing after '10:'"), ("784-:tanh-10", "a width is missing"),
        ("784-1x:tanh-10", "'1x' is no whole number"), ("784-20:elu(beta=1-10", "it needs an input and an output"),
    ])
    func `layouts that are none say why`(text: String, reason: String) throws {
        let error = try #require(throws: (any Error).self) { try NetworkLayout(parsing: text, registry: .catalogue) }
        // An open parenthesis takes the rest with it, into an activation that the registry refuses.
        if text.contains("(") { #expect(error is ActivationError) } else { #expect(error as? PlanError == .widths(text, reason: reason)) }
    }

    private func tinyCurves() throws -> Dataset {
        try Dataset(name: "drawn", train: Curves.images(0..<10, seed: 0), test: Curves.images(10..<12, seed: 0))
    }

    @Test func `a method's text reads back to the method`() throws {
        for text in ["locoprop-m(gamma=3, iterations=4)", "locoprop-s(eta=0.5, solver=closed-form, bias=fixed)", "backprop", "locoprop-m(solver=kronecker, sample=100)",
            "kfac(fisher=exact, damping=0.3, least-damping=1e-6, clip=0.01)", "shampoo(decay=0.9, block=16, graft=none)"] {
            let method = try Method(parsing: text)
            #expect(try Method(parsing: method.text) == method)
        }
        let changed = try Method(parsing: "locoprop-m(eta=2)").with(gamma: 0.1, iterations: nil)
        #expect(changed.gamma == 0.1 && changed.eta == 2 && changed.iterations == 10)
    }
}
