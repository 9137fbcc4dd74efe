import Catalogue
import Symbolic

/// A derivative in the forms whose bounds are looked at: equal functions, of which one or the other has the better
/// bounds.
struct SlopeForms {
    /// As simplified and in normal form, each also with quotients of sums taken apart into sums of quotients.
    let forms: [Expression]
    let link: Expression
    /// The parameter by which a has been multiplied or divided to rid the derivative of it.
    let scale: (index: Int, divides: Bool)?

    init(_ derivative: Expression, link: Expression, of subject: Subject) {
        var (derivative, link) = (derivative, link)
        var found: (Int, Bool)?
        if let scale = Self.scale(derivative, subject) {
            let factor = Self.replacement(subject.names[scale.index], divides: scale.divides)
            derivative = derivative.substitutingVariable(factor).simplified()
            link = link.substitutingVariable(factor).simplified()
            found = scale
        }
        let normal = RationalForm.normalForm(of: derivative, bounds: subject.bounds) ?? derivative
        var forms: [Expression] = []
        for form in [derivative, Self.apart(derivative), normal, Self.apart(normal)] where !forms.contains(form) {
            // A form of many more operations than the formula has costs more than it shows.
            if form == derivative || form.nodeCount <= 300 { forms.append(form) }
        }
        self.forms = forms
        self.link = link
        scale = found
    }

    /// Whether the bounds of the derivative depend on a parameter at all.
    func uses(_ name: String) -> Bool { forms[0].contains { $0 == .parameter(name) } }

    /// The point of the entry that a point of the forms stands for.
    func unscaled(_ a: Double, _ parameters: [Double]) -> Double {
        guard let scale else { return a }
        return scale.divides ? a / parameters[scale.index] : a * parameters[scale.index]
    }

    // MARK: Scaling

    private static func replacement(_ name: String, divides: Bool) -> Expression {
        divides ? .divide(.variable, .parameter(name)) : .multiply(.variable, .parameter(name))
    }

    /// A derivative in β·a alone is one in a: over all a and all β > 0 both take the same values.
    private static func scale(_ derivative: Expression, _ subject: Subject) -> (index: Int, divides: Bool)? {
        let domain = subject.entry.domain
        guard [domain.lower, domain.upper].allSatisfy({ $0 == 0 || $0.isInfinite }) else { return nil }
        for (index, parameter) in subject.entry.parameters.enumerated() where parameter.domain.lower >= 0 && parameter.domain.upper > 0 {
            let name = parameter.name.value
            guard derivative.contains(where: { $0 == .parameter(name) }) else { continue }
            for divides in [true, false] {
                let scaled = derivative.substitutingVariable(replacement(name, divides: divides)).simplified()
                if !scaled.contains(where: { $0 == .parameter(name) }) { return (index, divides) }
            }
        }
        return nil
    }

    // MARK: Taking apart

    private static let mostTerms = 24

    static func apart(_ expression: Expression) -> Expression {
        guard let terms = terms(of: expression), let first = terms.first else { return expression }
        return terms.dropFirst().reduce(first) { .add($0, $1) }.simplified()
    }

    /// Terms that add up to an expression; `nil` where they are too many.
    static func terms(of expression: Expression) -> [Expression]? {
        var result: [Expression]
        switch expression {
        case .add(let x, let y):
            guard let left = terms(of: x), let right = terms(of: y) else { return nil }
            result = left + right
        case .subtract(let x, let y):
            guard let left = terms(of: x), let right = terms(of: y) else { return nil }
            result = left + right.map { .negate($0) }
        case .negate(let x):
            guard let inner = terms(of: x) else { return nil }
            result = inner.map { .negate($0) }
        case .multiply(let x, let y):
            guard let left = terms(of: x), let right = terms(of: y), left.count * right.count <= mostTerms else { return nil }
            result = left.flatMap { u in right.map { .multiply(u, $0) } }
        case .divide(let x, let y):
            guard let above = terms(of: x) else { return nil }
            result = above.map { .divide($0, y) }
        default: result = [expression]
        }
        return result.count <= mostTerms ? result : nil
    }
}
