import Activations
import LocoProp
import Testing

/// A trainer put together from a network's parameters and another trainer's state goes on with the same bits.
@Suite struct TrainerStateTests {
    static let methods = Method.Kind.allCases.map(\.rawValue)
        + ["locoprop-m(eta=0.1, bias=regularised)", "locoprop-s(bias=fixed)", "locoprop-s(eta=0.1, solver=closed-form)",
            "locoprop-m(solver=kronecker, sample=5)", "kfac(step=fixed, fisher=empirical)", "shampoo(graft=rmsprop, decay=0.9, period=2)"]

    /// Two hidden layers that learn a parameter each, unless the method solves for the weights alone.
    private func specification(_ method: Method) throws -> NetworkSpecification {
        let learns = method.solver == .iterative
        return try NetworkSpecification(
            inputWidth: 11,
            layers: [
                .init(width: 9, activation: learns ? PReLU() : Tanh()),
                .init(width: 4, activation: ELU(), learning: learns ? ["beta"] : []),
                .init(width: 11, activation: Sigmoid()),
            ])
    }

    private func trainer<Scalar: ActivationScalar>(
        _ method: Method, _ optimizer: Optimizer, network: Network<Scalar>? = nil
    ) throws -> Trainer<Scalar> {
        try Trainer(
            network: network ?? Network(specification(method), seed: 4), loss: .sigmoidCrossEntropy, method: method,
            optimizer: optimizer, batchSize: 8, threads: 2)
    }

    private func run<Scalar: ActivationScalar>(_ trainer: Trainer<Scalar>, steps: Range<UInt64>) throws {
        for seed in steps {
            let batch: [Scalar] = unitNumbers(8 * 11, seed: seed)
            try trainer.step(inputs: batch, targets: batch, learningRate: 1e-3)
        }
    }

    private func check<Scalar: ActivationScalar>(_ method: Method, _ optimizer: Optimizer, _: Scalar.Type) throws {
        let whole: Trainer<Scalar> = try trainer(method, optimizer)
        try run(whole, steps: 1..<4)
        let (layers, state) = (whole.network.layers, whole.state)
        try run(whole, steps: 4..<7)
        let second: Trainer<Scalar> = try trainer(
            method, optimizer, network: Network(whole.network.specification, layers: layers))
        #expect(second.state != state || state.tensors.isEmpty || method.solver == .closedForm)
        try second.restore(state)
        #expect(second.state == state)
        try run(second, steps: 4..<7)
        #expect(second.network.layers == whole.network.layers, "\(method), \(optimizer)")
        #expect(second.state == whole.state, "\(method), \(optimizer)")
    }

    @Test("every method goes on to the bit, with every optimizer", arguments: methods) func goesOn(text: String) throws {
        let method = try Method(parsing: text)
        for optimizer in Optimizer.Kind.allCases { try check(method, Optimizer(optimizer), Float.self) }
        try check(method, Optimizer(.adam), Double.self)
    }

    @Test("slots have the names and shapes of the parameters") func names() throws {
        let trainer: Trainer<Float> = try trainer(.backProp, Optimizer(.adam))
        try run(trainer, steps: 1..<3)
        let state = trainer.state
        #expect(state.tensors.prefix(3).map(\.name) == [
            "optimizer.layers.0.weight.mean", "optimizer.layers.0.bias.mean", "optimizer.layers.0.learned.mean",
        ])
        #expect(state.tensors.prefix(3).map(\.shape) == [[11, 9], [9], [1]])
        #expect(state.tensors.count == 16 && Set(state.tensors.map(\.name)).count == 16)
        #expect(state.counters == [.init(name: "optimizer.iterations", value: 2)])
        #expect(trainer.network.parameterArrays.map(\.name).prefix(3) == ["layers.0.weight", "layers.0.bias", "layers.0.learned"])
    }

    @Test("a state of something else is refused, and changes nothing") func refuses() throws {
        let trainer: Trainer<Float> = try trainer(.backProp, Optimizer(.adam))
        try run(trainer, steps: 1..<3)
        let before = trainer.state
        func reason(_ change: (inout TrainerState) -> Void) throws -> String {
            var state = before
            change(&state)
            let error = try #require(throws: LocoPropError.self) { try trainer.restore(state) }
            #expect(trainer.state == before)
            guard case .state(let part, let reason) = error else { return "\(error)" }
            return "\(part): \(reason)"
        }
        let first = before.tensors[0]
        #expect(try reason { $0.tensors.removeFirst() } == "optimizer.layers.0.weight.mean: is missing")
        #expect(try reason { $0.counters = [] } == "optimizer.iterations: is missing")
        #expect(try reason { $0.tensors.append(.init(name: "more", shape: [], element: .float32, bytes: [0, 0, 0, 0])) }
            == "more: is not known to it")
        #expect(try reason { $0.tensors[0] = .init(name: first.name, shape: [9, 11], element: .float32, bytes: first.bytes) }
            == "optimizer.layers.0.weight.mean: has shape [9, 11] of float32, and [11, 9] of float32 is needed")
        #expect(try reason { $0.tensors[0] = .init(name: first.name, shape: [11, 9], element: .float32, bytes: [1]) }
            .hasPrefix("optimizer.layers.0.weight.mean: has shape"))
        let other: Trainer<Float> = try self.trainer(.backProp, Optimizer(.sgd))
        #expect(throws: LocoPropError.self) { try other.restore(before) }
    }
}
