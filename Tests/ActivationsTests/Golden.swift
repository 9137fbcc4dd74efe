import Foundation

/// The oracle's values: `Tests/Fixtures/activations.json` (60-digit arithmetic, 40 digits printed) for the table of METHODS §1,
/// `catalogue.json` (written by `Scripts/catalogue-fixture`) for the other elementwise entries.
struct Golden: Decodable {
    struct Elementwise: Decodable, CustomStringConvertible {
        var name: String
        var parameters: [String: String]
        var strictlyIncreasing: Bool
        var points: [Point]
        var inverse: [Inverse]
        var matchingLoss: [Loss]

        var description: String { "\(name) \(parameters)" }
        var values: [String: Double] { parameters.mapValues(number) }
    }

    struct Point: Decodable {
        var a: String
        var link: String
        /// `nil` at a kink.
        var derivative: String?
        var integral: String
    }

    struct Inverse: Decodable {
        var y: String
        /// `nil` where the link is not strictly increasing.
        var inverse: String?
        var dual: String
    }

    struct Loss: Decodable {
        var estimate: String
        var target: String
        var loss: String
        var gradient: String
    }

    struct Row: Decodable {
        var a: [String]
        var link: [String]
        var integral: String
        var target: [String]
        var loss: String
        var gradient: [String]
        var dualOfLink: String
    }

    var elementwise: [Elementwise]
    var softmax: [Row]

    static let values: Golden = fixture("activations.json")
    static let elementwise = values.elementwise + (fixture("catalogue.json") as Golden).elementwise
}

/// A file of `Tests/Fixtures`.
func fixture<Content: Decodable>(_ name: String) -> Content {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../Fixtures/" + name)
    do {
        return try JSONDecoder().decode(Content.self, from: Data(contentsOf: file))
    } catch {
        preconditionFailure("the fixture \(file.path) does not read: \(error)")
    }
}

/// The nearest Double of an oracle value.
func number(_ text: String) -> Double {
    guard let value = Double(text) else { preconditionFailure("'\(text)' is no number") }
    return value
}

/// |x − exact| relative to |exact|; absolute where exact is 0.
func relativeError(_ x: Double, _ exact: Double) -> Double {
    if x == exact { return 0 }
    return abs(x - exact) / (exact == 0 ? 1 : abs(exact))
}

/// |x − exact| in units in the last place of the Float nearest to `exact`.
func ulps(_ x: Float, _ exact: Double) -> Double {
    if Double(x) == exact || Float(exact) == x { return 0 }
    return abs(Double(x) - exact) / Double(Float(exact).ulp)
}
