import ActivationCore
import CVectorMathProbe
import Foundation
import Interchange
import Testing

/// Every function that a link may contain, in ONNX's operators, against our own kernels or the textbook's formula in
/// double precision: a new function fails here until it has both.
@Suite("Functions in ONNX Runtime", .enabled(if: Interop.folder != nil, "run by make test-interop"))
struct ONNXFunctionTests {
    @Test func `every function is what our kernels compute`() throws {
        var checks = try ONNXChecks("onnx-functions")
        for function in LinkFunction.allCases {
            for second in function.arity == 1 ? [nil] : Self.secondArguments(function) {
                let reference = try #require(Self.reference(function, second), "\(function) needs a reference here")
                let graph = second.map { LinkGraph([.variable, .number($0), .call(function, [0, 1])]) }
                    ?? LinkGraph([.variable, .call(function, [0])])
                var (inputs, outputs): ([Float], [Float]) = ([], [])
                for x in Self.points {
                    let value = reference(Double(x))
                    // Where the function is defined, and its value is a finite Float.
                    guard value.isFinite, abs(value) < 1e38 else { continue }
                    inputs.append(x)
                    outputs.append(Float(value))
                }
                #expect(inputs.count > 100, "\(function)")
                let name = second.map { "\(function)(x, \($0))" } ?? "\(function)(x)"
                try checks.add(
                    name, model: ONNXModel.bytes(of: graph, width: 1), inputs: inputs, width: 1, outputs: outputs)
            }
        }
        try checks.run()
    }

    private static let points: [Float] = {
        let sizes: [Float] = [0, 1e-30, 1e-10, 1e-5, 20, 50, 87, 100, 1e3, 1e5, 1e10]
        let near = stride(from: Float(1) / 64, through: 12, by: 1.0 / 16)
        let within = stride(from: Float(1) / 128, through: 1, by: 1.0 / 128)
        return (sizes + near + within).flatMap { [$0, -$0] }
    }()

    private static func secondArguments(_ function: LinkFunction) -> [Double?] {
        switch function {
        case .min, .max: [-1.5, 0, 2]
        case .pow: [-0.5, 0.5, 1.5, 3.25]
        case .xlogy, .xlog1py: [0.25, 1, 40]
        // At 100 hardly a point is where there is a root.
        case .isruInverse: [0.0625, 1, 4]
        default: [0.0625, 1, 4, 100]
        }
    }

    private static func reference(_ function: LinkFunction, _ second: Double?) -> ((Double) -> Double)? {
        let y = second ?? .nan
        switch function {
        case .min: return { Swift.min($0, y) }
        case .max: return { Swift.max($0, y) }
        case .pow: return { Foundation.pow($0, y) }
        case .xlogy: return { $0 * Foundation.log(y) }
        case .xlog1py: return { $0 * Foundation.log1p(y) }
        case .rootSquarePlus: return { ($0 * $0 + y).squareRoot() }
        case .plusRoot: return { $0 < 0 ? y / (($0 * $0 + y).squareRoot() - $0) : $0 + ($0 * $0 + y).squareRoot() }
        case .plusRootSlope: return { 1 + $0 / ($0 * $0 + y).squareRoot() }
        case .plusRootIntegral:
            return { x in
                let root = (x * x + y).squareRoot()
                return x * (x < 0 ? y / (root - x) : x + root) + y * Foundation.asinh(x / y.squareRoot())
            }
        case .isru: return { $0 / (1 + y * $0 * $0).squareRoot() }
        case .isruSlope: return { Foundation.pow(1 + y * $0 * $0, -1.5) }
        case .isruIntegral: return { $0 * $0 / (1 + (1 + y * $0 * $0).squareRoot()) }
        case .isruInverse: return { $0 / (1 - y * $0 * $0).squareRoot() }
        case .geluSlope:
            return { x in
                Foundation.erfc(-x / 2.0.squareRoot()) / 2 + x * Foundation.exp(-x * x / 2) / (2 * Double.pi).squareRoot()
            }
        case .siluSlope:
            return { x in
                let s = 1 / (1 + Foundation.exp(-x))
                return s + x * s / (1 + Foundation.exp(x))
            }
        case .siluIntegral:
            guard let dilogarithm = kernel("li2_neg_exp"), let softplus = kernel("softplus") else { return nil }
            return { $0 * softplus($0) + dilogarithm($0) }
        default: return kernel(function.rawValue)
        }
    }

    /// Our kernel of that name, in double.
    private static func kernel(_ name: String) -> ((Double) -> Double)? {
        let probes = (0..<vector_math_probe_count()).map(vector_math_probe_at)
        guard let probe = probes.first(where: { String(cString: $0.name) == name }), let loop = probe.f64.0 else { return nil }
        return { x in
            var (input, output) = (x, 0.0)
            loop(&input, &output, 1)
            return output
        }
    }
}
