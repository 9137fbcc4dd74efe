import Activations
import Foundation
import LocoProp

/// The oracle file: float64 values of an independent implementation.
struct Golden: Decodable {
    let networks: [Net]

    struct Net: Decodable {
        let name: String
        let widths: [Int]
        let links: [String]
        let leakyReLUSlope: Double
        let gamma: Double
        let learningRate: Double
        let weights: [[[Double]]]
        let biases: [[Double]]
        let batches: [[[Double]]]
        let loss: Double
        let preActivationGradients: [[[Double]]]
        let cases: [Case]
        let closedFormS: Regularised
        let proximalM: Regularised
    }

    struct Case: Decodable {
        let variant: String
        let optimizer: String
        let iterations: Int
        let steps: [Step]
    }

    struct Step: Decodable {
        let lossBefore: Double
        let targets: [[[Double]]]
        let weights: [[[Double]]]
        let biases: [[Double]]
    }

    struct Regularised: Decodable {
        let eta: Double
        let weights: [[[Double]]]
    }

    struct Empty: Error, CustomStringConvertible {
        let description: String
    }

    /// The file that LOCOPROP_GOLDEN names, or the fixture.
    /// - Throws: if it cannot be read, or if a network of it has nothing to compare with: a test that finds
    ///   no case must not pass.
    static func load() throws -> Golden {
        let url: URL
        if let path = ProcessInfo.processInfo.environment["LOCOPROP_GOLDEN"], !path.isEmpty {
            url = URL(fileURLWithPath: path)
        } else {
            url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("Fixtures/locoprop.json")
        }
        let golden = try JSONDecoder().decode(Golden.self, from: Data(contentsOf: url))
        guard !golden.networks.isEmpty else { throw Empty(description: "\(url.path) holds no network") }
        for net in golden.networks {
            guard !net.batches.isEmpty, !net.cases.isEmpty,
                net.cases.allSatisfy({ (1...net.batches.count).contains($0.steps.count) })
            else {
                throw Empty(description: "\(url.path): '\(net.name)' has no batch, no case, or a case whose steps have no batch")
            }
        }
        return golden
    }
}

extension Golden.Net {
    func network() throws -> Network<Double> {
        let layers = try zip(widths.dropFirst(), links).map { width, link in
            NetworkSpecification.Layer(width: width, activation: try activation(link))
        }
        return try Network(
            NetworkSpecification(inputWidth: widths[0], layers: layers),
            layers: zip(weights, biases).map { LayerParameters(weights: $0.flatMap(\.self), biases: $1) })
    }

    private func activation(_ link: String) throws -> any Activation {
        try ActivationRegistry.catalogue.make(
            link, parameters: link == "leaky_relu" ? ["beta": leakyReLUSlope] : [:])
    }
}

/// The largest |x − y| / max(|y|, 1), or infinity if the shapes differ or x is NaN.
func deviation(_ x: [Double], from y: [Double]) -> Double {
    guard x.count == y.count else { return .infinity }
    return zip(x, y).map { abs($0 - $1) / max(abs($1), 1) }.reduce(0) { $1.isNaN ? .infinity : max($0, $1) }
}

func deviation(_ x: [[Double]], from y: [[[Double]]]) -> Double {
    guard x.count == y.count else { return .infinity }
    return zip(x, y).map { deviation($0, from: $1.flatMap(\.self)) }.max() ?? .infinity
}
