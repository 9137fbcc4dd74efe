import Activations
import LocoProp
import Testing

/// LocoProp-S's local iterations on Gram matrices are those on residuals.
@Suite struct GramTests {
    private func trained<Scalar: ActivationScalar>(
        _ method: Method, _ optimizer: Optimizer, _ products: LocalProducts, rows: Int, steps: Int, threads: Int,
        rate: Double, _: Scalar.Type
    ) throws -> [[Double]] {
        let specification = try NetworkSpecification(
            inputWidth: 13,
            layers: [
                .init(width: 20, activation: PReLU()), .init(width: 5, activation: Linear()),
                .init(width: 18, activation: Tanh()), .init(width: 13, activation: Sigmoid()),
            ])
        let trainer = try Trainer<Scalar>(
            network: Network(specification, seed: 6), loss: .sigmoidCrossEntropy, method: method, optimizer: optimizer,
            batchSize: rows, threads: threads, products: products)
        for seed in 1...UInt64(steps) {
            let batch: [Scalar] = unitNumbers(rows * 13, seed: seed)
            try trainer.step(inputs: batch, targets: batch, learningRate: rate)
        }
        return trainer.network.layers.flatMap { [$0.weights, $0.biases, $0.learned].map { $0.map(Double.init) } }
    }

    /// 1e-14 of numbers near 1: the weights themselves are rounded to 1e-16 in each of eighteen iterations, the gradients of
    /// 40 rows by some 1e-15, of which the rate takes 5e-3; adaptive rules divide by no root smaller than that.
    @Test("in Double, for every optimizer, regulariser, bias and schedule", arguments: [
        "locoprop-s(iterations=6)", "locoprop-s(iterations=6, schedule=constant, bias=fixed)",
        "locoprop-s(iterations=6, eta=0.1)", "locoprop-s(iterations=6, eta=0.1, bias=regularised)",
        "locoprop-s(iterations=2, eta=0.1, bias=fixed)",
    ], [1, 3])
    func agrees(method: String, threads: Int) throws {
        for optimizer in Optimizer.Kind.allCases {
            func run(_ products: LocalProducts) throws -> [[Double]] {
                try trained(
                    Method(parsing: method), Optimizer(optimizer), products, rows: 40, steps: 3, threads: threads,
                    rate: 5e-3, Double.self)
            }
            let (plain, gram) = (try run(.residuals), try run(.gram))
            #expect(plain != gram, "\(optimizer): other products round otherwise")
            for (x, y) in zip(gram, plain) { #expect(deviation(x, from: y) < 1e-14, "\(optimizer)") }
        }
    }

    /// 1e-6 of numbers near 1: eighteen iterations that round the weights to 6e-8 each, for either form.
    @Test("in Float, as near to Double as the plain form is") func float() throws {
        let method = try Method.locoPropS(iterations: 6)
        func run<Scalar: ActivationScalar>(_ products: LocalProducts, _: Scalar.Type) throws -> [[Double]] {
            try trained(method, Optimizer(.rmsprop), products, rows: 40, steps: 3, threads: 2, rate: 5e-3, Scalar.self)
        }
        let exact = try run(.residuals, Double.self)
        for products in [LocalProducts.residuals, .gram] {
            for (x, y) in zip(try run(products, Float.self), exact) { #expect(deviation(x, from: y) < 1e-6) }
        }
    }

    @Test("a layer takes whichever form costs less") func choice() throws {
        // 4·B·in·out·(T − 1) against B·(in + 1)² + 2·(in + 1)²·out·(T − 1): the second for many rows, the first for few.
        for (rows, cheaper) in [(100, LocalProducts.gram), (3, .residuals)] {
            func run(_ products: LocalProducts) throws -> [[Double]] {
                try trained(
                    .locoPropS(iterations: 6), Optimizer(.sgd), products, rows: rows, steps: 1, threads: 1, rate: 5e-3,
                    Double.self)
            }
            #expect(try run(.cheapest) == run(cheaper), "\(rows) rows")
            #expect(try run(.residuals) != run(.gram))
        }
    }
}
