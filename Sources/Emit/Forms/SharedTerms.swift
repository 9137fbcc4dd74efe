/// Common subexpressions: subterms that several results, or several places of one, have in common are computed
/// once and named.
struct SharedTerms {
    /// In the order of computation; each uses only earlier ones.
    private(set) var bindings: [(name: String, value: Term)] = []
    private(set) var results: [Term]

    /// - Parameter prefix: of the names: `t` gives t0, t1, …
    init(_ terms: [Term], prefix: String = "t") {
        var uses: [Term: Int] = [:]
        func count(_ term: Term) {
            guard SharedTerms.isWorthNaming(term) else {
                for child in term.children { count(child) }
                return
            }
            uses[term, default: 0] += 1
            if uses[term] == 1 {
                for child in term.children { count(child) }
            }
        }
        for term in terms { count(term) }

        var names: [Term: String] = [:]
        var bindings: [(name: String, value: Term)] = []
        func shared(_ term: Term) -> Term {
            if let name = names[term] { return .local(name) }
            let value = term.mappingChildren(shared)
            guard uses[term, default: 0] > 1, SharedTerms.isWorthNaming(term) else { return value }
            let name = "\(prefix)\(bindings.count)"
            names[term] = name
            bindings.append((name, value))
            return .local(name)
        }
        results = terms.map(shared)
        self.bindings = bindings
    }

    private static func isWorthNaming(_ term: Term) -> Bool {
        switch term {
        case .number, .constant, .variable, .parameter, .local, .reduction: false
        case .sum, .product, .power, .call, .select: true
        }
    }
}
