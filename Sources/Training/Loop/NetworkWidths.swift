/// The widths of a network as they are written: `784-1000-500-250-30-250-500-1000-784`, input first.
public struct NetworkWidths: Sendable, Equatable, CustomStringConvertible {
    public let values: [Int]

    /// More layers than this are a slip of the keyboard.
    static let largestCount = 1000

    /// - Throws: ``PlanError/widths(_:reason:)``.
    public init(parsing text: String) throws(PlanError) {
        try self.init(text.split(separator: "-", omittingEmptySubsequences: false), of: text)
    }

    /// - Parameter text: what messages quote.
    init(_ parts: [Substring], of text: String) throws(PlanError) {
        guard text.utf8.count <= 100_000 else { throw .widths(String(text.prefix(40)) + "…", reason: "it is too long") }
        var values: [Int] = []
        for part in parts {
            guard let width = Int(part), part.utf8.allSatisfy({ (48...57).contains($0) }) else {
                throw .widths(text, reason: part.isEmpty ? "a width is missing" : "'\(part)' is no whole number")
            }
            guard width > 0 else { throw .widths(text, reason: "a width is 0") }
            values.append(width)
        }
        guard values.count >= 2 else { throw .widths(text, reason: "it needs an input and an output") }
        guard values.count <= Self.largestCount else { throw .widths(text, reason: "it has over \(Self.largestCount) layers") }
        self.values = values
    }

    public var description: String { values.map(String.init).joined(separator: "-") }

    /// The narrowest hidden layer (the first of equals), counted in `values`; `nil` without hidden layers.
    public var codeLayer: Int? {
        let hidden = values.indices.dropFirst().dropLast()
        return hidden.min { values[$0] < values[$1] }
    }
}

extension NetworkWidths {
    /// Widths known when this was written: at least two, all above 0.
    init(_ values: Int...) {
        precondition(values.count >= 2 && values.allSatisfy { $0 > 0 }, "a recipe's network is whole")
        self.values = values
    }
}
