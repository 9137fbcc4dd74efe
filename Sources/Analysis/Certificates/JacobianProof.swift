import Catalogue
import Symbolic

/// What normal forms prove of the Jacobian J = diag(d) + Σₛ uₛ vₛᵀ of a coupled link, for vectors of every length.
///
/// - Symmetry: Σₛ uₛ(aᵢ) vₛ(aₖ) = Σₛ uₛ(aₖ) vₛ(aᵢ) as functions of two coordinates.
/// - Definiteness: J is a sum of diagonal matrices that are not negative and of parts diag(e) + u vᵀ, each with a
///   share e of d: positive semidefinite without one where u v ≥ 0, and otherwise where e > 0 and the total weight
///   T = Σₖ −u v/e is at most 1 (Cauchy and Schwarz; for softmax it is Σ p = 1, and zᵀ J z a variance). T < 1 makes the
///   part definite; with T = 1 it is flat along v/e and nothing else.
struct JacobianProof {
    /// `false`: proved not to be symmetric.
    private(set) var isSymmetric: Bool?
    private(set) var definiteness: Definiteness?
    /// J 1 = 0.
    private(set) var isFlatAlongOnes = false
    /// How the definiteness is proved, as a clause.
    private(set) var method = ""
    /// Σₛ uₛ(aᵢ) vₛ(aₖ), as read by people.
    private(set) var entry = ""

    enum Definiteness {
        case definite
        /// Positive semidefinite, and flat along one direction, whose coordinate k is a formula in aₖ.
        case flat(along: Expression)
        case semidefinite
    }

    private let bounds: [Expression: RationalBounds]

    init(_ jacobian: JacobianStructure, bounds: [Expression: RationalBounds]) {
        self.bounds = bounds
        isSymmetric = symmetry(jacobian)
        let rowSum = jacobian.terms.reduce(jacobian.diagonal) { .add($0, .multiply($1.u, .sum($1.v))) }
        isFlatAlongOnes = RationalForm.areEqual(rowSum, .zero, bounds: bounds) == true
        let live = jacobian.terms.filter { $0.u != .zero && $0.v != .zero }
        entry = live.map { "(\($0.u)) × (\($0.v) at k)" }.joined(separator: " + ")
        if isSymmetric == true { decide(jacobian.diagonal, live) }
    }

    private func symmetry(_ jacobian: JacobianStructure) -> Bool? {
        let other = Expression.parameter("k ")
        var (row, column) = (Expression.zero, Expression.zero)
        for term in jacobian.terms {
            row = .add(row, .multiply(term.u, term.v.substitutingVariable(other)))
            column = .add(column, .multiply(term.u.substitutingVariable(other), term.v))
        }
        var both = bounds
        both[other] = bounds[.variable]
        return RationalForm.areEqual(row, column, bounds: both)
    }

    private func sign(_ expression: Expression) -> RationalForm.Sign? {
        RationalForm.sign(of: expression, bounds: bounds)
    }

    // MARK: Definiteness

    private mutating func decide(_ diagonal: Expression, _ terms: [JacobianStructure.Term]) {
        // Parts u vᵀ that are positive semidefinite by themselves: c v vᵀ with c ≥ 0.
        let needy = terms.filter { sign(.multiply($0.u, $0.v)) == nil }
        guard needy.allSatisfy({ symmetry(JacobianStructure(diagonal: .zero, terms: [$0])) == true }) else { return }
        let shares = SlopeForms.terms(of: diagonal) ?? [diagonal]
        let choices = needy.count + 1
        // Each share of d goes to one of the parts or to none; the plainest first: all to the first part.
        var ways = 1
        for _ in shares where ways <= 64 { ways *= choices }
        guard ways <= 64 else { return }
        for way in 0..<ways {
            var (rest, owner) = (way, [Int]())
            for _ in shares {
                owner.append(rest % choices)
                rest /= choices
            }
            func share(_ part: Int) -> Expression {
                zip(shares, owner).filter { $0.1 == part }.map(\.0).reduce(.zero) { $0 == .zero ? $1 : .add($0, $1) }.simplified()
            }
            let left = share(needy.count)
            guard let leftSign = left == .zero ? .zero : sign(left) else { continue }
            let parts = needy.indices.map { definiteness(of: needy[$0], share($0)) }
            guard parts.allSatisfy({ $0 != nil }) else { continue }
            conclude(leftSign, parts.compactMap { $0 }, hasOthers: terms.count > needy.count)
            return
        }
    }

    private mutating func conclude(_ left: RationalForm.Sign, _ parts: [Definiteness], hasOthers: Bool) {
        let isDefinite = left == .positive || parts.contains { if case .definite = $0 { true } else { false } }
        if isDefinite {
            definiteness = .definite
        } else if !hasOthers, left == .zero, parts.count == 1, case .flat = parts[0] {
            definiteness = parts[0]
        } else {
            definiteness = .semidefinite
        }
        switch parts.count {
        case 0: method = "J = diag(d)\(hasOthers ? " + c v vᵀ" : ""), d ≥ 0\(hasOthers ? " and c ≥ 0" : "")"
        case 1:
            let relation = if case .definite = parts[0] { "<" } else { "=" }
            method = "J = diag(d) − c v vᵀ with Σ c v²/d \(relation) 1"
                + (left == .zero ? "" : ", and a diagonal that is not negative")
        default: method = "J is a sum of parts diag(d) − c v vᵀ with Σ c v²/d ≤ 1"
        }
        method += isDefinite ? ": positive definite" : ": positive semidefinite"
    }

    /// Of diag(e) + u vᵀ, e a share of the diagonal; `nil` where nothing is proved.
    private func definiteness(of term: JacobianStructure.Term, _ share: Expression) -> Definiteness? {
        guard share != .zero, sign(share) == .positive else { return nil }
        let weight = Expression.negate(.divide(.multiply(term.u, term.v), share)).simplified()
        if RationalForm.areEqual(.sum(weight), .one, bounds: bounds) == true {
            return .flat(along: Expression.divide(term.v, share).simplified())
        }
        if let slack = sign(.subtract(.one, .sum(weight))) { return slack == .positive ? .definite : .semidefinite }
        // Σ g/S = 1 for S = Σ g: weights below those add up to less.
        guard case .sum(let g) = term.sum, let slack = sign(.subtract(.divide(g, term.sum), weight)) else { return nil }
        return slack == .positive ? .definite : .semidefinite
    }
}
