import CLibYAML

/// What libyaml finds next in a stream. Streams' and documents' ends are left out: nothing here needs them.
enum YAMLEvent {
    case documentStart
    case alias
    case scalar(text: String, style: YAMLScalar.Style, hasAnchor: Bool, tag: String?)
    case sequenceStart(hasAnchor: Bool, tag: String?)
    case sequenceEnd
    case mappingStart(hasAnchor: Bool, tag: String?)
    case mappingEnd
    case streamEnd
}

/// libyaml's event parser over one text. A class, because libyaml keeps the address of its state.
final class YAMLEvents {
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private let input: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: [UInt8]) {
        input = .allocate(capacity: bytes.count)
        _ = input.initialize(from: bytes)
        // Fails only without memory, where Swift's own allocations stop the process too.
        precondition(yaml_parser_initialize(parser) == 1, "out of memory")
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    /// The next event and its range in the text.
    func next() throws(YAMLSyntaxError) -> (event: YAMLEvent, start: Mark, end: Mark) {
        while true {
            var raw = yaml_event_t()
            guard yaml_parser_parse(parser, &raw) == 1 else { throw syntaxError }
            defer { yaml_event_delete(&raw) }
            if let event = YAMLEvent(raw) {
                return (event, Mark(raw.start_mark), Mark(raw.end_mark))
            }
        }
    }

    private var syntaxError: YAMLSyntaxError {
        let state = parser.pointee
        return YAMLSyntaxError(
            problem: state.problem.map { String(cString: $0) } ?? "the text is not YAML",
            problemMark: Mark(state.problem_mark),
            context: state.context.map { String(cString: $0) } ?? "",
            contextMark: state.context == nil ? nil : Mark(state.context_mark))
    }
}

extension YAMLEvent {
    /// - Returns: `nil` for the events that are left out.
    fileprivate init?(_ raw: yaml_event_t) {
        switch raw.type {
        case YAML_DOCUMENT_START_EVENT: self = .documentStart
        case YAML_ALIAS_EVENT: self = .alias
        case YAML_SCALAR_EVENT:
            let scalar = raw.data.scalar
            self = .scalar(
                text: String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self),
                style: YAMLScalar.Style(scalar.style), hasAnchor: scalar.anchor != nil, tag: text(scalar.tag))
        case YAML_SEQUENCE_START_EVENT:
            let start = raw.data.sequence_start
            self = .sequenceStart(hasAnchor: start.anchor != nil, tag: text(start.tag))
        case YAML_SEQUENCE_END_EVENT: self = .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            let start = raw.data.mapping_start
            self = .mappingStart(hasAnchor: start.anchor != nil, tag: text(start.tag))
        case YAML_MAPPING_END_EVENT: self = .mappingEnd
        // After a stream's end libyaml sends empty events.
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT: self = .streamEnd
        default: return nil
        }
    }
}

extension YAMLScalar.Style {
    fileprivate init(_ style: yaml_scalar_style_t) {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: self = .literal
        case YAML_FOLDED_SCALAR_STYLE: self = .folded
        default: self = .plain
        }
    }
}

extension Mark {
    fileprivate init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line), column: Int(mark.column)) }
}

private func text(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    bytes.map { String(cString: $0) }
}
