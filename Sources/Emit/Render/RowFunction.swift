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
            let rest = term.replacing(.reduction(kind, inner), by: .local(name))
            // What was added up is kept where the result needs it again (softmax's exponentials), unless it needs more
            // of the row, which the result may overwrite.
            let reused = rest.replacing(inner, by: .local("kept"))
            let isKept = if case .coordinates = shape { reused != rest && needsNoMore(reused) } else { false }
            // In a loop of its own, because a sum in double takes half the width.
            if isKept { lines += resultLoop(inner, interleaved: true) }
            lines += loop(kind, over: isKept ? .local("kept") : inner, into: name)
            term = isKept ? reused : rest
        }
        switch shape {
        case .scalar:
            let (bindings, value) = statements(term)
            return lines + bindings.map { "    \($0)" } + ["    return \(value);"]
        case .coordinates:
            return lines + resultLoop(term, interleaved: false)
        }
    }

    /// `term` for each coordinate, into the result.
    private func resultLoop(_ term: Term, interleaved: Bool) -> [String] {
        let (bindings, value) = statements(term)
        let pragma = interleaved ? "INTERLEAVED_\(renderer.precision.suffix)" : "INDEPENDENT"
        return ["    \(pragma) for (ptrdiff_t i = 0; i < n; ++i) {"]
            + (coordinates(in: term) + bindings).map { "        \($0)" }
            + ["        result[i] = \(value);", "    }"]
    }

    /// The declarations of the term's common parts, and its value in terms of them.
    private func statements(_ term: Term) -> (bindings: [String], value: String) {
        let shared = SharedTerms([term])
        let type = renderer.precision.type
        let bindings = shared.bindings.map { "const \(type) \($0.name) = \(renderer.render($0.value));" }
        return (bindings, renderer.render(shared.results[0]))
    }

    private func needsNoMore(_ term: Term) -> Bool {
        !term.dependsOnVariable && RowFunction.innermostReduction(in: term) == nil
            && !companions.contains { companion in term.contains { $0 == .local(companion) } }
    }

    /// Partial results side by side, so that the loop vectorises, with several registers in flight, and every instruction
    /// set adds in the same order.
    private static let lanes = 32

    private func loop(_ kind: Term.Reduction, over inner: Term, into name: String) -> [String] {
        let type = renderer.precision.type
        let (bindings, value) = statements(inner)
        let lanes = Self.lanes
        let (laneType, start) = kind == .max ? (type, "-INFINITY") : ("double", "0")
        let lane = "\(name)_lanes[lane]"
        func step(_ lane: String, _ value: String) -> String {
            kind == .max ? "\(lane) = vm_max_\(renderer.precision.suffix)(\(lane), \(value));" : "\(lane) += \(value);"
        }
        let lines = coordinates(in: inner) + bindings
            + ["const \(type) value = \(value);", step(lane, "value")]
        let block = (["const ptrdiff_t i = start + lane;"] + lines).map { "            \($0)" } + ["        }", "    }"]
        return [
            "    \(laneType) \(name)_lanes[\(lanes)];",
            "    for (int lane = 0; lane < \(lanes); ++lane) \(lane) = \(start);",
            "    for (ptrdiff_t start = 0; start + \(lanes) <= n; start += \(lanes)) {",
            "        INDEPENDENT for (int lane = 0; lane < \(lanes); ++lane) {",
        ] + block + [
            "    for (ptrdiff_t start = n & -\(lanes); start < n; start = n) {",
            "        INDEPENDENT for (int lane = 0; lane < n - start; ++lane) {",
        ] + block + [
            "    for (int width = \(lanes / 2); width > 0; width /= 2) {",
            "        for (int lane = 0; lane < width; ++lane) \(step(lane, "\(name)_lanes[lane + width]"))",
            "    }",
            "    const \(type) \(name) = (\(type))\(name)_lanes[0];",
        ]
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
        if term.contains({ $0 == .local("kept") }) { lines.append("const \(type) kept = result[i];") }
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
