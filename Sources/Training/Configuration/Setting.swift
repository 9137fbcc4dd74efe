import LocoProp

/// A setting of a training run: a flag of `train`, a key of its configuration file, and a line of what it prints.
///
/// ``all`` is the one table. The flags, the file's keys, `--set`, `--print-config`, a run's `config.yaml` and
/// `Documentation/Configuration.md` walk it.
package struct Setting: Sendable {
    /// Such as `learning-rate`: the flag without its dashes.
    package let key: String
    package let group: Group
    /// What stands for the value in help texts.
    package let valueName: String
    /// What a value looks like, as a phrase.
    package let form: String
    /// One sentence.
    package let help: String
    /// The setting that this one is a part of: a stronger source that gives that one takes this one back.
    package let partOf: String?
    /// What a recipe says of it, as it would be written; words in parentheses where that depends on more.
    package let defaultText: @Sendable (Recipe) -> String
    /// Takes a value into a configuration in which every earlier setting of the table is already taken.
    let read: @Sendable (String, inout Configuration) throws -> Void
    /// The value as it would be written; `nil` where ``partOf`` has it.
    package let text: @Sendable (Configuration) -> String?

    /// The headings under which help and documentation list the settings.
    package enum Group: String, CaseIterable, Sendable {
        case data = "Recipe and data"
        case network = "Network"
        case method = "Method"
        case schedule = "Epochs and rate"
        case run = "Repeatability"

        package var settings: [Setting] { Setting.all.filter { $0.group == self } }
    }

    init(
        _ key: String, _ group: Group, valueName: String, form: String, help: String, partOf: String? = nil,
        default defaultText: @escaping @Sendable (Recipe) -> String,
        text: @escaping @Sendable (Configuration) -> String?,
        read: @escaping @Sendable (String, inout Configuration) throws -> Void
    ) {
        self.key = key
        self.group = group
        self.valueName = valueName
        self.form = form
        self.help = help
        self.partOf = partOf
        self.defaultText = defaultText
        self.read = read
        self.text = text
    }

    package static func named(_ key: String) -> Setting? { all.first { $0.key == key } }
}

/// A value that a setting does not take. `description` says which it takes.
package struct SettingError: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}

extension OptionDomain {
    /// The number that `text` is.
    /// - Throws: ``SettingError`` unless it is a number of this domain.
    func number(_ text: String) throws(SettingError) -> Double {
        guard contains(text), let value = Double(text) else {
            throw SettingError("'\(text.prefix(60))' is not \(description)")
        }
        return value
    }
}

extension Setting {
    /// A whole number from 1 to a limit.
    static func count(_ text: String, limit: Int) throws(SettingError) -> Int {
        Int(try OptionDomain.count(limit: limit).number(text))
    }

    /// A number that seeds a generator.
    package static func seed(_ text: String) throws(SettingError) -> UInt64 {
        // Signs and the like, which UInt64 would read, are slips here.
        guard text.utf8.allSatisfy({ (48...57).contains($0) }), let seed = UInt64(text) else {
            throw SettingError("'\(text.prefix(60))' is not \(seedForm)")
        }
        return seed
    }

    static let seedForm = "a whole number from 0 to \(UInt64.max)"
}
