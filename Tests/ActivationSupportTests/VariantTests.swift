import CActivationSupport
import CVectorMathProbe
import Testing

@Suite("Instruction sets")
struct VariantTests {
    @Test("The instruction sets with fused multiply-adds give the same bits", arguments: functionTable)
    func sameBits(row: FunctionRow) throws {
        try check(row, Float.self)
        try check(row, Double.self)
    }

    private func check<T: ProbedReal>(_ row: FunctionRow, _: T.Type) throws {
        let probe = try #require(probes[row.name])
        // An odd count, so that the vector loop and its scalar remainder both run.
        let points = samples(T.self, domain: row.domain, seed: 7) + [1]
        guard
            let v3 = T.apply(probe, variant: Int32(VECTOR_MATH_X86_64_V3), to: points),
            let v4 = T.apply(probe, variant: Int32(VECTOR_MATH_X86_64_V4), to: points)
        else { return }
        let differing = points.indices.filter { v3[$0].canonicalBits != v4[$0].canonicalBits }
        #expect(differing.isEmpty, "\(row.name) \(T.precision) at \(differing.first.map { points[$0] } as Any)")
    }

    @Test("A value is the same alone as at any place of an array, in every instruction set", arguments: functionTable)
    func placeDoesNotMatter(row: FunctionRow) throws {
        let probe = try #require(probes[row.name])
        try checkPlaces(probe, samples(Float.self, domain: row.domain, seed: 11))
        try checkPlaces(probe, samples(Double.self, domain: row.domain, seed: 11))
    }

    private func checkPlaces<T: ProbedReal>(_ probe: vector_math_probe, _ points: [T]) throws {
        for variant in variants {
            // 64 + 32 + 16 + 8 + 7: each kind of loop that the compiler makes, and its scalar remainder.
            let some = Array(points.prefix(127))
            guard let values = T.apply(probe, variant: variant, to: some) else { continue }
            for (x, value) in zip(some, values) {
                let alone = try #require(T.apply(probe, variant: variant, to: [x]))[0]
                #expect(alone.canonicalBits == value.canonicalBits, "\(String(cString: probe.name)) \(T.precision) variant \(variant) at \(x)")
            }
        }
    }

    @Test("Swift's scalar functions are the baseline's")
    func scalarAgrees() throws {
        let scalar: [(String, @Sendable (Float) -> Float, @Sendable (Double) -> Double)] = [
            ("exp", vm_exp_f32, vm_exp_f64), ("expm1", vm_expm1_f32, vm_expm1_f64),
            ("log", vm_log_f32, vm_log_f64), ("log1p", vm_log1p_f32, vm_log1p_f64),
            ("tanh", vm_tanh_f32, vm_tanh_f64), ("sigmoid", vm_sigmoid_f32, vm_sigmoid_f64),
            ("softplus", vm_softplus_f32, vm_softplus_f64), ("log_cosh", vm_log_cosh_f32, vm_log_cosh_f64),
            ("atan_integral", vm_atan_integral_f32, vm_atan_integral_f64), ("li2", vm_li2_f32, vm_li2_f64),
        ]
        for (name, float, double) in scalar {
            let probe = try #require(probes[name])
            let floats = samples(Float.self, domain: -10...10, seed: 3)
            let doubles = samples(Double.self, domain: -10...10, seed: 3)
            #expect(Float.apply(probe, variant: 0, to: floats)?.map(\.canonicalBits) == floats.map { float($0).canonicalBits }, "\(name)")
            #expect(Double.apply(probe, variant: 0, to: doubles)?.map(\.canonicalBits) == doubles.map { double($0).canonicalBits }, "\(name)")
        }
    }
}
