import Activations
import CTrainingKernels
import Foundation
import LocoProp
import Testing

/// The losses' kernels, called as the passes call them, in every variant that this processor runs.
@Suite struct FinalLossTests {
    private struct Result {
        var sum: Double
        var gradients: [Double]
        var invalid: Int
    }

    private func evaluate(
        _ loss: FinalLoss, _ a: [Double], _ t: [Double], columns: Int, scale: Double = 1,
        variant: Int? = nil
    ) throws -> Result {
        let table = try #require(
            variant.map { training_kernels_variant(Int32(TRAINING_DOUBLE), Int32($0)) }
                ?? training_kernels_best(Int32(TRAINING_DOUBLE)))
        var gradients = [Double](repeating: .nan, count: a.count)
        var invalid = -1
        let sum = kernel(loss, table)(
            a, columns, t, columns, &gradients, columns, a.count / columns, columns, scale, &invalid)
        return Result(sum: sum, gradients: gradients, invalid: invalid)
    }

    private func kernel(_ loss: FinalLoss, _ table: UnsafePointer<training_kernels>) -> training_loss {
        switch loss {
        case .sigmoidCrossEntropy: table.pointee.sigmoid_cross_entropy
        case .softmaxCrossEntropy: table.pointee.softmax_cross_entropy
        case .squaredError: table.pointee.squared_error
        }
    }

    /// Rows of targets that each loss is defined for.
    private func targets(_ loss: FinalLoss, rows: Int, columns: Int, seed: UInt64) -> [Double] {
        let raw: [Double] = unitNumbers(rows * columns, seed: seed)
        guard loss == .softmaxCrossEntropy else { return raw }
        return raw.indices.map { index in
            let row = index / columns
            return raw[index] / raw[row * columns..<(row + 1) * columns].reduce(0, +)
        }
    }

    private func preActivations(_ count: Int, seed: UInt64) -> [Double] {
        unitNumbers(count, seed: seed).map { 12 * $0 - 6 }
    }

    /// F of each loss's link, as plain as can be.
    private func integral(_ loss: FinalLoss, _ a: [Double]) -> Double {
        switch loss {
        case .sigmoidCrossEntropy: a.reduce(0) { $0 + log1p(exp($1)) }
        case .softmaxCrossEntropy: log(a.reduce(0) { $0 + exp($1) })
        case .squaredError: a.reduce(0) { $0 + $1 * $1 / 2 }
        }
    }

    private func link(_ loss: FinalLoss, _ a: [Double]) -> [Double] {
        switch loss {
        case .sigmoidCrossEntropy: a.map { 1 / (1 + exp(-$0)) }
        case .softmaxCrossEntropy: a.map { exp($0 - integral(.softmaxCrossEntropy, a)) }
        case .squaredError: a
        }
    }

    /// 1e-12 relative: sums of some hundred terms near 1.
    @Test("value is the matching loss F(a) − t·a up to a term of t alone, gradient f(a) − t",
        arguments: FinalLoss.allCases)
    func matching(loss: FinalLoss) throws {
        for columns in [1, 5, 16, 300] {
            let t = targets(loss, rows: 1, columns: columns, seed: 1)
            var offsets: [Double] = []
            for seed in UInt64(2)...6 {
                let a = preActivations(columns, seed: seed)
                let result = try evaluate(loss, a, t, columns: columns)
                offsets.append(result.sum - (integral(loss, a) - zip(t, a).map(*).reduce(0, +)))
                #expect(deviation(result.gradients, from: zip(link(loss, a), t).map(-)) < 1e-12)
                #expect(result.invalid == -1)
            }
            let spread = (offsets.max() ?? .nan) - (offsets.min() ?? .nan)
            #expect(spread < 1e-12 * Double(columns) * 40, "the difference depends on the pre-activations")
        }
    }

    @Test("gradients are central differences, and scale", arguments: FinalLoss.allCases)
    func centralDifferences(loss: FinalLoss) throws {
        let (rows, columns) = (3, 4)
        let t = targets(loss, rows: rows, columns: columns, seed: 7)
        let a = preActivations(rows * columns, seed: 8)
        let exact = try evaluate(loss, a, t, columns: columns)
        let scaled = try evaluate(loss, a, t, columns: columns, scale: 0.25)
        #expect(deviation(scaled.gradients, from: exact.gradients.map { $0 / 4 }) < 1e-15)
        #expect(scaled.sum == exact.sum)
        for index in a.indices {
            var (up, down) = (a, a)
            up[index] += 1e-5
            down[index] -= 1e-5
            let slope = try (evaluate(loss, up, t, columns: columns).sum - evaluate(loss, down, t, columns: columns).sum) / 2e-5
            // Rounding of a loss near 100 over the step, and the third derivative times 1e-10.
            #expect(abs(slope - exact.gradients[index]) < 1e-7)
        }
    }

    @Test("far out the losses neither overflow nor cancel") func stability() throws {
        let sigmoid = FinalLoss.sigmoidCrossEntropy
        #expect(try evaluate(sigmoid, [1e4], [1], columns: 1).sum == 0)
        #expect(try evaluate(sigmoid, [1e4], [0], columns: 1).sum == 1e4)
        #expect(try evaluate(sigmoid, [-1e300], [0], columns: 1).sum == 0)
        // log1p(e⁻⁴⁰) = e⁻⁴⁰ to a relative 2e-18.
        let small = try evaluate(sigmoid, [40], [1], columns: 1).sum
        #expect(abs(small / exp(-40) - 1) < 1e-15)
        let softmax = FinalLoss.softmaxCrossEntropy
        #expect(try evaluate(softmax, [1e4, 0], [1, 0], columns: 2).sum == 0)
        #expect(try evaluate(softmax, [1e4, 0], [0, 1], columns: 2).sum == 1e4)
        #expect(try evaluate(softmax, [-1e300, -1e300], [0.5, 0.5], columns: 2).gradients == [0, 0])
        let shifted = try evaluate(softmax, [701, 700, 702], [0.25, 0.5, 0.25], columns: 3)
        let plain = try evaluate(softmax, [1, 0, 2], [0.25, 0.5, 0.25], columns: 3)
        #expect(shifted.sum == plain.sum && shifted.gradients == plain.gradients)
    }

    @Test("targets outside a loss's domain are found") func invalidTargets() throws {
        let a = [Double](repeating: 0.5, count: 12)
        let unit = [Double](repeating: 0.25, count: 12)
        func invalid(_ loss: FinalLoss, _ value: Double, at index: Int) throws -> Int {
            var t = unit
            t[index] = value
            return try evaluate(loss, a, t, columns: 4).invalid
        }
        for bad in [-0.001, 1.001, .nan, .infinity] {
            #expect(try invalid(.sigmoidCrossEntropy, bad, at: 6) == 6)
            #expect(try invalid(.softmaxCrossEntropy, bad, at: 6) == 6)
        }
        #expect(try invalid(.softmaxCrossEntropy, 0.5, at: 6) == 4, "the row that sums to 1.25 begins at 4")
        #expect(try invalid(.squaredError, .nan, at: 6) == 6)
        #expect(try invalid(.squaredError, -7, at: 6) == -1)
    }

    @Test("names read back, and links are found") func names() throws {
        for loss in FinalLoss.allCases {
            #expect(try FinalLoss(parsing: loss.rawValue) == loss)
            #expect(FinalLoss(link: loss.link) == loss)
        }
        #expect(FinalLoss(link: "tanh") == nil)
        let error = try #require(throws: LocoPropError.self) { try FinalLoss(parsing: "square-error") }
        #expect(
            error.description
                == "unknown loss 'square-error'. Did you mean 'squared-error'? Known: sigmoid-cross-entropy, softmax-cross-entropy, squared-error.")
    }
}
