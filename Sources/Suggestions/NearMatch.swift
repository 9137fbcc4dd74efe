/// The nearest of `candidates` to a misspelt `name`, for "did you mean …?".
///
/// Distance is Damerau–Levenshtein in its optimal-string-alignment form (insertions, deletions,
/// substitutions and swaps of neighbours cost 1), case and `-`/`_` ignored. A candidate counts as
/// near at a distance of at most a third of the longer length (at least 1). Ties go to the earlier candidate.
/// - Returns: `nil` where nothing is near. Names over 64 characters are never matched, so that hostile
///   input stays cheap.
public func nearMatch(to name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = folded(name)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
        let letters = folded(candidate)
        guard letters.count <= 64 else { continue }
        let limit = max(1, max(letters.count, wanted.count) / 3)
        let distance = alignmentDistance(wanted, letters)
        if distance <= limit, distance < (best?.distance ?? .max) {
            best = (candidate, distance)
        }
    }
    return best?.name
}

/// A sentence to append to an error: ` Did you mean 'tanh'?`, or nothing.
public func suggestion(for name: String, in candidates: some Sequence<String>) -> String {
    nearMatch(to: name, in: candidates).map { " Did you mean '\($0)'?" } ?? ""
}

private func folded(_ name: String) -> [Character] {
    name.lowercased().map { $0 == "-" ? "_" : $0 }
}

private func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in a.indices {
        var current = [i + 1] + [Int](repeating: 0, count: b.count)
        for j in b.indices {
            let substitution = previous[j] + (a[i] == b[j] ? 0 : 1)
            current[j + 1] = min(substitution, previous[j + 1] + 1, current[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                current[j + 1] = min(current[j + 1], beforePrevious[j - 1] + 1)
            }
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[b.count]
}
