/// The stable form of a link as data: what an exporter writes in another language's operators.
///
/// A list of nodes, each made of earlier ones; the last is f(a). Equal parts are one node. Of a coupled link
/// (softmax) a node is a number for each coordinate of the vector, or, from ``Node/total(_:)`` and
/// ``Node/greatest(_:)`` on, one for all of them.
///
/// The generator writes it: the library that runs knows no formulas.
public struct LinkGraph: Sendable, Equatable {
    /// An operation; an `Int` is the place of an earlier node.
    public enum Node: Sendable, Hashable {
        /// The pre-activation a.
        case variable
        /// A parameter, by its place in the catalogue's order.
        case parameter(Int)
        case number(Double)
        case add(Int, Int)
        case subtract(Int, Int)
        case multiply(Int, Int)
        case divide(Int, Int)
        case negate(Int)
        /// An integer power, at least 2.
        case power(Int, Int)
        case call(LinkFunction, [Int])
        /// `select(l, relation, r, x, y)`: x where l relation r, else y.
        case select(Int, Relation, Int, Int, Int)
        /// The sum over all coordinates of the vector.
        case total(Int)
        /// The greatest of all coordinates of the vector.
        case greatest(Int)

        /// The places of the nodes that this one is made of.
        public var parts: [Int] {
            switch self {
            case .variable, .parameter, .number: []
            case .add(let x, let y), .subtract(let x, let y), .multiply(let x, let y), .divide(let x, let y): [x, y]
            case .negate(let x), .power(let x, _), .total(let x), .greatest(let x): [x]
            case .call(_, let parts): parts
            case .select(let l, _, let r, let x, let y): [l, r, x, y]
            }
        }
    }

    public enum Relation: String, Sendable, Hashable, CaseIterable {
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    public let nodes: [Node]
    /// Whether this is φ of one coordinate, and the link φ(aᵢ − λ) with the λ that makes the coordinates add up to 1
    /// (sparsemax).
    public let isNormalised: Bool

    /// - Precondition: there is a node, and each is made of earlier ones, its functions with as many as they take.
    public init(_ nodes: [Node], isNormalised: Bool = false) {
        precondition(!nodes.isEmpty, "a graph has a result")
        for (index, node) in nodes.enumerated() {
            precondition(node.parts.allSatisfy { (0..<index).contains($0) }, "a node is made of earlier ones")
            if case .call(let function, let parts) = node {
                precondition(parts.count == function.arity, "a function has its arguments")
            }
        }
        self.nodes = nodes
        self.isNormalised = isNormalised
    }
}
