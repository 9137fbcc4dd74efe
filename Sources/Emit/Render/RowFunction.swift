/// A C function over one row of a coupled entry: its reductions become loops that run first, innermost first,
/// and then the result is written coordinate by coordinate, or returned if it is one number.
struct RowFunction {
    enum Shape {
        /// `result[i]` for every coordinate i.
        case coordinates
        /// One number, returned as double.
        case scalar
    }

    /// What the formula's variable is called in the vector's place (`a`, `y`).
    let vector: String
    let renderer: CRenderer
    /// Names of further input vectors that the term's locals of the same name read, coordinate by coordinate.
    var companions: [String] = []

    /// The function's body, indented by four spaces.
    func body(of term: Term, shape: Shape) -> [String] {
        var lines: [String] = []
        var term = term
        var counts: [Term.Reduction: Int] = [:]
        while let (kind, inner) = RowFunction.innermostReduction(in: term) {
            let name = "\(kind.rawValue)\(counts[kind, default: 0])"
            counts[kind, default: 0] += 1
            lines += loop(kind, over: inner, into: name)
            term = term.replacing(.reduction(kind, inner), by: .local(name))
        }
        let shared = SharedTerms([term])
        let type = renderer.precision.type
        let bindings = shared.bindings.map { "const \(type) \($0.name) = \(renderer.render($0.value));" }
        let value = renderer.render(shared.results[0])
        switch shape {
        case .scalar:
            return lines + bindings.map { "    \($0)" } + ["    return \(value);"]
        case .coordinates:
            return lines
                + ["    for (ptrdiff_t i = 0; i < n; ++i) {"]
                + (coordinates(in: term) + bindings).map { "        \($0)" }
                + ["        result[i] = \(value);", "    }"]
        }
    }

    private func loop(_ kind: Term.Reduction, over inner: Term, into name: String) -> [String] {
        let type = renderer.precision.type
        let shared = SharedTerms([inner])
        let bindings = shared.bindings.map { "const \(type) \($0.name) = \(renderer.render($0.value));" }
        let value = renderer.render(shared.results[0])
        let start = kind == .max ? "\(type) \(name) = -INFINITY;" : "double \(name)_exact = 0;"
        let step = kind == .max
            ? "\(name) = vm_max_\(renderer.precision.suffix)(\(name), \(value));" : "\(name)_exact += \(value);"
        return ["    \(start)", "    for (ptrdiff_t i = 0; i < n; ++i) {"]
            + (coordinates(in: inner) + bindings + [step]).map { "        \($0)" }
            + ["    }"]
            + (kind == .max ? [] : ["    const \(type) \(name) = (\(type))\(name)_exact;"])
    }

    /// The declarations that read the vectors' coordinates a term uses.
    private func coordinates(in term: Term) -> [String] {
        let type = renderer.precision.type
        var lines: [String] = []
        if term.dependsOnVariable {
            lines.append("const \(type) \(renderer.variable) = \(vector)[i];")
        }
        for companion in companions where term.contains({ $0 == .local(companion) }) {
            lines.append("const \(type) \(companion) = \(companion)s[i];")
        }
        return lines
    }

    private static func innermostReduction(in term: Term) -> (Term.Reduction, Term)? {
        for child in term.children {
            if let found = innermostReduction(in: child) { return found }
        }
        if case .reduction(let kind, let inner) = term { return (kind, inner) }
        return nil
    }
}

extension Term {
    func replacing(_ old: Term, by new: Term) -> Term {
        self == old ? new : mappingChildren { $0.replacing(old, by: new) }
    }
}
