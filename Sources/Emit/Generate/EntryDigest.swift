import Catalogue

/// Tells whether an entry computes what it did, so that a run is not continued with another function unawares.
enum EntryDigest {
    /// The digest of the entry's kernels as they are generated, in both precisions, and of its parameters' names,
    /// defaults and domains. Titles, notes, comments and the entry's place have no part in it.
    static func text(of entry: GeneratedEntry) -> String {
        let source = entry.entry
        let parameters = source.parameters.map {
            "\($0.name.value) = \($0.defaultValue) in \($0.domain), learnable: \($0.isLearnable)"
        }
        let code = KernelShard(KernelShard.index(of: entry.name), of: [entry], module: "").files()
            .prefix(2)  // the header and one variant: the others are compiled from the same text
            .flatMap { $0.text.split(separator: "\n") }
            .filter { !$0.hasPrefix("//") }
        let lines = parameters + ["\(source.domain)", "falls: \(entry.isFalling)"] + code.map(String.init)
        return FileHeader.digest(of: Array(lines.joined(separator: "\n").utf8))
    }
}
