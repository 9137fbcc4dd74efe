import Catalogue
import Symbolic

/// An entry whose mathematics has been checked, with what the checks found out.
public struct CheckedEntry: Sendable {
    /// The entry as written, completed by what has been derived.
    public var entry: CatalogueEntry
    /// Where its integral, inverse and dual come from.
    public var origins: FormOrigins
    /// f′, simplified; for a coupled entry ∂fᵢ/∂aᵢ, the diagonal of the Jacobian. At a kink it is that of the
    /// branch which `where` selects.
    public var derivative: Expression
    /// Where the link or its derivative may break, in the order of the formula; none twice.
    public var kinks: [Kink]
    public var monotonicity: Monotonicity
    /// How F′ = f and the monotonicity were established, for people to read.
    public var certificate: String
    /// Coupled entries: how the coordinates act on each other.
    public var jacobian: JacobianStructure?
    /// Coupled entries: whether J(a) 1 = 0 everywhere, so that F is flat along the vector of ones.
    public var isFlatAlongOnes: Bool
    /// Normalised entries: how the link φ of one coordinate grows.
    public var coordinateMonotonicity: Monotonicity?
}

/// A place where a link changes its branch.
public struct Kink: Hashable, Sendable {
    /// The expression whose sign changes.
    public var condition: Expression
    /// Where, as a formula in the parameters alone; `nil` where the condition is not piecewise affine in a.
    public var location: Expression?
    /// Whether the link itself jumps there for some parameters, not only its derivative.
    public var isJump: Bool
}

/// How a link grows.
public enum Monotonicity: Hashable, Sendable {
    /// Strictly increasing; coupled: the Jacobian is positive definite.
    case strict
    case nondecreasing
    /// Strict except where a parameter has the given value, an end of its domain.
    case strictExcept([ParameterValue])
    /// Falling somewhere, which the entry says itself (`monotone: false`): on these intervals at the parameters'
    /// defaults, in increasing order; none where it falls for other parameters only.
    case falling([FallingInterval])
}

/// An interval on which a link falls. A finite end is the last Double at which the slope is proved negative; a
/// downward jump is an interval of one point.
public struct FallingInterval: Hashable, Sendable {
    public var lower: Double
    public var upper: Double

    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }
}

/// A parameter at a value.
public struct ParameterValue: Hashable, Sendable {
    public var parameter: String
    public var value: Double

    public init(parameter: String, value: Double) {
        self.parameter = parameter
        self.value = value
    }
}

/// The Jacobian of a coupled link, J = diag(d) + Σₛ uₛ vₛᵀ over the distinct sums Sₛ = Σₖ gₛ(aₖ) of the link.
public struct JacobianStructure: Hashable, Sendable {
    public struct Term: Hashable, Sendable {
        /// The sum itself, `sum(g)`.
        public var sum: Expression
        /// ∂f/∂S at coordinate i (the sums in it are those of the whole vector).
        public var u: Expression
        /// g′ at coordinate k.
        public var v: Expression
    }

    /// ∂f/∂a at coordinate i with the sums held fixed.
    public var diagonal: Expression
    public var terms: [Term]

    init(diagonal: Expression, terms: [Term]) {
        self.diagonal = diagonal
        self.terms = terms
    }

    public init(link: Expression) {
        let link = link.simplified()
        diagonal = link.derivative(.holdingSums)
        terms = link.sums.compactMap { sum in
            guard case .sum(let inner) = sum else { return nil }
            return Term(sum: sum, u: link.derivative(withRespectToSum: sum), v: inner.derivative())
        }
    }
}
