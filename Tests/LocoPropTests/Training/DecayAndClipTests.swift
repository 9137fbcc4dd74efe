import Activations
import Foundation
import LocoProp
import Testing

/// Weight decay and clipping against plain matrices. 1e-12: some hundred float64 operations on numbers near 1, in
/// another order.
@Suite struct DecayAndClipTests {
    private let specification: NetworkSpecification
    private let layers: [LayerParameters<Double>]
    private let batch: [Double]
    private let rows = 7
    private let links: [(Double) -> Double] = [tanh, { $0 }, tanh, { 1 / (1 + exp(-$0)) }]

    init() throws {
        specification = try .autoencoder([9, 6, 3, 5, 9])
        layers = Network<Double>(specification, seed: 11).layers
        batch = unitNumbers(rows * 9, seed: 12)
    }

    /// A method, its local iterations and regulariser, as the reference needs them.
    private struct Case: CustomStringConvertible {
        let method: Method
        let gamma, eta: Double
        var description: String { method.kind.rawValue + (eta.isFinite ? ", regularised" : "") }
    }

    private var cases: [Case] {
        get throws {
            [
                Case(method: .backProp, gamma: 1, eta: .infinity),
                Case(method: try .locoPropM(gamma: 3, iterations: 4), gamma: 3, eta: .infinity),
                Case(method: try .locoPropS(gamma: 3, iterations: 4), gamma: 3, eta: .infinity),
                Case(method: try .locoPropM(gamma: 3, iterations: 4, eta: 0.7, bias: .regularised), gamma: 3, eta: 0.7),
                Case(method: try .locoPropS(gamma: 3, iterations: 4, eta: 0.7), gamma: 3, eta: 0.7),
            ]
        }
    }

    private static let decays = ["off", "l2(rate=0.3)", "decoupled(rate=0.4)"]
    /// The norm of the gradient is above 0.1, and many of its numbers are above 0.002: `#expect`ed below.
    private static let clips = ["off", "norm(limit=0.1)", "norm(limit=1e9)", "value(limit=0.002)"]

    @Test("a step is what plain matrices say, for every method, decay and clip", arguments: decays, clips)
    func step(decay: String, clip: String) throws {
        let (decay, clip) = (try WeightDecay(parsing: decay), try GradientClip(parsing: clip))
        for item in try cases {
            for threads in [1, 2] {
                let network = try Network(specification, layers: layers)
                let trainer = try Trainer(
                    network: network, loss: .sigmoidCrossEntropy, method: item.method, optimizer: Optimizer(.sgd),
                    decay: decay, clip: clip, batchSize: rows, threads: threads)
                try trainer.step(inputs: batch, targets: batch, learningRate: 0.05)
                let expected = reference(item, decay, clip, rate: 0.05)
                for (index, layer) in network.layers.enumerated() {
                    #expect(deviation(layer.weights, from: expected[index].0.values) < 1e-12, "\(item), layer \(index + 1)")
                    #expect(deviation(layer.biases, from: expected[index].1) < 1e-12, "\(item), layer \(index + 1)")
                }
            }
        }
    }

    /// One step of each layer with plain gradient descent: weights and biases.
    private func reference(_ item: Case, _ decay: WeightDecay, _ clip: GradientClip, rate: Double) -> [(Matrix, [Double])] {
        let method = item.method
        let (inputs, pre, backward) = passes()
        func clamp(_ x: Double) -> Double { clip.kind == .value ? min(max(x, -clip.limit), clip.limit) : x }
        var gradients = backward
        if method.kind != .backProp {
            let norm = backward.flatMap(\.values).reduce(0) { $0 + $1 * $1 }.squareRoot()
            if clip.kind == .norm { #expect((norm > clip.limit) == (clip.limit < 1)) }
            if clip.kind == .value { #expect(backward.flatMap(\.values).contains { abs($0) > clip.limit }) }
            let scale = clip.kind == .norm ? min(1, clip.limit / norm) : 1
            gradients = backward.map { (scale * $0).map(clamp) }
        }
        var steps = layers.indices.map { m in (inputs[m].transposed * gradients[m], gradients[m].columnSums) }
        if method.kind == .backProp {
            let all = steps.flatMap { $0.0.values + $0.1 }
            let norm = all.reduce(0) { $0 + $1 * $1 }.squareRoot()
            if clip.kind == .norm { #expect((norm > clip.limit) == (clip.limit < 1)) }
            let scale = clip.kind == .norm ? min(1, clip.limit / norm) : 1
            steps = steps.map { ((scale * $0.0).map(clamp), $0.1.map { clamp(scale * $0) }) }
        }
        return layers.indices.map { m in
            let start = Matrix(inputs[m].columns, layers[m].biases.count, layers[m].weights)
            var (w, b) = (start, layers[m].biases)
            let target = method.kind == .locoPropM ? pre[m].map(links[m]) - item.gamma * gradients[m] : pre[m] - item.gamma * gradients[m]
            for k in 0..<method.iterations {
                let local = rate * (method.kind == .backProp ? 1 : max(1 - Double(k) / Double(method.iterations), 0.25))
                var (hw, hb) = steps[m]
                if method.kind != .backProp {
                    let a = (inputs[m] * w).adding(row: b)
                    let residual = (method.kind == .locoPropM ? a.map(links[m]) : a) - target
                    (hw, hb) = (inputs[m].transposed * residual, residual.columnSums)
                }
                if item.eta.isFinite {
                    hw = hw + (1 / item.eta) * (w - start)
                    if method.bias == .regularised { hb = zip(hb, zip(b, layers[m].biases)).map { $0 + ($1.0 - $1.1) / item.eta } }
                }
                if decay.kind == .l2 { hw = hw + decay.rate * w }
                if decay.kind == .decoupled { w = (1 - local * decay.rate) * w }
                w = w - local * hw
                b = zip(b, hb).map { $0 - local * $1 }
            }
            return (w, b)
        }
    }

    /// Inputs, pre-activations and ∂L/∂a of every layer.
    private func passes() -> (inputs: [Matrix], pre: [Matrix], gradients: [Matrix]) {
        var (x, inputs, pre) = (Matrix(rows, 9, batch), [Matrix](), [Matrix]())
        for (m, layer) in layers.enumerated() {
            inputs.append(x)
            pre.append((x * Matrix(x.columns, layer.biases.count, layer.weights)).adding(row: layer.biases))
            x = pre[m].map(links[m])
        }
        var gradients = [(1 / Double(rows)) * (x - inputs[0])]
        for m in stride(from: layers.count - 1, to: 0, by: -1) {
            let w = Matrix(inputs[m].columns, layers[m].biases.count, layers[m].weights)
            // tanh′ = 1 − tanh² of the hidden layers; the code layer is linear.
            let slope = m - 1 == 1 ? pre[m - 1].map { _ in 1 } : inputs[m].map { 1 - $0 * $0 }
            gradients.insert((gradients[0] * w.transposed).times(slope), at: 0)
        }
        return (inputs, pre, gradients)
    }

    @Test("AdamW: decoupled decay does not enter the moments") func adamW() throws {
        let network = try Network<Double>(
            NetworkSpecification(inputWidth: 1, layers: [.init(width: 1, activation: Linear())]),
            layers: [LayerParameters(weights: [0.3], biases: [-0.2])])
        let trainer = try Trainer(
            network: network, loss: .squaredError, method: .backProp, optimizer: Optimizer(.adam),
            decay: .decoupled(rate: 0.5), batchSize: 3, threads: 1)
        let (x, t) = ([0.5, -1.25, 2.0], [1.0, 0.25, -0.75])
        var (p, m, s) = ([0.3, -0.2], [0.0, 0.0], [0.0, 0.0])
        for step in 1...5 {
            try trainer.step(inputs: x, targets: t, learningRate: 0.1)
            let errors = zip(x, t).map { p[0] * $0 + p[1] - $1 }
            let h = [zip(errors, x).reduce(0) { $0 + $1.0 * $1.1 } / 3, errors.reduce(0, +) / 3]
            // Loshchilov and Hutter, algorithm 2, with the schedule 1; the bias does not decay.
            for i in 0..<2 {
                m[i] = 0.9 * m[i] + 0.1 * h[i]
                s[i] = 0.999 * s[i] + 0.001 * h[i] * h[i]
                let (mean, square) = (m[i] / (1 - pow(0.9, Double(step))), s[i] / (1 - pow(0.999, Double(step))))
                p[i] -= 0.1 * (mean / (square.squareRoot() + 1e-8) + (i == 0 ? 0.5 * p[i] : 0))
            }
            #expect(abs(network.layers[0].weights[0] - p[0]) < 1e-13 && abs(network.layers[0].biases[0] - p[1]) < 1e-13)
        }
    }

    @Test("the closed form clips, and refuses decay") func closedForm() throws {
        let gamma = 3.0
        func step(_ clip: GradientClip, gamma: Double) throws -> [LayerParameters<Double>] {
            let trainer = try Trainer(
                network: Network(specification, layers: layers), loss: .sigmoidCrossEntropy,
                method: .locoPropS(gamma: gamma, eta: 0.5, solver: .closedForm), optimizer: Optimizer(.sgd), clip: clip,
                batchSize: rows, threads: 1)
            try trainer.step(inputs: batch, targets: batch, learningRate: 0)
            return trainer.network.layers
        }
        let norm = passes().gradients.flatMap(\.values).reduce(0) { $0 + $1 * $1 }.squareRoot()
        let (clipped, smaller) = (try step(.norm(limit: norm / 4), gamma: gamma), try step(.off, gamma: gamma / 4))
        for (a, b) in zip(clipped, smaller) { #expect(deviation(a.weights, from: b.weights) < 1e-12) }
        let error = #expect(throws: LocoPropError.self) {
            try Trainer(
                network: Network(specification, layers: layers), loss: .sigmoidCrossEntropy,
                method: .locoPropS(eta: 0.5, solver: .closedForm), optimizer: Optimizer(.sgd), decay: .l2(rate: 1),
                batchSize: rows, threads: 1)
        }
        #expect(error?.description == "'weight-decay' has no meaning here: the closed form takes no steps for 'l2(rate=1.0)' to act in; take 'solver=iterative', or no decay")
    }

    @Test("a gradient that is not finite is no norm to clip by", arguments: ["backprop", "locoprop-m", "locoprop-s"])
    func divergence(method: String) throws {
        let single = try NetworkSpecification.autoencoder([9, 6, 3, 5, 9])
        let network = Network<Float>(single, seed: 1)
        let trainer = try Trainer(
            network: network, loss: .sigmoidCrossEntropy, method: Method(parsing: method), optimizer: Optimizer(.sgd),
            clip: .norm(limit: 1), batchSize: 2, threads: 1)
        var last = network.layers[3]
        // The inputs of the last layer are 0, so that its forward product is, and the backward one overflows: g is about
        // ¼ in all nine columns, because the targets are 0.
        last.weights = last.weights.map { _ in 3e38 }
        try network.set(last, ofLayer: 3)
        var third = network.layers[2]
        third.weights = third.weights.map { _ in 0 }
        third.biases = third.biases.map { _ in 0 }
        try network.set(third, ofLayer: 2)
        let before = network.layers
        let inputs = [Float](repeating: 0, count: 18)
        let error = #expect(throws: LocoPropError.self) { try trainer.step(inputs: inputs, targets: inputs, learningRate: 0.1) }
        guard case .notFinite(let place) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(place == .gradient(.init(layer: 3, activation: "tanh")))
        #expect(network.layers == before)
    }

    @Test("decay and clip read back, and say what they take") func text() throws {
        for table in [WeightDecay.table, GradientClip.table] {
            for row in table { #expect(!row.summary.isEmpty && row.options.allSatisfy { Double($0.defaultText) != nil }) }
        }
        for text in ["off", "l2(rate=0.3)", "decoupled(rate=1e-05)", "decoupled(rate=0.0)"] {
            #expect(try WeightDecay(parsing: text).description == text)
        }
        for text in ["off", "norm(limit=0.5)", "value(limit=1e-05)"] { #expect(try GradientClip(parsing: text).description == text) }
        func message(_ body: () throws -> Void) throws -> String { try #require(throws: LocoPropError.self, performing: body).description }
        #expect(try message { _ = try WeightDecay(parsing: "l3") } == "unknown weight decay 'l3'. Did you mean 'l2'? Known: off, decoupled, l2.")
        #expect(try message { _ = try WeightDecay.l2(rate: -1) } == "l2: rate is -1.0; it must be a finite number of at least 0")
        #expect(try message { _ = try GradientClip.norm(limit: 0) } == "norm: limit is 0.0; it must be a finite number above 0")
        #expect(try message { _ = try GradientClip(parsing: "off(limit=1)") } == "off has no option 'limit'. It has none.")
    }
}
