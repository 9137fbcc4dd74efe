import Catalogue
import Symbolic

/// Checks the inverse and the dual of a coupled entry on vectors, with every sum written out:
/// f(f⁻¹(f(a))) = f(a), f⁻¹(f(a)) = a up to the flat direction, F*(f(a)) = ⟨a, f(a)⟩ − F(a).
struct CoupledDualityCheck {
    private(set) var findings: [Finding] = []
    private let subject: Subject
    private let isFlatAlongOnes: Bool

    init(_ subject: Subject, isFlatAlongOnes: Bool) {
        self.subject = subject
        self.isFlatAlongOnes = isFlatAlongOnes
        if let inverse = subject.entry.inverse { findings.append(check(inverse: inverse)) }
        if let dual = subject.entry.dual { findings.append(check(dual: dual)) }
    }

    private var vectors: [[Double]] {
        CoupledCheck.vectors(domain: subject.entry.domain).filter { $0.count <= 3 }
    }

    private func means(_ vector: [Double]) -> (coordinates: [Expression], means: [Expression]) {
        let coordinates = vector.map(Expression.exact)
        return (coordinates, coordinates.map { subject.link.expandingSums(over: coordinates, at: $0) })
    }

    private func check(inverse: LocatedFormula) -> Finding {
        check("inverse", inverse) { vector in
            let (coordinates, y) = means(vector)
            let back = y.map { inverse.expression.expandingSums(over: y, at: $0) }
            let again = back.map { subject.link.expandingSums(over: back, at: $0) }
            var pairs = Array(zip(again, y))
            // f⁻¹(f(a)) − a is the same number in every coordinate; without a flat direction it is 0.
            let shift = isFlatAlongOnes ? Expression.subtract(back[0], coordinates[0]) : .zero
            pairs += zip(back, coordinates).map { (.subtract($0, $1), shift) }
            return pairs
        }
    }

    private func check(dual: LocatedFormula) -> Finding {
        check("dual", dual) { vector in
            let (coordinates, y) = means(vector)
            let conjugate = zip(coordinates, y).reduce(
                Expression.negate(subject.integral.expandingSums(over: coordinates, at: .zero))
            ) { .add($0, .multiply($1.0, $1.1)) }
            return [(dual.expression.expandingSums(over: y, at: .zero), conjugate)]
        }
    }

    private func check(_ name: String, _ formula: LocatedFormula, _ pairs: ([Double]) -> [(Expression, Expression)]) -> Finding {
        var decided = 0
        for vector in vectors {
            let list = pairs(vector)
            let expressions = list.flatMap { [Expression.subtract($0.0, $0.1), $0.0, $0.1] }
            var evaluator = TwoStageEvaluator(expressions, of: subject, repeats: 8)
            for parameters in subject.parameterSamples.prefix(8) {
                evaluator.setParameters(parameters)
                let values = evaluator.values(at: 0) { $0.allSatisfy { $0.status != .unknown } }
                for i in list.indices {
                    let (difference, found, wanted) = (values[3 * i], values[3 * i + 1], values[3 * i + 2])
                    let place = subject.place(vector, parameters)
                    if found.status == .undefined {
                        return .refuted("\(name) refuted at a point", Refutation(
                            formula.position, "\(name)-undefined",
                            "\(name) is not a real number at y = f(a), \(place); it must have a value on the range of link", witness: place))
                    }
                    if difference.status == .defined, !difference.mayBeZero {
                        let relation = name == "dual" ? "F*(f(a)) = ⟨a, f(a)⟩ − F(a)" : "f(f⁻¹(f(a))) = f(a)"
                        return .refuted("\(name) refuted at a point", Refutation(
                            formula.position, "\(name)-mismatch",
                            "\(name) does not fit: \(relation) fails at \(place): \(text(found.midpoint)) is not \(text(wanted.midpoint))",
                            witness: "\(place), \(text(found.midpoint)) ≠ \(text(wanted.midpoint))"))
                    }
                    if difference.vanishes(against: 1) { decided += 1 }
                }
            }
        }
        return Finding(method: "\(name) on \(vectors.count) vectors", isDecided: decided >= 20)
    }
}
