/// A formula of the catalogue as a tree: the one intermediate form that everything reads.
///
/// Parsed once, then differentiated, simplified, evaluated and rendered. Trees are values; equal trees are
/// equal formulas as written (`a + 1` and `1 + a` differ: normal forms are ``RationalForm``'s work).
public indirect enum Expression: Hashable, Sendable {
    /// An exact number.
    case number(Rational)
    /// A decimal literal with more digits than ``Rational`` holds, as written.
    case literal(String)
    case pi
    /// The formula's variable: `a` in link and integral, `y` in inverse and dual. Inside ``sum(_:)`` it runs
    /// over the vector; outside it is this coordinate.
    case variable
    case parameter(String)
    case add(Expression, Expression)
    case subtract(Expression, Expression)
    case multiply(Expression, Expression)
    case divide(Expression, Expression)
    case power(Expression, Expression)
    case negate(Expression)
    case call(Function, [Expression])
    /// `where(condition, x, y)`: x where the condition holds, else y.
    case select(Condition, Expression, Expression)
    /// The sum of a term over all coordinates of the vector (`sum(…)`).
    case sum(Expression)
}

/// A comparison, the first argument of `where`.
public struct Condition: Hashable, Sendable {
    public enum Relation: String, Hashable, Sendable, CaseIterable {
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="

        /// Whether it holds between sides of which the left is below (−1), equal to (0), or above (1) the right.
        public func holds(_ order: Int) -> Bool {
            switch self {
            case .less: order < 0
            case .lessOrEqual: order <= 0
            case .greater: order > 0
            case .greaterOrEqual: order >= 0
            }
        }
    }

    public var left: Expression
    public var relation: Relation
    public var right: Expression

    public init(_ left: Expression, _ relation: Relation, _ right: Expression) {
        self.left = left
        self.relation = relation
        self.right = right
    }
}
