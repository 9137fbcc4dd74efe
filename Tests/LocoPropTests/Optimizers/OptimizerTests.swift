import Activations
import LocoProp
import Testing

@Suite struct OptimizerTests {
    /// Five steps at the rates 0.1, 0.08, 0.05, 0.05, 0.02 on the mean of ½(w x + b − t)² from
    /// (w, b) = (0.3, −0.2), by a script that writes each rule as its paper does. Nesterov's there takes the gradient
    /// at θ + μ v and moves θ; its θ + μ v is listed.
    private let references: [(text: String, parameters: [(Double, Double)])] = [
        ("sgd", [
            (0.2064583333333333, -0.17583333333333334), (0.14531840277777774, -0.1553152777777778),
            (0.11260141746238422, -0.14224364728009262), (0.08278156446405102, -0.12914399444655433),
            (0.07189997879479033, -0.12391762759482366),
        ]),
        ("momentum(momentum=0.9)", [
            (0.2064583333333333, -0.17583333333333334), (0.061130902777777746, -0.13356527777777777),
            (-0.09467823097511577, -0.08178599103009257), (-0.24590562291387866, -0.020789536927023018),
            (-0.38105818662979396, 0.039905609361895696),
        ]),
        ("nesterov(momentum=0.9)", [
            (0.12227083333333329, -0.15408333333333335), (-0.046248065972222294, -0.09349815277777776),
            (-0.18332979090675644, -0.03185105481915507), (-0.29935877640567393, 0.0371727529961717),
            (-0.39585191545348, 0.09658406499617077),
        ]),
        ("adagrad(epsilon=1e-3)", [
            (0.2001067900685236, -0.10041208791208793), (0.1487850935937562, -0.05215866209322471),
            (0.12381328394877572, -0.029275545316472765), (0.10247701682834973, -0.009869123808272411),
            (0.09496343568918943, -0.003098200791187114),
        ]),
        ("adagrad(initial=0.1)", [
            (0.20526688256881537, -0.13927949775282297), (0.15578846620484452, -0.10052107544860253),
            (0.13152347093249217, -0.08020809634214833), (0.11068535838537351, -0.06221229902897853),
            (0.10332222045579478, -0.05573246341850448),
        ]),
        ("rmsprop", [
            (0.20586865653424086, -0.17460848927718303), (0.04905825612605169, -0.1266951233774341),
            (-0.1332340225805227, -0.06304164832183123), (-0.3239550624197935, 0.01783604826293808),
            (-0.5101618495045662, 0.10583878828829008),
        ]),
        ("rmsprop(decay=0.7, momentum=0.4, epsilon=0.01)", [
            (0.20514504815620832, -0.1716669038978), (0.10129038782247077, -0.13258547381426405),
            (0.025284880864413495, -0.0964989755129667), (-0.03504696487284113, -0.05894579676463447),
            (-0.06973012831051395, -0.03389118519518479),
        ]),
        ("adam", [
            (0.2000000010690423, -0.10000000413793088), (0.12067899143672867, -0.021310325500130664),
            (0.07175694598176452, 0.026513603500216067), (0.023522719803788082, 0.07283912796760406),
            (0.004566438726506854, 0.09061386846558116),
        ]),
        ("adam(beta1=0.8, beta2=0.9, epsilon=0.001)", [
            (0.2001067900685236, -0.10041208791208793), (0.12092639740163619, -0.02215650521200581),
            (0.07214305783787961, 0.025295747891607448), (0.024086393319438848, 0.07115517394161879),
            (0.005221520224552703, 0.08868443678843978),
        ]),
    ]
    private let inputs = [0.5, -1.25, 2.0]
    private let targets = [1.0, 0.25, -0.75]

    private func line() throws -> Network<Double> {
        try Network(
            NetworkSpecification(inputWidth: 1, layers: [.init(width: 1, activation: Linear())]),
            layers: [LayerParameters(weights: [0.3], biases: [-0.2])])
    }

    /// 1e-13: some tens of operations in another order, each rounded to 1.1e-16.
    @Test("every rule follows its published form") func publishedForm() throws {
        var seen: Set<Optimizer.Kind> = []
        for (text, parameters) in references {
            let optimizer = try Optimizer(parsing: text)
            seen.insert(optimizer.kind)
            let network = try line()
            let trainer = try Trainer(
                network: network, loss: .squaredError, method: .backProp, optimizer: optimizer, batchSize: 3,
                threads: 1)
            for (rate, expected) in zip([0.1, 0.08, 0.05, 0.05, 0.02], parameters) {
                try trainer.step(inputs: inputs, targets: targets, learningRate: rate)
                let layer = network.layers[0]
                #expect(abs(layer.weights[0] - expected.0) < 1e-13, "\(text)")
                #expect(abs(layer.biases[0] - expected.1) < 1e-13, "\(text)")
            }
        }
        #expect(seen == Set(Optimizer.Kind.allCases), "every optimizer of the table has reference values")
    }

    @Test("Adam's t counts local iterations, and goes on from batch to batch") func adamCountsIterations() throws {
        let network = try line()
        let trainer = try Trainer(
            network: network, loss: .squaredError, method: .locoPropS(gamma: 2, iterations: 3),
            optimizer: Optimizer(.adam), batchSize: 3, threads: 1)
        // By the same script.
        for expected in [(0.10242023226909948, -0.005208251645682192), (-0.08531570290618773, 0.1677985658441284)] {
            try trainer.step(inputs: inputs, targets: targets, learningRate: 0.1)
            #expect(abs(network.layers[0].weights[0] - expected.0) < 1e-13)
            #expect(abs(network.layers[0].biases[0] - expected.1) < 1e-13)
        }
    }

    @Test("the table's defaults are in their domains, and descriptions read back") func table() throws {
        #expect(Optimizer.table.map(\.kind) == Optimizer.Kind.allCases)
        for descriptor in Optimizer.table {
            let optimizer = Optimizer(descriptor.kind)
            let defaults = descriptor.options.map { "\($0.name)=\($0.defaultText)" }.joined(separator: ", ")
            #expect(try Optimizer(parsing: "\(descriptor.name)(\(defaults))") == optimizer)
            #expect(try Optimizer(parsing: optimizer.description) == optimizer)
            #expect(!descriptor.title.isEmpty && !descriptor.formula.isEmpty && !descriptor.reference.isEmpty)
        }
        #expect(try Optimizer(.rmsprop, ["decay": 0.5])["decay"] == 0.5)
        #expect(Optimizer(.rmsprop)["momentum"] == 0.999)
        #expect(Optimizer(.sgd)["momentum"] == nil)
    }

    @Test("what cannot be read says how to mend it", arguments: [
        ("adamm", "unknown optimizer 'adamm'. Did you mean 'adam'? Known: sgd, momentum, nesterov, adagrad, rmsprop, adam."),
        ("", "unknown optimizer ''. Known: sgd, momentum, nesterov, adagrad, rmsprop, adam."),
        ("adam(beta3=1)", "adam has no option 'beta3'. Did you mean 'beta1'? It has: beta1, beta2, epsilon."),
        ("sgd(momentum=0.9)", "sgd has no option 'momentum'. It has none."),
        ("adam(beta1=1)", "adam: beta1 is 1; it must be at least 0 and below 1"),
        ("adam(beta1=nan)", "adam: beta1 is nan; it must be at least 0 and below 1"),
        ("adam(epsilon=0)", "adam: epsilon is 0; it must be a finite number above 0"),
        ("adagrad(initial=-1)", "adagrad: initial is -1; it must be a finite number of at least 0"),
        ("adam(beta1=0.8, beta1=0.9)", "optimizer: beta1 is given twice; it must be given once"),
        ("adam(beta1=high)", "adam: beta1 is high; it must be at least 0 and below 1"),
        ("adam(beta1)", "optimizer: its text is 'adam(beta1)'; it must be written as name or name(option=value, …)"),
        ("adam(beta1=0.9", "optimizer: its text is 'adam(beta1=0.9'; it must be written as name or name(option=value, …)"),
        (String(repeating: "(", count: 5000), "optimizer: its text is 5000 bytes long; it must be written as name or name(option=value, …)"),
    ])
    func errors(text: String, message: String) throws {
        let error = try #require(throws: LocoPropError.self) { try Optimizer(parsing: text) }
        #expect(error.description == message)
    }
}
