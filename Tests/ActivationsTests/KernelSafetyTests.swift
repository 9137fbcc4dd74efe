import ActivationCore
import Activations
import CActivationKernels
import CActivationSupport
import Testing

/// What the kernels promise of memory: they write the elements they were given and nothing else, at every length, and
/// may work in place. AddressSanitizer holds what they read (SanitizerTests).
@Suite("Kernel safety")
struct KernelSafetyTests {
    /// One pass over arrays: `inputs` are read, `results` written.
    private struct Pass<T> {
        let name: String
        let inputCount: Int, resultCount: Int
        let run: ([UnsafeMutablePointer<T>], [UnsafeMutablePointer<T>], Int) -> Void
    }

    @Test("every length from 0 to 130 writes its elements and nothing else", arguments: Samples.elementwiseAtDefaults)
    func guardBytes(_ name: String) throws {
        for pass in try passes(of: name, Float.self, Int32(ACTIVATION_FLOAT)) { checkGuards(name, pass) }
        for pass in try passes(of: name, Double.self, Int32(ACTIVATION_DOUBLE)) { checkGuards(name, pass) }
    }

    @Test("in place, the bits are the same", arguments: Samples.elementwiseAtDefaults)
    func inPlace(_ name: String) throws {
        for pass in try passes(of: name, Float.self, Int32(ACTIVATION_FLOAT)) { checkInPlace(name, pass) }
        for pass in try passes(of: name, Double.self, Int32(ACTIVATION_DOUBLE)) { checkInPlace(name, pass) }
    }

    private func checkGuards<T: BinaryFloatingPoint & Sendable>(_ name: String, _ pass: Pass<T>) {
        let (margin, guardValue): (Int, T) = (9, 12345.5)
        for count in 0...130 {
            // Inputs in arrays of their own size: what lies behind them is not theirs to read.
            var inputs = (0..<pass.inputCount).map { Self.values(count, shift: $0) as [T] }
            var results = (0..<pass.resultCount).map { _ in [T](repeating: guardValue, count: count + 2 * margin) }
            withPointers(&inputs) { inputs in
                withPointers(&results) { results in pass.run(inputs, results.map { $0 + margin }, count) }
            }
            for result in results {
                let isKept = result.prefix(margin).allSatisfy { $0 == guardValue } && result.suffix(margin).allSatisfy { $0 == guardValue }
                #expect(isKept, "\(name) \(pass.name) of \(count)")
            }
        }
    }

    private func checkInPlace<T: BinaryFloatingPoint & Sendable>(_ name: String, _ pass: Pass<T>) {
        for count in [1, 17, 130, 300] {
            var inputs = (0..<pass.inputCount).map { Self.values(count, shift: $0) as [T] }
            var results = (0..<pass.resultCount).map { _ in [T](repeating: 0, count: count) }
            withPointers(&inputs) { inputs in withPointers(&results) { pass.run(inputs, $0, count) } }
            // The first results take the place of the first inputs.
            var shared = (0..<max(pass.inputCount, pass.resultCount)).map { Self.values(count, shift: $0) as [T] }
            withPointers(&shared) { pass.run(Array($0.prefix(pass.inputCount)), Array($0.prefix(pass.resultCount)), count) }
            for (separate, inPlace) in zip(results, shared) {
                #expect(zip(separate, inPlace).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }, "\(name) \(pass.name) of \(count)")
            }
        }
    }

    /// Between 0.1 and 0.9, in the domain and the range of nearly all.
    private static func values<T: BinaryFloatingPoint>(_ count: Int, shift: Int) -> [T] {
        (0..<count).map { T(1 + ($0 * 7 + shift * 3) % 9) / 10 }
    }

    private func withPointers<T>(_ arrays: inout [[T]], _ body: ([UnsafeMutablePointer<T>]) -> Void) {
        // Copies, so that each has exactly its elements, and an address also when it has none.
        let pointers = arrays.map { array in
            let pointer = UnsafeMutablePointer<T>.allocate(capacity: array.count)
            pointer.initialize(from: array, count: array.count)
            return pointer
        }
        body(pointers)
        for i in arrays.indices {
            arrays[i] = Array(UnsafeBufferPointer(start: pointers[i], count: arrays[i].count))
            pointers[i].deallocate()
        }
    }

    private func passes<T>(of name: String, _: T.Type, _ precision: Int32) throws -> [Pass<T>] {
        let entries = ActivationRegistry.catalogue.entries
        let ordinal = try #require(entries.firstIndex { $0.descriptor.name == name })
        let table = try #require(CActivationKernels_best(Int32(ordinal), precision)).pointee
        let parameters = entries[ordinal].descriptor.parameters.map(\.defaultValue)
        func map(_ name: String, _ kernel: activation_map?) -> Pass<T>? {
            kernel.map { kernel in Pass(name: name, inputCount: 1, resultCount: 1) { kernel($0[0], $1[0], 1, $2, parameters) } }
        }
        func zip(_ name: String, _ kernel: activation_zip?) -> Pass<T>? {
            kernel.map { kernel in Pass(name: name, inputCount: 2, resultCount: 1) { kernel($0[0], $0[1], $1[0], 1, $2, parameters) } }
        }
        func zip2(_ name: String, _ kernel: activation_zip_2?) -> Pass<T>? {
            kernel.map { kernel in
                Pass(name: name, inputCount: 2, resultCount: 2) { kernel($0[0], $0[1], $1[0], $1[1], 1, $2, parameters) }
            }
        }
        let passes = [
            map("link", table.link), map("derivative", table.derivative), map("integral", table.integral),
            map("inverse", table.inverse), map("dual", table.dual), zip("jacobian", table.jacobian_vector_product),
            zip("dual divergence", table.dual_divergence), zip2("matching loss", table.matching_loss),
            zip2("Fenchel–Young", table.fenchel_young),
            table.link_and_derivative.map { kernel in
                Pass(name: "link and derivative", inputCount: 1, resultCount: 2) { kernel($0[0], $1[0], $1[1], 1, $2, parameters) }
            },
            table.matching_loss_sum.map { kernel in
                Pass(name: "sum of losses", inputCount: 2, resultCount: 1) { _ = kernel($0[0], $0[1], $1[0], 1, $2, parameters) }
            },
        ]
        return passes.compactMap { $0 }
    }
}
