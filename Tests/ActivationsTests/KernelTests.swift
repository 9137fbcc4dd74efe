import Activations
import CActivationKernels
import Testing

/// The array kernels: in every instruction-set variant the same bits as one number at a time, at every length.
@Suite("Kernels")
struct KernelTests {
    private static let inputs: [Float] = {
        var generator = SplitMix64(seed: 29)
        return (0..<1031).map { i in
            i % 7 == 0 ? Float.random(in: -200...200, using: &generator) : Float.random(in: -8...8, using: &generator)
        } + [0, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
    }()

    @Test("arrays and single numbers have the same bits", arguments: Samples.elementwise.indices)
    func arraysMatchScalars(_ index: Int) {
        let f = Samples.elementwise[index]
        let links = f.link(Self.inputs)
        let derivatives = f.derivative(Self.inputs)
        let integrals = f.integral(Self.inputs)
        for (i, a) in Self.inputs.enumerated() {
            #expect(sameBits(links[i], f.link(a)), "\(f) link at \(a)")
            #expect(sameBits(derivatives[i], f.derivative(a)), "\(f) derivative at \(a)")
            #expect(sameBits(integrals[i], f.integral(a)), "\(f) integral at \(a)")
        }
    }

    @Test("the fused pass gives link and derivative", arguments: Samples.elementwise.indices)
    func fused(_ index: Int) {
        let f = Samples.elementwise[index]
        var link = [Float](repeating: 0, count: Self.inputs.count)
        var derivative = link
        var linkSpan = link.mutableSpan
        var derivativeSpan = derivative.mutableSpan
        f.linkAndDerivative(Self.inputs.span, into: &linkSpan, &derivativeSpan)
        #expect(zip(link, f.link(Self.inputs)).allSatisfy(sameBits))
        #expect(zip(derivative, f.derivative(Self.inputs)).allSatisfy(sameBits))
    }

    @Test("the variants with fused multiply-adds agree in every bit")
    func variantsAgree() {
        let kernels: [(String, (activation_kernels) -> activation_map?)] = [
            ("link", { $0.link }), ("derivative", { $0.derivative }), ("integral", { $0.integral }),
        ]
        for (ordinal, entry) in ActivationRegistry.catalogue.entries.enumerated() {
            let parameters = entry.descriptor.parameters.map(\.defaultValue)
            for (quantity, kernel) in kernels {
                let results = [ACTIVATION_X86_64_V3, ACTIVATION_X86_64_V4].compactMap { variant -> [Float]? in
                    guard
                        let table = CActivationKernels_variant(Int32(ordinal), Int32(ACTIVATION_FLOAT), Int32(variant)),
                        let map = kernel(table.pointee)
                    else { return nil }
                    var result = [Float](repeating: 0, count: Self.inputs.count)
                    // One row; a coupled entry writes one number for its integral.
                    map(Self.inputs, &result, 1, Self.inputs.count, parameters)
                    return result
                }
                guard results.count == 2 else { continue }
                #expect(zip(results[0], results[1]).allSatisfy(sameBits), "\(entry.descriptor.name) \(quantity)")
            }
        }
    }

    @Test("in every variant a number has the same bits alone and at any place of an array")
    func placesDoNotMatter() {
        let count = 127, shift = 3
        for (ordinal, entry) in ActivationRegistry.catalogue.entries.enumerated() where !entry.descriptor.isCoupled {
            let parameters = entry.descriptor.parameters.map(\.defaultValue)
            for variant in 0..<Int32(ACTIVATION_VARIANTS) {
                guard let table = CActivationKernels_variant(Int32(ordinal), Int32(ACTIVATION_FLOAT), variant)?.pointee else { continue }
                for (quantity, map) in [("link", table.link), ("derivative", table.derivative)] {
                    guard let map else { continue }
                    var whole = [Float](repeating: 0, count: count), part = whole
                    map(Self.inputs, &whole, 1, count, parameters)
                    map(Array(Self.inputs.dropFirst(shift)), &part, 1, count - shift, parameters)
                    #expect(zip(whole.dropFirst(shift), part).allSatisfy(sameBits), "\(entry.descriptor.name) \(quantity), variant \(variant)")
                    for i in 0..<count {
                        var alone: Float = 0
                        map([Self.inputs[i]], &alone, 1, 1, parameters)
                        #expect(sameBits(alone, whole[i]), "\(entry.descriptor.name) \(quantity) at \(Self.inputs[i]), variant \(variant)")
                    }
                }
            }
        }
    }

    @Test("every length from 0 to 130 writes its elements and nothing else", arguments: Samples.elementwise.indices)
    func tails(_ index: Int) throws {
        let f = Samples.elementwise[index]
        let guardValue: Float = 12345.5
        for count in 0...130 {
            let a = Array(Self.inputs.prefix(count))
            var result = [Float](repeating: guardValue, count: count + 8)
            result.withUnsafeMutableBufferPointer { buffer in
                var span = MutableSpan(_unsafeElements: UnsafeMutableBufferPointer(rebasing: buffer[4..<4 + count]))
                f.link(a.span, into: &span)
            }
            #expect(result.prefix(4).allSatisfy { $0 == guardValue })
            #expect(result.suffix(4).allSatisfy { $0 == guardValue })
            #expect(zip(result.dropFirst(4), a).allSatisfy { sameBits($0, f.link($1)) })
        }
    }

    @Test("layer kernels: forward, residual and backward", arguments: Samples.all.indices)
    func layerKernels(_ index: Int) {
        let f = Samples.all[index]
        let kernels = LayerKernels<Double>(f)
        let (rows, columns, stride) = (5, 7, 9)
        var generator = SplitMix64(seed: 31)
        let products = (0..<rows * stride).map { _ in Double.random(in: 0.1...2, using: &generator) }
        let bias = (0..<columns).map { _ in Double.random(in: 0.1...1, using: &generator) }
        let targets = (0..<rows * columns).map { _ in Double.random(in: -1...1, using: &generator) }

        var a = products
        var y = [Double](repeating: .nan, count: rows * columns)
        kernels.forward(
            preActivations: &a, stride: stride, bias: bias, outputs: &y, stride: columns, rows: rows, columns: columns)
        var residual = products
        var sums = [Double](repeating: .nan, count: columns)
        kernels.residual(
            products: &residual, stride: stride, bias: bias, targets: targets, stride: columns, columnSums: &sums,
            rows: rows, columns: columns)
        var gradient = targets
        kernels.backward(
            preActivations: a, stride: stride, gradients: &gradient, stride: columns, rows: rows, columns: columns)

        var expectedSums = [Double](repeating: 0, count: columns)
        for row in 0..<rows {
            let pre = (0..<columns).map { products[row * stride + $0] + bias[$0] }
            let g = Array(targets[row * columns..<(row + 1) * columns])
            let (link, back) = reference(f, pre, g)
            for j in 0..<columns {
                #expect(a[row * stride + j] == pre[j])
                #expect(y[row * columns + j] == link[j])
                #expect(residual[row * stride + j] == link[j] - g[j])
                expectedSums[j] += link[j] - g[j]
                #expect(gradient[row * columns + j] == back[j])
            }
            // What lies between the rows is not touched.
            for j in columns..<stride { #expect(a[row * stride + j] == products[row * stride + j]) }
        }
        #expect(sums == expectedSums)
    }

    private func reference(_ f: any Activation, _ a: [Double], _ g: [Double]) -> (link: [Double], back: [Double]) {
        if let f = f as? any ElementwiseActivation {
            return (f.link(a), zip(f.derivative(a), g).map(*))
        }
        guard let f = f as? any CoupledActivation else { return ([], []) }
        return (f.link(a), f.jacobianVectorProduct(a, g))
    }

    private func sameBits(_ x: Float, _ y: Float) -> Bool {
        x.bitPattern == y.bitPattern || (x.isNaN && y.isNaN)
    }
}
