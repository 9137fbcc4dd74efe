import CTrainingKernels
import LocoProp
import Testing

/// Every instruction set gives the same bits, from each kernel of the table.
@Suite struct TrainingKernelTests {
    /// A block of 5 rows whose widths end inside and outside whole vectors, a row apart from each other.
    private let rows = 5
    private let widths = [1, 15, 16, 17, 250, 300]

    private struct Operands<Scalar: BinaryFloatingPoint & BitwiseCopyable> {
        let x, y, z: [Scalar]
        init(_ count: Int) {
            x = unitNumbers(count, seed: 1).map { 4 * $0 - 2 }
            y = unitNumbers(count, seed: 2)
            z = unitNumbers(count, seed: 3).map { $0 / 7 }
        }
    }

    private func results<Scalar: BinaryFloatingPoint & BitwiseCopyable>(
        _ kernels: training_kernels, columns: Int, _: Scalar.Type
    ) -> [[Scalar]] {
        let stride = columns + 3
        let data = Operands<Scalar>(rows * stride)
        var results: [[Scalar]] = []
        func optimizer(_ kernel: training_optimizer, constants: (Double, Double, Double, Double)) {
            for (regularised, isAdjusted) in [(false, false), (true, false), (false, true), (true, true)] {
                var (w, first, second) = (data.x, data.y, data.z)
                w.withUnsafeMutableBufferPointer { w in
                    first.withUnsafeMutableBufferPointer { first in
                        second.withUnsafeMutableBufferPointer { second in
                            data.z.withUnsafeBufferPointer { gradient in
                                data.y.withUnsafeBufferPointer { centre in
                                    var update = training_update(
                                        from: w.baseAddress, to: w.baseAddress,
                                        centre: regularised ? UnsafeRawPointer(centre.baseAddress) : nil,
                                        slot0: first.baseAddress, slot1: second.baseAddress, stride: stride,
                                        gradient: gradient.baseAddress, gradient_stride: stride, rows: rows,
                                        columns: columns, rate: 0.37, inverse_eta: 1.7, constants: constants,
                                        adjustment: nil)
                                    let adjustment = training_adjustment(scale: 0.9, limit: 0.05, l2: 0.2, decay: 0.01)
                                    withUnsafePointer(to: adjustment) { pointer in
                                        update.adjustment = isAdjusted ? pointer : nil
                                        #expect(kernel(&update) == 1)
                                    }
                                }
                            }
                        }
                    }
                }
                results += [w, first, second]
            }
        }
        optimizer(kernels.sgd, constants: (0, 0, 0, 0))
        optimizer(kernels.momentum, constants: (0.9, 0, 0, 0))
        optimizer(kernels.nesterov, constants: (0.9, 0, 0, 0))
        optimizer(kernels.adagrad, constants: (1e-10, 0, 0, 0))
        optimizer(kernels.rmsprop, constants: (0.9, 0.999, 1e-5, 0))
        optimizer(kernels.adam, constants: (0.9, 0.999, 1e-8, 0.3))

        func loss(_ kernel: training_loss, targets: [Scalar]) {
            var gradients = data.z
            var invalid = -1
            let sum = kernel(data.x, stride, targets, stride, &gradients, stride, rows, columns, 0.3, &invalid)
            results += [gradients, [Scalar(sum)]]
        }
        loss(kernels.sigmoid_cross_entropy, targets: data.y)
        loss(kernels.softmax_cross_entropy, targets: [Scalar](repeating: 1 / Scalar(columns), count: data.x.count))
        loss(kernels.squared_error, targets: data.y)

        var (block, sums) = (data.x, [Scalar](repeating: 0, count: columns))
        kernels.linear_residual(&block, stride, data.y, data.z, stride, &sums, rows, columns)
        results += [block, sums]
        kernels.target(data.y, stride, &block, stride, 3.3, &sums, rows, columns)
        results += [block, sums]
        kernels.clip(&block, stride, 0.7, rows, columns)
        results.append(block)
        kernels.column_sums(data.x, stride, &sums, rows, columns)
        results.append(sums)
        results.append([
            Scalar(kernels.sum(data.x, stride, rows, columns)),
            Scalar(kernels.inner_product(data.x, stride, data.y, stride, rows, columns)),
        ])
        return results
    }

    /// The parameters that one call of a rule leaves.
    private func updated(
        _ kernel: training_optimizer, _ constants: (Double, Double, Double, Double), gradient: [Double], _ adjustment: training_adjustment?
    ) -> [Double] {
        let data = Operands<Double>(rows * 17)
        var (w, first, second) = (data.x, data.y, data.z)
        let count = w.count
        w.withUnsafeMutableBufferPointer { w in
            first.withUnsafeMutableBufferPointer { first in
                second.withUnsafeMutableBufferPointer { second in
                    gradient.withUnsafeBufferPointer { gradient in
                        withUnsafePointer(to: adjustment ?? training_adjustment()) { pointer in
                            var update = training_update(
                                from: w.baseAddress, to: w.baseAddress, centre: nil, slot0: first.baseAddress,
                                slot1: second.baseAddress, stride: count, gradient: gradient.baseAddress,
                                gradient_stride: count, rows: 1, columns: count, rate: 0.37, inverse_eta: 0,
                                constants: constants, adjustment: adjustment == nil ? nil : pointer)
                            #expect(kernel(&update) == 1)
                        }
                    }
                }
            }
        }
        return w
    }

    /// 1e-13: one rounding more on numbers below 10.
    @Test("an adjustment is what it says of gradient and weights, under every rule")
    func adjustment() throws {
        let kernels = try #require(training_kernels_best(Int32(TRAINING_DOUBLE))).pointee
        let rules: [(training_optimizer, (Double, Double, Double, Double))] = [
            (kernels.sgd, (0, 0, 0, 0)), (kernels.momentum, (0.9, 0, 0, 0)), (kernels.nesterov, (0.9, 0, 0, 0)),
            (kernels.adagrad, (1e-10, 0, 0, 0)), (kernels.rmsprop, (0.9, 0.999, 1e-5, 0)), (kernels.adam, (0.9, 0.999, 1e-8, 0.3)),
        ]
        let data = Operands<Double>(rows * 17)
        let (w, g) = (data.x, data.y.map { $0 - 0.5 })
        for (kernel, constants) in rules {
            let none = training_adjustment(scale: 1, limit: .infinity, l2: 0, decay: 0)
            #expect(updated(kernel, constants, gradient: g, none) == updated(kernel, constants, gradient: g, nil))
            let all = training_adjustment(scale: 0.8, limit: 0.3, l2: 0.2, decay: 0.01)
            let changed = zip(g, w).map { min(max(0.8 * $0, -0.3), 0.3) + 0.2 * $1 }
            let expected = zip(updated(kernel, constants, gradient: changed, nil), w).map { $0 - 0.01 * $1 }
            #expect(deviation(updated(kernel, constants, gradient: g, all), from: expected) < 1e-13)
        }
    }

    @Test("clipping leaves NaN, so that it is seen") func clipping() throws {
        let kernels = try #require(training_kernels_best(Int32(TRAINING_FLOAT))).pointee
        var block: [Float] = [.nan, 3, -3, .infinity, -.infinity, 0.5, -0.5]
        kernels.clip(&block, 7, 1, 1, 7)
        #expect(block[0].isNaN)
        #expect(Array(block[1...]) == [1, -1, 1, -1, 0.5, -0.5])
    }

    @Test("the variants agree in bits") func variantsAgree() throws {
        func compare<Scalar: BinaryFloatingPoint & BitwiseCopyable>(_ precision: Int, _ type: Scalar.Type) throws {
            let baseline = try #require(training_kernels_variant(Int32(precision), Int32(TRAINING_BASELINE)))
            for variant in [TRAINING_X86_64_V3, TRAINING_X86_64_V4] {
                guard let kernels = training_kernels_variant(Int32(precision), Int32(variant)) else { continue }
                for columns in widths {
                    let expected = results(baseline.pointee, columns: columns, type)
                    #expect(results(kernels.pointee, columns: columns, type) == expected, "variant \(variant), \(columns) columns")
                    #expect(expected.allSatisfy { $0.allSatisfy(\.isFinite) })
                }
            }
        }
        try compare(Int(TRAINING_FLOAT), Float.self)
        try compare(Int(TRAINING_DOUBLE), Double.self)
    }

    @Test("what is not finite is found anywhere in the block, and only there", arguments: [1, 16, 37])
    func finiteness(columns: Int) throws {
        let kernels = try #require(training_kernels_best(Int32(TRAINING_FLOAT))).pointee
        let stride = columns + 2
        let finite = [Float](repeating: 1, count: 3 * stride)
        #expect(kernels.is_finite(finite, stride, 3, columns) == 1)
        for bad in [Float.nan, .infinity, -.infinity] {
            for (row, column) in [(0, 0), (1, columns - 1), (2, columns / 2)] {
                var block = finite
                block[row * stride + column] = bad
                #expect(kernels.is_finite(block, stride, 3, columns) == 0)
            }
            var outside = finite
            outside[columns] = bad
            #expect(kernels.is_finite(outside, stride, 3, columns) == 1)
        }
    }
}
