import Suggestions
import YAMLReader

/// Reads a study from YAML:
///
/// ```yaml
/// settings: {epochs: 10}
/// workloads:
///   CURVES: {data: curves, network: 784-400-200-100-50-25-6-25-50-100-200-400-784}
/// methods:
///   LocoProp-M: {method: locoprop-m}
///   Adam: {method: backprop, optimizer: adam, tune: learning-rate}
/// seeds: 0, 1, 2
/// ```
///
/// Documentation/Comparisons.md says what each key means. Every problem is found in one reading.
package struct StudyFile {
    package private(set) var study = Study()
    /// Of which problems are told, with their places.
    private var file: ConfigurationFile

    private static let keys = ["settings", "workloads", "methods", "seeds", "seconds", "judge", "note", "trials", "trial-seed", "tuned"]

    /// - Throws: ``ConfigurationError`` with every problem of the file.
    package static func read(_ path: String) throws(ConfigurationError) -> Study {
        let name = path == "-" ? "<stdin>" : path
        switch TextFile.read(path == "-" ? "/dev/stdin" : path) {
        case .success(let bytes): return try read(name: name, bytes: bytes)
        case .failure: throw ConfigurationError(file: ConfigurationFile(path: path))
        }
    }

    package static func read(name: String, bytes: [UInt8]) throws(ConfigurationError) -> Study {
        let document = YAMLDocument(bytes: bytes)
        var reader = StudyFile(file: ConfigurationFile(name: name, bytes: bytes, document))
        if let root = document.root { reader.read(root) }
        var study = reader.study
        study.file = reader.file
        guard reader.file.diagnostics.isEmpty else { throw ConfigurationError(file: reader.file) }
        return study
    }

    private init(file: ConfigurationFile) { self.file = file }

    private mutating func read(_ root: YAMLNode) {
        guard let pairs = mapping(root, "a study is", "with the keys \(Self.keys.joined(separator: ", "))") else { return }
        for pair in pairs {
            let value = pair.value
            switch pair.key.text {
            case "settings":
                study.common = mapping(value, "'settings' is", "of settings such as 'epochs: 10'").map { file.settings(in: $0) } ?? []
            case "workloads": study.workloads = parts(value, "workloads", extra: "targets")
            case "methods": study.methods = parts(value, "methods", extra: "tune")
            case "seeds": readSeeds(value)
            case "seconds": readSeconds(value)
            case "judge": readJudge(value)
            case "note": study.note = file.scalar(value, key: "note", form: "a sentence")?.text
            case "trials": readTrials(value)
            case "trial-seed": if let seed = one(value, key: "trial-seed", form: Setting.seedForm, { try? Setting.seed($0) }) { study.trialSeed = seed }
            case "tuned": readTuned(value)
            default:
                let near = nearMatch(to: pair.key.text, in: Self.keys)
                file.add(pair.key.position, .unknownKey,
                    "unknown key \(excerpt(pair.key.text))" + (near.map { ". Did you mean '\($0)'?" }
                        ?? "; the keys are \(Self.keys.joined(separator: ", ")), and settings of runs stand under 'settings'"),
                    fix: near)
            }
        }
        checkTuned()
    }

    /// The pairs of a mapping; `nil`, and a problem, for anything else.
    private mutating func mapping(_ node: YAMLNode, _ what: String, _ form: String) -> [YAMLPair]? {
        switch node.content {
        case .mapping(let pairs): return pairs
        case .refused: return nil
        case .scalar, .sequence:
            if !node.isTruncated { file.add(node.position, .notAMapping, "\(what) a mapping \(form), but this is \(node.kind)") }
            return nil
        }
    }

    private mutating func parts(_ node: YAMLNode, _ key: String, extra: String) -> [Study.Part] {
        guard let pairs = mapping(node, "'\(key)' is", "of names, each with settings") else { return [] }
        if pairs.count > Study.mostParts {
            file.add(node.position, .refusedValue, "'\(key)' has \(pairs.count) entries; at most \(Study.mostParts) are compared")
        }
        var found: [Study.Part] = []
        for pair in pairs.prefix(Study.mostParts) {
            guard let inner = mapping(pair.value, "\(excerpt(pair.key.text)) is", "of settings") else { continue }
            var part = Study.Part(name: pair.key.text, settings: [])
            let name = pair.key.text
            if name.allSatisfy(\.isWhitespace) || name.count > 200 || name.contains(where: \.isNewline) {
                file.add(pair.key.position, .refusedValue, "a name is a line of 1 to 200 characters")
            }
            part.settings = file.settings(in: inner.filter { $0.key.text != extra })
            for own in inner where own.key.text == extra {
                if extra == "targets" {
                    part.targets = numbers(own.value, key: extra, form: "losses such as '215, 210.4'") { Double($0).flatMap { $0.isFinite ? $0 : nil } }
                } else if let text = file.scalar(own.value, key: extra, form: Tuning.form) {
                    part.tuning = Tuning(text.text)
                }
            }
            found.append(part)
        }
        return found
    }

    private mutating func readSeeds(_ node: YAMLNode) {
        let seeds = numbers(node, key: "seeds", form: "whole numbers such as '0, 1, 2'") { try? Setting.seed($0) }
        if Set(seeds).count != seeds.count { file.add(node.position, .refusedValue, "a seed is given twice; write each once") }
        if seeds.count > Study.mostSeeds { file.add(node.position, .refusedValue, "\(seeds.count) seeds; at most \(Study.mostSeeds) are taken") }
        if !seeds.isEmpty { study.seeds = seeds }
    }

    private mutating func readSeconds(_ node: YAMLNode) {
        if let seconds = one(node, key: "seconds", form: Study.secondsForm, Study.seconds) { study.budget = .seconds(seconds) }
    }

    private mutating func readTrials(_ node: YAMLNode) {
        let counts = Study.trialCounts
        let trials = one(node, key: "trials", form: "a whole number from \(counts.lowerBound) to \(counts.upperBound)") {
            Int($0).flatMap { counts.contains($0) ? $0 : nil }
        }
        if let trials { study.trials = trials }
    }

    /// A text that is read; `nil`, and a problem, for one that cannot be.
    private mutating func one<Value>(_ node: YAMLNode, key: String, form: String, _ read: (String) -> Value?) -> Value? {
        guard let text = file.scalar(node, key: key, form: form) else { return nil }
        let value = read(text.text)
        if value == nil { file.add(text.position, .refusedValue, "'\(text.text.prefix(60))' is not \(form)") }
        return value
    }

    private mutating func readJudge(_ node: YAMLNode) {
        let names = Judge.allCases.map(\.rawValue)
        guard let text = file.scalar(node, key: "judge", form: names.joined(separator: ", ")) else { return }
        guard let judge = Judge(rawValue: text.text) else {
            return file.add(text.position, .refusedValue, "'\(text.text.prefix(60))' is none of \(names.joined(separator: ", "))\(suggestion(for: text.text, in: names))")
        }
        study.judge = judge
    }

    private mutating func readTuned(_ node: YAMLNode) {
        for workload in mapping(node, "'tuned' is", "of workloads, each with methods and their settings") ?? [] {
            for method in mapping(workload.value, "\(excerpt(workload.key.text)) is", "of methods, each with settings") ?? [] {
                guard let pairs = mapping(method.value, "\(excerpt(method.key.text)) is", "of settings") else { continue }
                study.tuned.append(.init(workload: workload.key.text, method: method.key.text, settings: file.settings(in: pairs)))
                places.append((workload.key.position, method.key.position))
            }
        }
    }

    /// Of ``Study/tuned``: where workload and method are named.
    private var places: [(workload: SourcePosition, method: SourcePosition)] = []

    /// What is tuned belongs to a workload and a method that there are.
    private mutating func checkTuned() {
        func check(_ name: String, _ names: [String], _ position: SourcePosition, _ key: String) {
            guard !names.contains(name) else { return }
            file.add(position, .unknownKey, "\(excerpt(name)) is none of the \(key)\(suggestion(for: name, in: names))", fix: nearMatch(to: name, in: names))
        }
        for (tuned, place) in zip(study.tuned, places) {
            check(tuned.workload, study.workloads.map(\.name), place.workload, "workloads")
            check(tuned.method, study.methods.map(\.name), place.method, "methods")
        }
    }

    /// A list, or a text with commas.
    private mutating func numbers<Number>(
        _ node: YAMLNode, key: String, form: String, _ read: (String) -> Number?
    ) -> [Number] {
        var words: [(text: String, position: SourcePosition)] = []
        if case .sequence(let items) = node.content {
            for item in items { if let text = file.scalar(item, key: key, form: form) { words.append((text.text, text.position)) } }
        } else if let text = file.scalar(node, key: key, form: form) {
            words = text.text.split(separator: ",", omittingEmptySubsequences: false)
                .map { ($0.filter { !$0.isWhitespace }, text.position) }
        }
        return words.compactMap { word in
            if let number = read(word.text) { return number }
            file.add(word.position, .refusedValue, "'\(word.text.prefix(60))' is no number of '\(key)'; write \(form)")
            return nil
        }
    }
}

extension Study {
    /// A budget; `nil` unless it is a number of seconds that anyone waits for.
    package static func seconds(_ text: String) -> Double? {
        Double(text).flatMap { $0 > 0 && $0 <= 1e7 ? $0 : nil }
    }

    /// What ``seconds(_:)`` takes, for messages.
    package static let secondsForm = "a number of seconds above 0, at most 1e7"
}
