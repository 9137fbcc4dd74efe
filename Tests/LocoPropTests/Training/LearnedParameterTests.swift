import Activations
import LocoProp
import Testing

/// Parameters of activations that are trained with the weights: prelu's and elu's β in a network of two hidden
/// layers, against plain matrices.
@Suite struct LearnedParameterTests {
    private let rows = 9
    private let gamma = 3.0
    private let batch: [Double]
    private let start: [LayerParameters<Double>]

    init() throws {
        batch = unitNumbers(rows * 6, seed: 21)
        var layers = Network<Double>(try Self.specification(), seed: 22).layers
        // Off 0.25 and 1, so that a value taken from the specification shows.
        layers[0].learned = [0.3]
        layers[1].learned = [0.7]
        start = layers
    }

    private static func specification() throws -> NetworkSpecification {
        try NetworkSpecification(
            inputWidth: 6,
            layers: [
                .init(width: 5, activation: PReLU()), .init(width: 4, activation: ELU(), learning: ["beta"]),
                .init(width: 6, activation: Sigmoid()),
            ])
    }

    private func trainer(_ method: Method, optimizer: Optimizer = Optimizer(.sgd), threads: Int = 1) throws -> Trainer<Double> {
        try Trainer(
            network: Network(Self.specification(), layers: start), loss: .sigmoidCrossEntropy, method: method,
            optimizer: optimizer, batchSize: rows, threads: threads)
    }

    private func step(_ method: Method, rate: Double, threads: Int = 1) throws -> [LayerParameters<Double>] {
        let trainer = try trainer(method, threads: threads)
        try trainer.step(inputs: batch, targets: batch, learningRate: rate)
        return trainer.network.layers
    }

    // MARK: Gradients

    /// 1e-7: as in FactsTests, steps of 1e-5.
    @Test("BackProp's step in θ is −lr times the central difference of L") func lossGradient() throws {
        let rate = 1e-3
        let after = try step(.backProp, rate: rate)
        for layer in 0..<2 {
            let slope = try difference { delta in
                let trainer = try trainer(.backProp)
                var moved = start[layer]
                moved.learned[0] += delta
                try trainer.network.set(moved, ofLayer: layer)
                return try trainer.loss(inputs: batch, targets: batch)
            }
            #expect(abs(slope) > 1e-4)
            #expect(abs((start[layer].learned[0] - after[layer].learned[0]) / rate - slope) < 1e-7)
        }
    }

    @Test("every parameter of the catalogue has that gradient", arguments: ActivationRegistry.catalogue.names)
    func catalogue(name: String) throws {
        let entry = try ActivationRegistry.catalogue.find(name)
        for (index, parameter) in entry.descriptor.parameters.enumerated() {
            let (rate, step) = (1e-3, 1e-5)
            func network(_ delta: Double) throws -> Network<Double> {
                var values = entry.descriptor.parameters.map(\.defaultValue)
                values[index] += delta
                let activation = try entry.init(parameterValues: values)
                return Network(
                    try NetworkSpecification(
                        inputWidth: 6,
                        layers: [
                            .init(width: 5, activation: activation, learning: [parameter.name]),
                            .init(width: 6, activation: Sigmoid()),
                        ]), seed: 23)
            }
            func trainer(_ delta: Double) throws -> Trainer<Double> {
                try Trainer(
                    network: network(delta), loss: .sigmoidCrossEntropy, method: .backProp, optimizer: Optimizer(.sgd),
                    batchSize: rows, threads: 2)
            }
            let slope = (try trainer(step).loss(inputs: batch, targets: batch)
                - trainer(-step).loss(inputs: batch, targets: batch)) / (2 * step)
            let moving = try trainer(0)
            try moving.step(inputs: batch, targets: batch, learningRate: rate)
            let found = (parameter.defaultValue - moving.network.layers[0].learned[0]) / rate
            #expect(abs(found - slope) < 1e-7 * (1 + abs(slope)), "\(name), \(parameter.name): \(found), not \(slope)")
        }
    }

    @Test("T = 1 with gradient descent: S, M and BackProp take the same step in θ too", arguments: [1, 2])
    func oneIteration(threads: Int) throws {
        let rate = 0.05
        let backProp = try step(.backProp, rate: rate * gamma, threads: threads)
        for method in [try Method.locoPropS(gamma: gamma, iterations: 1), try .locoPropM(gamma: gamma, iterations: 1)] {
            for (layer, (found, expected)) in zip(try step(method, rate: rate, threads: threads), backProp).enumerated() {
                #expect(deviation(found.learned, from: expected.learned) < 1e-12)
                #expect(deviation(found.weights, from: expected.weights) < 1e-12)
                #expect(deviation(found.biases, from: expected.biases) < 1e-12)
                if layer < 2 { #expect(found.learned != start[layer].learned) }
            }
        }
    }

    /// The second of two steps shows the local gradient at the point that the first reached.
    @Test("the second local step is −lr times the central difference of J, in θ, W and b", arguments: [Method.Kind.locoPropM, .locoPropS])
    func localGradient(kind: Method.Kind) throws {
        // Large enough that the bracket in J is not small beside its frozen part.
        let rate = 0.2
        func reached(_ iterations: Int) throws -> [LayerParameters<Double>] {
            try step(method(kind, iterations), rate: rate)
        }
        let (first, second) = (try reached(1), try reached(2))
        let problem = try problem()
        for layer in 0..<2 {
            func slope(_ move: (inout LayerParameters<Double>, Double) -> Void) -> Double {
                difference { delta in
                    var moved = first[layer]
                    move(&moved, delta)
                    return objective(kind, problem[layer], layer, moved)
                }
            }
            let learned = slope { $0.learned[0] += $1 }
            #expect(abs((first[layer].learned[0] - second[layer].learned[0]) / rate - learned) < 1e-7)
            if kind == .locoPropM {
                // With θ fixed at its first value the gradient would be another.
                let frozen = slope { $0.learned[0] = start[layer].learned[0]; $0.weights[3] += $1 }
                #expect(abs((first[layer].weights[3] - second[layer].weights[3]) / rate - frozen) > 1e-6)
            }
            for index in [0, 3, first[layer].weights.count - 1] {
                let weight = slope { $0.weights[index] += $1 }
                #expect(abs((first[layer].weights[index] - second[layer].weights[index]) / rate - weight) < 1e-7)
            }
            let bias = slope { $0.biases[1] += $1 }
            #expect(abs((first[layer].biases[1] - second[layer].biases[1]) / rate - bias) < 1e-7)
        }
    }

    @Test("local losses are J before and after, and small steps lower it", arguments: [1, 3], [Method.Kind.locoPropM, .locoPropS])
    func localLosses(threads: Int, kind: Method.Kind) throws {
        let trainer = try trainer(method(kind, 10), threads: threads)
        trainer.measuresLocalLosses = true
        try trainer.step(inputs: batch, targets: batch, learningRate: 1e-2)
        let problem = try problem()
        for layer in 0..<2 {
            let (before, after) = (
                objective(kind, problem[layer], layer, start[layer]),
                objective(kind, problem[layer], layer, trainer.network.layers[layer]))
            let found = trainer.localLosses[layer]
            #expect(deviation([found.before, found.after], from: [before, after]) < 1e-12)
            #expect(found.after < found.before)
        }
    }

    // MARK: Domains

    @Test("a step out of the domain ends at its end", arguments: [Method.Kind.locoPropM, .locoPropS, .backProp])
    func projection(kind: Method.Kind) throws {
        var projected = 0
        for seed in 22..<30 as Range<UInt64> {
            func learned(rate: Double, _ method: Method) throws -> [Double] {
                let trainer = try Trainer(
                    network: Network<Double>(Self.specification(), seed: seed), loss: .sigmoidCrossEntropy,
                    method: method, optimizer: Optimizer(.sgd), batchSize: rows, threads: 1)
                try trainer.step(inputs: batch, targets: batch, learningRate: rate)
                return trainer.network.layers.flatMap(\.learned)
            }
            let falls = zip(try learned(rate: 1e-3, .backProp), try learned(rate: 0, .backProp)).map(<)
            let method = kind == .backProp ? Method.backProp : try method(kind, 1)
            for (value, falls) in zip(try learned(rate: 1e4, method), falls) {
                #expect(falls ? value == 0 : value > 0 && value.isFinite)
                projected += falls ? 1 : 0
            }
        }
        #expect(projected > 0)
    }

    private static let domains: [(ParameterDomain, Float, Float)] = [
        (domain("[", 0, .infinity, ")"), 0, .greatestFiniteMagnitude),
        (domain("(", 0, 1, ")"), .leastNormalMagnitude, Float(1).nextDown),
        (domain("(", 1, 2, "]"), Float(1).nextUp, 2),
        // Float(0.1) lies above 0.1, Float(0.7) below 0.7.
        (domain("[", 0.1, 0.7, "]"), Float(0.1), Float(0.7)),
        // Float(0.1) lies outside at both ends.
        (domain("[", -0.1, 0.1, "]"), -Float(0.1).nextDown, Float(0.1).nextDown),
        (domain("(", -.infinity, 0, ")"), -.greatestFiniteMagnitude, -.leastNormalMagnitude),
    ]

    private static func domain(_ opening: String, _ lower: Double, _ upper: Double, _ closing: String) -> ParameterDomain {
        ParameterDomain(lower: lower, upper: upper, includesLower: opening == "[", includesUpper: closing == "]")
    }

    @Test("the numbers of a type that lie in a domain", arguments: domains)
    func bounds(domain: ParameterDomain, least: Float, greatest: Float) {
        let bounds = LearnedBounds<Float>(domain)
        #expect(bounds.least == least && bounds.greatest == greatest)
        #expect(domain.contains(Double(bounds.least)) && domain.contains(Double(bounds.greatest)))
        #expect(bounds.nearest(to: .infinity) == greatest && bounds.nearest(to: -.infinity) == least)
        #expect(!bounds.isEmpty)
    }

    @Test("a domain that no Float lies in is empty")
    func emptyBounds() {
        let narrow = ParameterDomain(lower: 0.1, upper: 0.1, includesLower: true, includesUpper: true)
        #expect(LearnedBounds<Float>(narrow).isEmpty)
        #expect(!LearnedBounds<Double>(narrow).isEmpty)
    }

    // MARK: Training

    @Test("any number of threads gives the same values up to rounding", arguments: [Method.Kind.locoPropM, .locoPropS, .backProp])
    func threads(kind: Method.Kind) throws {
        let method = kind == .backProp ? Method.backProp : try method(kind, 5)
        let one = try step(method, rate: 0.02, threads: 1)
        for threads in [2, 3, 5] {
            for (found, expected) in zip(try step(method, rate: 0.02, threads: threads), one) {
                #expect(deviation(found.learned, from: expected.learned) < 1e-12)
                #expect(deviation(found.weights, from: expected.weights) < 1e-12)
            }
        }
    }

    @Test("training moves β and lowers the loss, under every method and optimizer", arguments: Method.Kind.allCases, Optimizer.Kind.allCases)
    func training(kind: Method.Kind, optimizer: Optimizer.Kind) throws {
        let trainer = try trainer(Method(parsing: kind.rawValue), optimizer: Optimizer(optimizer), threads: 2)
        let before = try trainer.loss(inputs: batch, targets: batch)
        for _ in 0..<20 { try trainer.step(inputs: batch, targets: batch, learningRate: 1e-3) }
        #expect(try trainer.loss(inputs: batch, targets: batch) < before)
        for layer in 0..<2 {
            let reached = trainer.network.layers[layer].learned
            #expect(reached != start[layer].learned)
            #expect(trainer.network.activation(ofLayer: layer).parameterValues == reached)
        }
    }

    @Test("prelu that learns nothing is leaky_relu, in every bit", arguments: Method.Kind.allCases)
    func frozen(kind: Method.Kind) throws {
        func layers(_ hidden: NetworkSpecification.Layer) throws -> [LayerParameters<Float>] {
            let network = Network<Float>(
                try NetworkSpecification(inputWidth: 6, layers: [hidden, .init(width: 6, activation: Sigmoid())]), seed: 3)
            let trainer = try Trainer(
                network: network, loss: .sigmoidCrossEntropy, method: Method(parsing: kind.rawValue),
                optimizer: Optimizer(.rmsprop), batchSize: rows, threads: 2)
            for _ in 0..<5 { try trainer.step(inputs: batch.map(Float.init), targets: batch.map(Float.init), learningRate: 1e-3) }
            return network.layers
        }
        let frozen = try layers(.init(width: 40, activation: PReLU(), learning: []))
        #expect(try frozen == layers(.init(width: 40, activation: LeakyReLU(beta: 0.25))))
        #expect(try frozen != layers(.init(width: 40, activation: PReLU())))
    }

    // MARK: Errors

    @Test("what cannot be learned says why") func errors() throws {
        func message(_ body: () throws(LocoPropError) -> some Any) -> String {
            do { _ = try body() } catch { return error.description }
            return "no error"
        }
        #expect(
            message { () throws(LocoPropError) in try NetworkSpecification.Layer(width: 3, activation: ELU(), learning: ["bta"]) }
                == "unknown parameter of elu 'bta'. Did you mean 'beta'? Known: beta.")
        #expect(
            message { () throws(LocoPropError) in try NetworkSpecification.Layer(width: 3, activation: Tanh(), learning: ["beta"]) }
                == "unknown parameter of tanh 'beta'. It has none.")
        #expect(throws: LocoPropError.cannotLearn(
            layer: 1, activation: "prelu", parameter: "beta",
            reason: "the closed form solves for the weights alone; take 'solver=iterative', or learn none")
        ) { try trainer(.locoPropS(eta: 0.1, solver: .closedForm)) }
        var bad = start[0]
        bad.learned = [-1]
        #expect(throws: LocoPropError.activation(
            layer: 1, .invalidParameter(activation: "prelu", parameter: "beta", reason: "-1.0 is outside its domain [0, inf)."))
        ) { try trainer(.backProp).network.set(bad, ofLayer: 0) }
        bad.learned = [.nan]
        #expect(throws: LocoPropError.self) { try trainer(.backProp).network.set(bad, ofLayer: 0) }
        bad.learned = [1, 2]
        #expect(throws: LocoPropError.parameterCount(layer: 1, part: "learned parameters", expected: 1, found: 2)) {
            try trainer(.backProp).network.set(bad, ofLayer: 0)
        }
    }

    // MARK: Plain forward and backward pass

    private struct Local {
        let x, a, gradient, outputGradient: Matrix
    }

    private func links(_ layer: Int, _ beta: Double) throws -> any ElementwiseActivation {
        layer == 0 ? try PReLU(beta: beta) : try ELU(beta: beta)
    }

    private func method(_ kind: Method.Kind, _ iterations: Int) throws -> Method {
        kind == .locoPropM
            ? try .locoPropM(gamma: gamma, iterations: iterations, schedule: .constant)
            : try .locoPropS(gamma: gamma, iterations: iterations, schedule: .constant)
    }

    /// X, a, ∂L/∂a and ∂L/∂y of the two hidden layers at the start.
    private func problem() throws -> [Local] {
        let input = Matrix(rows, 6, batch)
        var x = input
        var inputs: [Matrix] = []
        var a: [Matrix] = []
        for (index, layer) in start.enumerated() {
            inputs.append(x)
            a.append((x * Matrix(x.columns, layer.biases.count, layer.weights)).adding(row: layer.biases))
            let link: any ElementwiseActivation = index == 2 ? Sigmoid() : try links(index, layer.learned[0])
            x = a[index].map { link.link($0) }
        }
        var g = (1 / Double(rows)) * (x - input)
        var result: [Local] = []
        for index in [1, 0] {
            let above = start[index + 1]
            let outputGradient = g * Matrix(a[index].columns, above.biases.count, above.weights).transposed
            let link = try links(index, start[index].learned[0])
            g = outputGradient.times(a[index].map { link.derivative($0) })
            result.insert(Local(x: inputs[index], a: a[index], gradient: g, outputGradient: outputGradient), at: 0)
        }
        return result
    }

    /// J, written out.
    private func objective(
        _ kind: Method.Kind, _ local: Local, _ layer: Int, _ at: LayerParameters<Double>
    ) -> Double {
        guard let f = try? links(layer, at.learned[0]) else { return .nan }
        let a = (local.x * Matrix(local.x.columns, at.biases.count, at.weights)).adding(row: at.biases)
        var sum = 0.0
        for i in a.values.indices {
            let (z, z0) = (a.values[i], local.a.values[i])
            sum += kind == .locoPropM
                ? f.integral(z) - f.integral(z0) - f.link(z0) * (z - z0) : (z - z0) * (z - z0) / 2
            sum += gamma * (local.gradient.values[i] * (z - z0) + local.outputGradient.values[i] * f.link(z0))
        }
        return sum
    }

    private func difference(_ f: (Double) throws -> Double) rethrows -> Double {
        (try f(1e-5) - f(-1e-5)) / 2e-5
    }
}
