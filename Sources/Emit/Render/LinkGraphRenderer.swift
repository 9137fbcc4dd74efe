import Symbolic

/// Prints a link's stable form as the literal of a `LinkGraph`: nodes in an order of evaluation, equal ones once.
struct LinkGraphRenderer {
    /// The entry's parameters in order.
    let parameters: [String]

    func literal(_ link: Term, isNormalised: Bool) -> String {
        var nodes = Nodes()
        append(link, to: &nodes)
        return "LinkGraph([\(nodes.list.joined(separator: ", "))]\(isNormalised ? ", isNormalised: true" : ""))"
    }

    private struct Nodes {
        var list: [String] = []
        private var places: [String: Int] = [:]

        /// A node's text names its parts, so equal texts are equal values.
        mutating func place(of node: String) -> Int {
            if let place = places[node] { return place }
            list.append(node)
            places[node] = list.count - 1
            return list.count - 1
        }
    }

    /// The place of the term's value. The last node is the whole term's: a part is never equal to the whole.
    @discardableResult
    private func append(_ term: Term, to nodes: inout Nodes) -> Int {
        switch term {
        case .number(let n): return number(n, &nodes)
        case .constant(let digits): return nodes.place(of: ".number(\(Double(digits) ?? .nan))")
        case .variable: return nodes.place(of: ".variable")
        case .parameter(let name):
            // Every parameter of a link is one of its entry: the parser holds this.
            return nodes.place(of: ".parameter(\(parameters.firstIndex(of: name)!))")
        case .local: preconditionFailure("a link has no values computed before")
        case .sum(let terms): return sum(terms, &nodes)
        case .product(let factors): return product(factors, &nodes)
        case .power(let base, let exponent):
            if exponent < 0 { return product([term], &nodes) }
            let base = append(base, to: &nodes)
            return nodes.place(of: ".power(\(base), \(exponent))")
        case .call(let primitive, let arguments):
            let parts = arguments.map { "\(append($0, to: &nodes))" }
            return nodes.place(of: ".call(.\(primitive), [\(parts.joined(separator: ", "))])")
        case .select(let condition, let x, let y):
            let left = append(condition.left, to: &nodes)
            let right = append(condition.right, to: &nodes)
            let (x, y) = (append(x, to: &nodes), append(y, to: &nodes))
            return nodes.place(of: ".select(\(left), .\(condition.relation), \(right), \(x), \(y))")
        case .reduction(let kind, let inner):
            let inner = append(inner, to: &nodes)
            return nodes.place(of: kind == .sum ? ".total(\(inner))" : ".greatest(\(inner))")
        }
    }

    private func number(_ n: Rational, _ nodes: inout Nodes) -> Int {
        let value = n.isInteger ? Double(n.numerator) : Double(n.decimalExpansion(digits: 40)) ?? n.doubleValue
        return nodes.place(of: ".number(\(value))")
    }

    /// What is added first, then what is taken away: −m + a is a − m.
    private func sum(_ terms: [Term], _ nodes: inout Nodes) -> Int {
        let parts = terms.map { term -> (isTaken: Bool, core: Term) in
            let (coefficient, core) = term.scaled
            return coefficient.numerator < 0 ? (true, .multiplying([.number(coefficient.negated), core])) : (false, term)
        }
        var total: Int?
        for part in parts.filter({ !$0.isTaken }) + parts.filter(\.isTaken) {
            let place = append(part.core, to: &nodes)
            total = switch (total, part.isTaken) {
            case (nil, false): place
            case (nil, true): nodes.place(of: ".negate(\(place))")
            case (let sum?, false): nodes.place(of: ".add(\(sum), \(place))")
            case (let sum?, true): nodes.place(of: ".subtract(\(sum), \(place))")
            }
        }
        return total!  // a sum has terms
    }

    /// The factors above the line, divided by those below it.
    private func product(_ factors: [Term], _ nodes: inout Nodes) -> Int {
        var above: [Int] = []
        var below: [Int] = []
        var isNegative = false
        for factor in factors {
            switch factor {
            case .number(let n):
                isNegative = n.numerator < 0
                let magnitude = isNegative ? n.negated : n
                if magnitude != .one { above.append(number(magnitude, &nodes)) }
            case .power(let base, let exponent) where exponent < 0:
                below.append(append(.raising(base, to: -exponent), to: &nodes))
            default: above.append(append(factor, to: &nodes))
            }
        }
        func multiplied(_ places: [Int], _ nodes: inout Nodes) -> Int? {
            places.dropFirst().reduce(places.first) { product, next in
                product.map { nodes.place(of: ".multiply(\($0), \(next))") }
            }
        }
        var value = multiplied(above, &nodes) ?? number(.one, &nodes)
        if let divisor = multiplied(below, &nodes) { value = nodes.place(of: ".divide(\(value), \(divisor))") }
        return isNegative ? nodes.place(of: ".negate(\(value))") : value
    }
}
