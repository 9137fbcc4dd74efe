import Activations
import LocoProp
import Testing

/// What a trainer refuses, with the exact message; and that the network is then as it was.
@Suite struct TrainerErrorTests {
    private func trainer(
        _ method: String = "locoprop-m", optimizer: String = "sgd", threads: Int = 2
    ) throws -> Trainer<Float> {
        try Trainer(
            network: Network(.autoencoder([6, 8, 3, 6]), seed: 5), loss: .sigmoidCrossEntropy,
            method: Method(parsing: method), optimizer: Optimizer(parsing: optimizer), batchSize: 4, threads: threads)
    }

    private func message<Result>(_ body: () throws -> Result) -> String? {
        (#expect(throws: LocoPropError.self) { _ = try body() })?.description
    }

    @Test("batches of the wrong shape") func shapes() throws {
        let trainer = try trainer()
        func step(_ inputs: Int, _ targets: Int) -> String? {
            message {
                try trainer.step(
                    inputs: unitNumbers(inputs, seed: 1), targets: unitNumbers(targets, seed: 1), learningRate: 0.1)
            }
        }
        #expect(step(0, 0) == "the batch has no rows; give at least one example")
        #expect(step(6, 0) == "the batch has no rows; give at least one example")
        #expect(step(7, 6) == "7 numbers of inputs do not make whole rows of 6; the data's width must be the network's")
        #expect(step(6, 5) == "5 numbers of targets do not make whole rows of 6; the data's width must be the network's")
        #expect(step(12, 6) == "2 rows of inputs and 1 of targets; each input needs its target")
        #expect(step(30, 30) == "a batch of 5 rows, where the trainer was made for at most 4")
        #expect(message { try trainer.loss(inputs: [], targets: []) } == "the batch has no rows; give at least one example")
        #expect(
            message { try trainer.outputs(inputs: [1]) }
                == "1 numbers of inputs do not make whole rows of 6; the data's width must be the network's")
    }

    @Test("rates that are none", arguments: [-0.1, .nan, .infinity]) func rates(rate: Double) throws {
        let batch: [Float] = unitNumbers(6, seed: 1)
        let trainer = try trainer()
        #expect(
            message { try trainer.step(inputs: batch, targets: batch, learningRate: rate) }
                == "learning rate \(rate); it must be finite and at least 0")
    }

    @Test("setups that cannot be") func setups() throws {
        let network = Network<Float>(try .autoencoder([6, 8, 3, 6]), seed: 5)
        func make(loss: FinalLoss = .sigmoidCrossEntropy, batchSize: Int = 4, threads: Int = 1) -> String? {
            message {
                try Trainer(
                    network: network, loss: loss, method: .backProp, optimizer: Optimizer(.sgd),
                    batchSize: batchSize, threads: threads)
            }
        }
        #expect(
            make(loss: .squaredError)
                == "squared-error needs 'linear' as the last layer's activation, which is 'sigmoid'; change the activation to 'linear' or take another loss")
        #expect(
            make(loss: .softmaxCrossEntropy)
                == "softmax-cross-entropy needs 'softmax' as the last layer's activation, which is 'sigmoid'; change the activation to 'softmax' or take another loss")
        for size in [0, -1, Int.max] {
            #expect(make(batchSize: size) == "batch size \(size); for this network it must be 1 to 1048576")
        }
        for threads in [0, -3, 257, Int.max] {
            #expect(make(threads: threads) == "\(threads) threads asked for; 1 to 256 can be had")
        }
    }

    @Test("layers whose Kronecker factors would be too large", arguments: ["kfac", "locoprop-m(solver=kronecker)"])
    func wideLayers(method: String) throws {
        let specification = try NetworkSpecification(
            inputWidth: 2, layers: [.init(width: 16_385, activation: Tanh()), .init(width: 2, activation: Sigmoid())])
        #expect(
            message {
                try Trainer(
                    network: Network<Float>(specification, seed: 1), loss: .sigmoidCrossEntropy,
                    method: Method(parsing: method), optimizer: Optimizer(.sgd), batchSize: 2, threads: 1)
            } == "layer 1: 'tanh' cannot be trained: its Kronecker factors would be matrices of order 16385, and 16384 is the largest; take narrower layers, or another method")
    }

    @Test("targets that the loss is not defined for, in whichever member's rows", arguments: [1, 2, 3])
    func targets(threads: Int) throws {
        let trainer = try trainer(threads: threads)
        let inputs: [Float] = unitNumbers(24, seed: 1)
        for (index, value) in [(0, Float(-0.5)), (9, 1.5), (23, .nan)] {
            var targets = inputs
            targets[index] = value
            #expect(
                message { try trainer.step(inputs: inputs, targets: targets, learningRate: 0.1) }
                    == "row \(index / 6), column \(index % 6) of the targets is \(Double(value)); sigmoid-cross-entropy needs targets from 0 to 1")
        }
        // Rows are counted in the whole set, also where it is evaluated in several batches.
        var targets: [Float] = unitNumbers(60, seed: 1)
        targets[55] = 2
        #expect(
            message { try trainer.loss(inputs: unitNumbers(60, seed: 1), targets: targets) }
                == "row 9, column 1 of the targets is 2.0; sigmoid-cross-entropy needs targets from 0 to 1")
    }

    @Test("inputs that are not finite") func inputs() throws {
        let trainer = try trainer()
        let targets: [Float] = unitNumbers(24, seed: 1)
        for value in [Float.nan, .infinity] {
            var inputs = targets
            inputs[8] = value
            let before = trainer.network.layers
            #expect(
                message { try trainer.step(inputs: inputs, targets: targets, learningRate: 0.1) }
                    == "row 1, column 2 of the inputs is not finite; clean the data")
            #expect(trainer.network.layers == before)
        }
    }

    @Test("a step that diverges names the layer, keeps the network, and leaves a trainer that works",
        arguments: ["locoprop-m", "locoprop-s", "backprop", "kfac(step=fixed)", "shampoo"], ["sgd", "rmsprop", "adam"])
    func divergence(method: String, optimizer: String) throws {
        let trainer = try trainer(method, optimizer: optimizer)
        let batch: [Float] = unitNumbers(24, seed: 1)
        let fresh = trainer.network.layers
        let error = #expect(throws: LocoPropError.self) {
            try trainer.step(inputs: batch, targets: batch, learningRate: 1e300)
        }
        guard case .notFinite(.parameters(let place)) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect((1...3).contains(place.layer))
        #expect(place.activation == ["tanh", "linear", "sigmoid"][place.layer - 1])
        #expect(error?.description.hasPrefix("the step would make parameters of layer \(place.layer) (\(place.activation)) infinite or NaN") == true)
        #expect(trainer.network.layers == fresh)
        // The optimizer's state is as new: the next step is a fresh trainer's first.
        let other = try self.trainer(method, optimizer: optimizer)
        try trainer.step(inputs: batch, targets: batch, learningRate: 1e-3)
        try other.step(inputs: batch, targets: batch, learningRate: 1e-3)
        #expect(trainer.network.layers == other.network.layers)
    }

    @Test("pre-activations that overflow name their layer") func overflow() throws {
        let trainer = try trainer()
        var layer = trainer.network.layers[1]
        layer.weights[0] = 3e38
        layer.weights[3] = 3e38
        layer.biases[0] = 3e38
        try trainer.network.set(layer, ofLayer: 1)
        var first = trainer.network.layers[0]
        first.biases[0] = 50
        first.biases[1] = 50
        try trainer.network.set(first, ofLayer: 0)
        let batch: [Float] = unitNumbers(24, seed: 1)
        #expect(
            message { try trainer.step(inputs: batch, targets: batch, learningRate: 1e-3) }
                == "the pre-activations of layer 2 (linear) are not finite: training has diverged; lower the learning rate or gamma")
    }

    @Test("a matrix that cannot be factorised names its layer") func factorisation() throws {
        let trainer = try trainer("locoprop-s(eta=1e38, solver=closed-form)")
        let before = trainer.network.layers
        // η Σ x² is 6e38, beyond Float's range.
        let inputs = [Float](repeating: 1, count: 24)
        #expect(
            message { try trainer.step(inputs: inputs, targets: unitNumbers(24, seed: 1), learningRate: 0) }
                == "layer 1: I + ηXᵀX cannot be factorised in this precision; lower eta, or scale the inputs down")
        #expect(trainer.network.layers == before)
    }
}
