import Symbolic

/// A named identity between two terms, read from left to right. Wildcards are the parameters `$x` and `$y`;
/// each stands for any term, the same one throughout.
///
/// A sum or product on the left matches inside a longer one, in any order; a sum also matches a rational
/// multiple of itself. `-$x` (a product of −1 and a wildcard) matches any term, `$x` being its negation.
struct RewriteRule: Sendable {
    let name: String
    let left: Term
    let right: Term

    init(_ name: String, _ left: Term, _ right: Term) {
        self.name = name
        self.left = left
        self.right = right
    }

    /// The whole term after one application at its root, or `nil` if the rule does not match there.
    func applied(to term: Term) -> Term? {
        switch (left, term) {
        case (.sum(let patterns), .sum(let terms)):
            let pool = terms.map(\.scaled)
            // The first pattern fixes the scale, and the others must then have the same. Bare wildcards come
            // last, when what they stand for is known.
            let all = patterns.map(\.scaled)
            let wanted = all.filter { !$0.core.isWildcard } + all.filter(\.core.isWildcard)
            for (i, candidate) in pool.enumerated() {
                guard let scale = wanted[0].coefficient.reciprocal.flatMap(candidate.coefficient.multiplied)
                else { continue }
                for bindings in Match.terms(wanted[0].core, candidate.core, Bindings()) {
                    if let (found, rest) = matchSum(
                        Array(wanted.dropFirst()), pool.removing(at: i), scale, bindings)
                    {
                        let replaced = Term.multiplying([.number(scale), right.substituting(found)])
                        return .adding([replaced] + rest.map { .multiplying([.number($0.coefficient), $0.core]) })
                    }
                }
            }
            return nil
        case (.product(let patterns), .product(let factors)):
            for (bindings, rest) in Match.product(patterns, factors, Bindings()) {
                return .multiplying([right.substituting(bindings)] + rest)
            }
            return nil
        default:
            return Match.terms(left, term, Bindings()).first.map { right.substituting($0) }
        }
    }

    private func matchSum(
        _ patterns: [(coefficient: Rational, core: Term)], _ pool: [(coefficient: Rational, core: Term)],
        _ scale: Rational, _ bindings: Bindings
    ) -> (Bindings, rest: [(coefficient: Rational, core: Term)])? {
        guard var pattern = patterns.first else { return (bindings, pool) }
        if case .parameter(let name) = pattern.core, let bound = bindings[name] {
            let (coefficient, core) = bound.scaled
            guard let total = pattern.coefficient.multiplied(by: coefficient) else { return nil }
            pattern = (total, core)
        }
        for (i, candidate) in pool.enumerated() {
            guard pattern.coefficient.multiplied(by: scale) == candidate.coefficient else { continue }
            for extended in Match.terms(pattern.core, candidate.core, bindings) {
                if let result = matchSum(Array(patterns.dropFirst()), pool.removing(at: i), scale, extended) {
                    return result
                }
            }
        }
        return nil
    }
}

typealias Bindings = [String: Term]

/// Matching of patterns against terms. Each function returns every way to extend `bindings`.
private enum Match {
    static func terms(_ pattern: Term, _ term: Term, _ bindings: Bindings) -> [Bindings] {
        if case .parameter(let name) = pattern, pattern.isWildcard {
            if let bound = bindings[name] { return bound == term ? [bindings] : [] }
            return [bindings.merging([name: term]) { $1 }]
        }
        if case .product(let factors) = pattern, factors.count == 2, factors[0] == .integer(-1),
            factors[1].isWildcard
        {
            return terms(factors[1], term.negated, bindings)
        }
        switch (pattern, term) {
        case (.call(let f, let patterns), .call(let g, let arguments)) where f == g:
            return sequence(patterns, arguments, bindings)
        case (.power(let pattern, let n), .power(let base, let m)) where n == m:
            return terms(pattern, base, bindings)
        case (.reduction(let f, let pattern), .reduction(let g, let x)) where f == g:
            return terms(pattern, x, bindings)
        case (.sum(let patterns), .sum(let terms)) where patterns.count == terms.count:
            return multiset(patterns, terms, bindings)
        case (.product(let patterns), .product(let factors)):
            return product(patterns, factors, bindings).filter { $0.rest.isEmpty }.map(\.bindings)
        default:
            return pattern == term ? [bindings] : []
        }
    }

    static func sequence(_ patterns: [Term], _ terms: [Term], _ bindings: Bindings) -> [Bindings] {
        zip(patterns, terms).reduce([bindings]) { found, pair in
            found.flatMap { self.terms(pair.0, pair.1, $0) }
        }
    }

    static func multiset(_ patterns: [Term], _ terms: [Term], _ bindings: Bindings) -> [Bindings] {
        guard let pattern = patterns.first else { return [bindings] }
        return terms.indices.flatMap { i in
            self.terms(pattern, terms[i], bindings).flatMap {
                multiset(Array(patterns.dropFirst()), terms.removing(at: i), $0)
            }
        }
    }

    static func product(
        _ patterns: [Term], _ factors: [Term], _ bindings: Bindings
    ) -> [(bindings: Bindings, rest: [Term])] {
        guard let pattern = patterns.first else { return [(bindings, factors)] }
        return factors.indices.flatMap { i in
            terms(pattern, factors[i], bindings).flatMap {
                product(Array(patterns.dropFirst()), factors.removing(at: i), $0)
            }
        }
    }
}

extension Term {
    fileprivate var isWildcard: Bool {
        if case .parameter(let name) = self { return name.hasPrefix("$") }
        return false
    }

    fileprivate func substituting(_ bindings: Bindings) -> Term {
        if case .parameter(let name) = self, let bound = bindings[name] { return bound }
        return mappingChildren { $0.substituting(bindings) }
    }
}

extension Array {
    fileprivate func removing(at index: Int) -> [Element] {
        var copy = self
        copy.remove(at: index)
        return copy
    }
}
