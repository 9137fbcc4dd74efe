/// Builds the tree of one document from libyaml's events, and refuses what catalogues have no use for.
///
/// Anchors and aliases are never expanded, so that an "alias bomb" is only a list of errors. The stack of open
/// collections is explicit and bounded.
struct YAMLComposer {
    private let source: SourceText
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var syntaxError: YAMLSyntaxError?
    private var root: YAMLNode?
    private var open: [OpenCollection] = []
    private var nodeCount = 0
    /// How many characters of its first line each value covers, by where it begins.
    private(set) var spans: [SourcePosition: Int] = [:]
    /// Lines can be long and hold many values: the one looked at last is kept.
    private var lastLine: (number: Int, scalars: [Unicode.Scalar])?

    init(_ source: SourceText) { self.source = source }

    /// The document's root, or `nil` where there is none. After a syntax error it holds what stood before it.
    mutating func compose() -> YAMLNode? {
        let events = YAMLEvents(source.bytes)
        do throws(YAMLSyntaxError) {
            var documents = 0
            reading: while true {
                let (event, start, end) = try events.next()
                switch event {
                case .documentStart:
                    documents += 1
                    if documents > 1 {
                        report(start, "several-documents",
                            "a second document begins here; keep one document in the file: remove the line '---'")
                        break reading
                    }
                case .alias:
                    report(start, "alias",
                        "aliases are not allowed; write the value out, or put a text that begins with '*' in quotes")
                    add(YAMLNode(.refused, at: source.position(start)))
                case .scalar(let text, let style, let hasAnchor, let tag):
                    check(hasAnchor: hasAnchor, tag: tag, at: start)
                    if text.isEmpty, hasAnchor || tag != nil {
                        add(YAMLNode(.refused, at: source.position(start)))
                    } else {
                        spans[source.position(start)] = source.length(from: start, to: end)
                        add(scalar: YAMLScalar(
                            text: text, style: style, position: source.position(start), start: start, end: end))
                    }
                case .sequenceStart(let hasAnchor, let tag):
                    check(hasAnchor: hasAnchor, tag: tag, at: start)
                    open.append(OpenCollection(isMapping: false, position: source.position(start)))
                case .mappingStart(let hasAnchor, let tag):
                    check(hasAnchor: hasAnchor, tag: tag, at: start)
                    open.append(OpenCollection(isMapping: true, position: source.position(start)))
                case .sequenceEnd, .mappingEnd:
                    // Those in brackets; others begin where their first value does.
                    if let position = open.last?.position, spans[position] == nil, end != start {
                        spans[position] = source.length(from: position, to: end)
                    }
                    close(isTruncated: false)
                case .streamEnd: break reading
                }
                if isBeyondLimits(after: event, at: start) { break }
            }
        } catch {
            syntaxError = error
        }
        while !open.isEmpty { close(isTruncated: true) }
        return root
    }

    private mutating func isBeyondLimits(after event: YAMLEvent, at mark: Mark) -> Bool {
        switch event {
        case .alias, .scalar, .sequenceStart, .mappingStart: nodeCount += 1
        case .documentStart, .sequenceEnd, .mappingEnd, .streamEnd: return false
        }
        if open.count > YAMLLimits.depth {
            report(mark, "too-deep", "lists and mappings nest deeper than \(YAMLLimits.depth) here; flatten them")
        } else if nodeCount > YAMLLimits.nodes {
            report(mark, "too-many-values", "the file has more than \(YAMLLimits.nodes) values; split the file")
        } else {
            return false
        }
        return true
    }

    private mutating func check(hasAnchor: Bool, tag: String?, at mark: Mark) {
        if hasAnchor {
            report(mark, "anchor", "anchors are not allowed; remove it, or put a text that begins with '&' in quotes")
        }
        if tag != nil {
            report(mark, "tag", "tags are not allowed; remove it, or put a text that begins with '!' in quotes")
        }
    }

    private mutating func report(_ mark: Mark, _ code: String, _ message: String) {
        report(source.position(mark), code, message)
    }

    private mutating func report(_ position: SourcePosition, _ code: String, _ message: String) {
        guard diagnostics.count <= YAMLLimits.diagnostics else { return }
        diagnostics.append(Diagnostic(position, code: code, message))
    }
}

// MARK: - The stack of open collections

extension YAMLComposer {
    private struct OpenCollection {
        let isMapping: Bool
        let position: SourcePosition
        var items: [YAMLNode] = []
        var pairs: [YAMLPair] = []
        /// Keys and where they were first, those of refused pairs too.
        var keys: [String: SourcePosition] = [:]
        var pending: PendingKey?
    }

    private enum PendingKey {
        case key(YAMLScalar)
        /// The key was reported; its value is dropped.
        case refused
    }

    private mutating func add(scalar: YAMLScalar) {
        guard let last = open.indices.last, open[last].isMapping, open[last].pending == nil else {
            return add(YAMLNode(.scalar(scalar), at: scalar.position))
        }
        if let first = open[last].keys[scalar.text] {
            open[last].pending = .refused
            report(scalar.position, "duplicate-key",
                "the key \(excerpt(scalar.text)) stands here a second time, first on line \(first.line); remove one")
        } else {
            open[last].keys[scalar.text] = scalar.position
            open[last].pending = .key(scalar)
        }
    }

    private mutating func add(_ node: YAMLNode) {
        guard let last = open.indices.last else {
            root = node
            return
        }
        guard open[last].isMapping else {
            open[last].items.append(node)
            return
        }
        switch open[last].pending {
        case nil:
            if case .refused = node.content {} else {
                report(node.position, "complex-key", "\(node.kind) cannot be a key; write a name before the colon")
            }
            open[last].pending = .refused
        case .refused: open[last].pending = nil
        case .key(let key):
            open[last].pending = nil
            add(YAMLPair(key: key, value: node), to: last)
        }
    }

    /// Adds a pair, unless it is the rest of the value before it, which a comma inside `{ }` has cut off.
    private mutating func add(_ pair: YAMLPair, to index: Int) {
        guard lacksColon(pair), let previous = open[index].pairs.last else {
            open[index].pairs.append(pair)
            return
        }
        if case .scalar(let text) = previous.value.content, text.style == .plain {
            if diagnostics.count <= YAMLLimits.diagnostics {
                let advice = QuoteAdvice.comma(from: text.start, to: pair.key.end, in: source)
                diagnostics.append(advice.diagnostic)
            }
            open[index].pairs[open[index].pairs.count - 1].value.content = .refused
        } else if case .refused = previous.value.content {
            return
        } else {
            open[index].pairs.append(pair)
        }
    }

    /// Whether the pair is a mere word between the commas of `{ }`.
    private mutating func lacksColon(_ pair: YAMLPair) -> Bool {
        guard case .scalar(let value) = pair.value.content, value.text.isEmpty, value.style == .plain,
            pair.key.style == .plain, pair.key.end.line == value.start.line else { return false }
        if lastLine?.number != value.start.line { lastLine = (value.start.line, source.line(value.start.line)) }
        return lastLine?.scalars[pair.key.end.column..<value.start.column].allSatisfy(isBlank) ?? false
    }

    private mutating func close(isTruncated: Bool) {
        guard var collection = open.popLast() else { return }
        // What libyaml took for the end of the last item may be the error's doing.
        if isTruncated, let last = collection.items.indices.last { collection.items[last].isTruncated = true }
        let content: YAMLNode.Content =
            collection.isMapping ? .mapping(collection.pairs) : .sequence(collection.items)
        add(YAMLNode(content, at: collection.position, isTruncated: isTruncated))
    }
}
