import Foundation

/// Entries that give their link alone, with values of 40 digits from mpmath: `Tests/Fixtures/derived-forms.json`.
struct DerivedForms: Decodable, CustomStringConvertible, Sendable {
    var name: String
    var link: String
    var domain: String?
    /// As in a catalogue: `b: { default: 4, domain: "[0, inf)" }`.
    var parameter: String?
    /// Where F crosses zero, the largest term of its stable form there: log 2 of softplus less log 2. Errors are relative to
    /// that where F is less.
    var largest: Double?
    /// a, F(a).
    var integral: [[Double]]
    /// y, f⁻¹(y), F*(y).
    var dual: [[Double]]
    /// â, a, D_F(â, a).
    var loss: [[Double]]

    var description: String { name }

    static let all: [DerivedForms] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../Fixtures/derived-forms.json")
        do {
            return try JSONDecoder().decode([DerivedForms].self, from: Data(contentsOf: file))
        } catch {
            preconditionFailure("the fixture \(file.path) does not read: \(error)")
        }
    }()

    /// The default of the one parameter, if there is one.
    var parameterValues: [Double] {
        guard let text = parameter, let start = text.range(of: "default: ")?.upperBound, let end = text[start...].firstIndex(of: ",")
        else { return [] }
        return [Double(text[start..<end]) ?? .nan]
    }

    /// Where F = 0.
    var base: Double { domain == "(0, inf)" || domain == "[1, inf)" ? 1 : 0 }

    /// A stretch of the domain, on which much happens.
    var stretch: ClosedRange<Double> {
        switch domain {
        case nil: -30...30
        case "(0, inf)": 0.01...30
        case "[1, inf)": 1...30
        default: -1.45...1.45
        }
    }

    /// All of them as one catalogue.
    static var catalogue: String {
        all.reduce("schema: 1\nactivations:\n") { text, entry in
            let type = entry.name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            return text + "  - name: \(entry.name)\n    type: \(type)\n    title: \(type)\n    link: \"\(entry.link)\"\n"
                + (entry.parameter.map { "    parameters:\n      \($0)\n" } ?? "") + (entry.domain.map { "    domain: \"\($0)\"\n" } ?? "")
        }
    }
}
