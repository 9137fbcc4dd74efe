import Suggestions

/// An option of a method or an optimizer: what help texts, tests and the reading of options walk.
public struct OptionDescriptor: Sendable {
    public let name: String
    /// The default as it would be written on the command line.
    public let defaultText: String
    public let domain: OptionDomain
    public let note: String

    package init(name: String, defaultText: String, domain: OptionDomain, note: String) {
        self.name = name
        self.defaultText = defaultText
        self.domain = domain
        self.note = note
    }
}

/// The values that an option may have. Numbers are always finite.
public enum OptionDomain: Sendable, Equatable {
    /// 0 ≤ x < 1.
    case fraction
    /// `off`, or 0 < x < 1.
    case fractionOrOff
    /// x ≥ 0.
    case nonnegative
    /// x > 0.
    case positive
    /// `off`, or x > 0.
    case positiveOrOff
    /// 0 ≤ x ≤ 1.
    case proportion
    /// 0 < x ≤ 1.
    case positiveProportion
    /// A whole number from 1 to the limit.
    case count(limit: Int)
    /// A whole number from 0 to the limit.
    case countFromZero(limit: Int)
    /// One of the words.
    case choice([String])

    /// Reads as "it must be …".
    public var description: String {
        switch self {
        case .fraction: "at least 0 and below 1"
        case .fractionOrOff: "above 0 and below 1, or 'off'"
        case .nonnegative: "a finite number of at least 0"
        case .positive: "a finite number above 0"
        case .positiveOrOff: "a finite number above 0, or 'off'"
        case .proportion: "a number from 0 to 1"
        case .positiveProportion: "above 0 and at most 1"
        case .count(let limit): "a whole number from 1 to \(limit)"
        case .countFromZero(let limit): "a whole number from 0 to \(limit)"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        }
    }

    /// Whether its numbers are whole.
    var isWhole: Bool {
        switch self {
        case .count, .countFromZero: true
        default: false
        }
    }

    func contains(_ value: Double) -> Bool {
        guard value.isFinite else { return false }
        return switch self {
        case .fraction: value >= 0 && value < 1
        case .fractionOrOff: value > 0 && value < 1
        case .nonnegative: value >= 0
        case .positive, .positiveOrOff: value > 0
        case .proportion: value >= 0 && value <= 1
        case .positiveProportion: value > 0 && value <= 1
        case .countFromZero(let limit): value >= 0 && value <= Double(limit) && value == value.rounded()
        case .count(let limit): value >= 1 && value <= Double(limit) && value == value.rounded()
        case .choice: false
        }
    }

    /// Whether `text` is written as one of them.
    package func contains(_ text: String) -> Bool {
        switch self {
        case .choice(let words): words.contains(text)
        case .positiveOrOff where text == "off", .fractionOrOff where text == "off": true
        default: Double(text).map(contains) ?? false
        }
    }
}

/// `name` or `name(option=value, …)`, as a method or an optimizer is written on the command line.
struct NameWithOptions {
    let name: String
    let options: [(name: String, text: String)]

    /// Reads the form; names and values are left to their tables.
    init(_ text: String, kind: String) throws(LocoPropError) {
        let form = "written as name or name(option=value, …)"
        guard text.utf8.count <= 1_000 else {
            throw .option(owner: kind, name: "its text", value: "\(text.utf8.count) bytes long", domain: form)
        }
        let text = trimmed(text[...])
        guard let open = text.firstIndex(of: "(") else {
            (name, options) = (String(text), [])
            return
        }
        let malformed = LocoPropError.option(owner: kind, name: "its text", value: "'\(text)'", domain: form)
        guard text.last == ")" else { throw malformed }
        let inner = trimmed(text[text.index(after: open)...].dropLast())
        var options: [(name: String, text: String)] = []
        if !inner.isEmpty {
            for part in inner.split(separator: ",", omittingEmptySubsequences: false) {
                let sides = part.split(separator: "=", omittingEmptySubsequences: false)
                guard sides.count == 2 else { throw malformed }
                let option = String(trimmed(sides[0]))
                guard !options.contains(where: { folded($0.name) == folded(option) }) else {
                    throw .option(owner: kind, name: option, value: "given twice", domain: "given once")
                }
                options.append((option, String(trimmed(sides[1]))))
            }
        }
        name = String(trimmed(text[..<open]))
        self.options = options
    }
}

extension Method {
    /// Reads a method; options that `text` leaves out are those of `base`, a text that names the same method.
    /// - Throws: as ``init(parsing:)``.
    package init(parsing text: String, over base: String) throws(LocoPropError) {
        let (given, below) = (try NameWithOptions(text, kind: "method"), try NameWithOptions(base, kind: "method"))
        let kept = below.options.filter { option in !given.options.contains { folded($0.name) == folded(option.name) } }
        let all = (kept + given.options).map { "\($0.name)=\($0.text)" }
        try self.init(parsing: all.isEmpty ? given.name : "\(given.name)(\(all.joined(separator: ", ")))")
    }
}

/// `-` and `_` are alike in options' names.
private func folded(_ name: String) -> String { String(name.map { $0 == "_" ? "-" : $0 }) }

private func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
}

extension [OptionDescriptor] {
    /// The descriptor named `name` (`-` and `_` alike), if `text` is in its domain.
    func checked(_ name: String, _ text: String, owner: String) throws(LocoPropError) -> OptionDescriptor {
        guard let option = first(where: { folded($0.name) == folded(name) }) else {
            throw .unknownOption(
                owner: owner, name: name, known: map(\.name),
                suggestion: suggestion(for: name, in: map(\.name)))
        }
        guard option.domain.contains(text) else {
            throw .option(owner: owner, name: option.name, value: text, domain: option.domain.description)
        }
        return option
    }
}
