import Training
import YAMLReader

/// What a run's folder tells, as far as it can be read: nothing in it is asked for but the folder.
struct RunReading {
    let folder: String
    var records: [EpochRecord] = []
    /// Lines of `metrics.jsonl` that are no epoch's record.
    var unreadableLines = 0
    /// Where the run is; `nil` where the folder does not say.
    var progress: RunProgress?
    /// The resolved configuration, in its order.
    var settings: [Entry] = []
    var environment: [Entry] = []
    /// The file that `train --config` would make the run again from.
    var configurationFile: String?

    struct Entry: Equatable {
        let name: String
        let text: String
    }

    private static let longestFile = 1 << 20

    /// - Throws: ``UsageError`` if there is no such folder.
    init(_ folder: String) throws {
        self.folder = folder
        switch FileSystem.kind(of: folder) {
        case .directory: break
        case .missing: throw UsageError("'\(folder)': no such folder; name one that 'locoprop train' has made")
        case .unreadable(let reason): throw UsageError("'\(folder)': \(reason)")
        default: throw UsageError("'\(folder)' is no folder; name one that 'locoprop train' has made")
        }
        var metrics = MetricsTail(in: folder)
        // Without a file there is no epoch yet; of one that breaks off, what came before.
        _ = try? metrics.advance()
        records = metrics.records
        unreadableLines = metrics.unreadableLines
        progress = LiveFile.read(in: folder)
        readConfiguration()
        environment = json(RunFolder.environmentName).map(Self.entries) ?? []
    }

    /// Whether anything in the folder is a run's.
    var isRun: Bool { !records.isEmpty || progress != nil || !settings.isEmpty }

    func setting(_ name: String) -> String? { settings.first { $0.name == name }?.text }

    /// How many epochs were asked for.
    var epochs: Int? { progress?.epochs ?? setting("epochs").flatMap { Int($0) } }

    private mutating func readConfiguration() {
        let path = FileSystem.joined(folder, RunFolder.configurationName)
        if let bytes = try? InputFile.contents(of: path, limit: Self.longestFile),
            case .mapping(let pairs) = YAMLDocument(bytes: bytes).root?.content {
            configurationFile = path
            settings = pairs.compactMap { pair in
                guard case .scalar(let value) = pair.value.content else { return nil }
                return Entry(name: pair.key.text, text: value.text)
            }
        } else if let json = json(RunFolder.oldConfigurationName) {
            settings = Self.entries(json).map { Entry(name: $0.name.replacing("_", with: "-"), text: $0.text) }
        }
    }

    private func json(_ name: String) -> JSONValue? {
        guard let bytes = try? InputFile.contents(of: FileSystem.joined(folder, name), limit: Self.longestFile) else { return nil }
        return try? JSONValue(parsing: bytes)
    }

    /// The members of an object; those of objects in it with both names.
    private static func entries(_ json: JSONValue) -> [Entry] {
        guard case .object(let members) = json else { return [] }
        return members.flatMap { member -> [Entry] in
            func inner(_ name: String, _ value: JSONValue) -> [Entry] {
                entries(value).map { Entry(name: "\(name) \($0.name)", text: $0.text) }
            }
            switch member.value {
            case .array(let values) where member.name == "command":
                return [Entry(name: member.name, text: values.map { Text.shellWord(text($0)) }.joined(separator: " "))]
            case .object: return inner(member.name, member.value)
            case .array(let values) where values.contains(where: { if case .object = $0 { true } else { false } }):
                return values.enumerated().flatMap { inner("\(member.name) \($0.offset + 1):", $0.element) }
            default: return [Entry(name: member.name, text: text(member.value))]
            }
        }
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .array(let values): values.map(text).joined(separator: ", ")
        default: value.rendered
        }
    }
}
