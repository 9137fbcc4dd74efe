import Catalogue
import Symbolic

/// Looks for a line on which a coupled link falls: a narrow dip that vectors here and there miss.
///
/// Along a = t v the sum vᵀ f(t v) is a function of the number t, which the checks of elementwise links look at; if it
/// falls at t, so does f there in the direction v.
struct LineSearch {
    private(set) var refutation: Refutation?

    private static let directions: [[Int128]] = [[1], [1, 1], [1, -1], [1, 0], [1, 1, 1, 1, 1]]

    init(_ subject: Subject) {
        for direction in Self.directions where refutation == nil {
            // A domain that is not symmetric holds no line through 0 in a direction with a negative part.
            if direction.contains(where: { $0 <= 0 }), subject.entry.domain != .real { continue }
            refutation = Self.fall(of: subject, along: direction)
        }
    }

    private static func fall(of subject: Subject, along direction: [Int128]) -> Refutation? {
        let coordinates = direction.map { Expression.multiply(.integer($0), .variable).simplified() }
        let parts = zip(direction, coordinates).filter { $0.0 != 0 }.map { part in
            Expression.multiply(.integer(part.0), subject.link.expandingSums(over: coordinates, at: part.1))
        }
        guard let first = parts.first else { return nil }
        var entry = subject.entry
        entry.link.expression = parts.dropFirst().reduce(first) { .add($0, $1) }.simplified()
        (entry.integral, entry.inverse, entry.dual) = (nil, nil, nil)
        entry.isCoupled = false
        let line = Subject(entry)
        guard Evaluator.operationCount([line.link, line.derivative]) <= Analyzer.maximumOperations else { return nil }
        let growth = MonotonicityCheck(line)
        guard let fall = growth.fall else { return nil }
        let vector = direction.map { Double($0) * fall.a }
        let place = subject.place(vector, fall.parameters)
        let way = "[" + direction.map { "\($0)" }.joined(separator: ", ") + "]"
        let evaluator = line.evaluator([line.derivative])
        evaluator.setParameters(fall.parameters)
        let slope = evaluator.values(at: fall.a)[0]
        let clause = slope.isNegative ? "its slope along it is \(text(slope.midpoint)) there" : "it jumps down there"
        return Refutation(
            subject.entry.link.position, "link-decreasing",
            "link decreases at \(place) in the direction \(way): \(clause); a link must not decrease in any direction",
            witness: "\(place), direction \(way), \(slope.isNegative ? "slope \(text(slope.midpoint))" : "a jump")")
    }
}
