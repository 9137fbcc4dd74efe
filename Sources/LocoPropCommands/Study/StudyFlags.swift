import ArgumentParser
import LocoProp
import Training

/// What `compare` and `sweep` take alike: the study, and the settings of all its runs.
struct StudyFlags: ParsableArguments {
    @Argument(help: ArgumentHelp("A file that says what is compared; '-' is standard input.", valueName: "study"), completion: .catalogues)
    var file: String?

    @Option(help: ArgumentHelp("Methods, with commas between them, in place of the file's. (default: all)", valueName: "names"))
    var methods: String?

    @Option(help: ArgumentHelp("Data sets, files or folders, with commas between them, in place of the file's workloads.", valueName: "names"))
    var datasets: String?

    @Option(help: ArgumentHelp("A budget in seconds of steps for each run, in place of epochs.", valueName: "seconds"))
    var seconds: String?

    @Flag(help: "Print the study as a file, and do nothing else.")
    var printStudy = false

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder for runs and results. (default: studies/DATE)", valueName: "dir"), completion: .directory)
    var output: String?

    @Flag(help: "Do the runs of an earlier study in --output anew.")
    var force = false

    @Option(help: ArgumentHelp("Go on with the study in this folder.", valueName: "dir"), completion: .directory)
    var resume: String?

    @Flag(help: "Print the result as JSON, and nothing else.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print errors alone.")
    var quiet = false

    @OptionGroup var settings: SettingFlags
}

extension StudyFlags {
    /// The study that is asked for, by file and flags.
    func study(seeds: String?, judge: Judge?) throws -> Study {
        var study = try file.map { try StudyFile.read($0) } ?? Study()
        for (key, text) in settings.given {
            switch key {
            case "method": throw UsageError("--method does not go with a study: name methods by --methods, or in the file")
            case "seed": throw UsageError("--seed does not go with a study: name seeds by --seeds, or in the file")
            default: break
            }
            guard let setting = Setting.named(key) else { continue }
            study.common.removeAll { $0.setting.key == key }
            study.common.append(SettingText(setting: setting, text: text, source: .flag(key)))
        }
        if let methods { study.methods = try parts(methods, "methods", key: "method") { $0 } }
        if let datasets {
            study.workloads = try parts(datasets, "datasets", key: "data") { $0.split(separator: "/").last.map(String.init) ?? $0 }
        }
        if study.methods.isEmpty { study.methods = try parts(Method.table.map(\.name).joined(separator: ","), "methods", key: "method") { $0 } }
        if study.workloads.isEmpty {
            let data = study.common.first { $0.setting.key == "data" }?.text ?? Configuration.defaultData
            study.workloads = [Study.Part(name: data.split(separator: "/").last.map(String.init) ?? data, settings: [])]
        }
        if let seeds { study.seeds = try Self.seeds(seeds) }
        if let seconds {
            guard let value = Study.seconds(seconds) else {
                throw UsageError("--seconds: '\(seconds.prefix(60))' is not \(Study.secondsForm)")
            }
            study.budget = .seconds(value)
        }
        if let judge { study.judge = judge }
        return study
    }

    /// With `--resume`, a study has all that it needs.
    func checkNothingGiven(besides others: [(flag: String, isGiven: Bool)]) throws {
        let given: [(flag: String, isGiven: Bool)] = [
            ("a study file", file != nil), ("--methods", methods != nil), ("--datasets", datasets != nil),
            ("--seconds", seconds != nil), ("--output", output != nil), ("--force", force),
        ] + settings.given.map { ("--\($0.key)", true) } + others
        for (flag, isGiven) in given where isGiven {
            throw UsageError("\(flag) does not go with --resume: a study goes on as it was begun; leave it out, or begin another")
        }
    }

    /// The folder, with the study in it.
    func begin(_ study: Study) throws -> StudyFolder {
        let folder = try output.map { try StudyFolder(at: $0, replacing: force) } ?? StudyFolder(under: "studies")
        try folder.write(study.yaml, to: StudyFolder.studyName)
        return folder
    }

    static func seeds(_ text: String) throws -> [UInt64] {
        let seeds = try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
            do { return try Setting.seed(word.filter { !$0.isWhitespace }) } catch {
                throw UsageError("--seeds: \(error); write it like --seeds 0,1,2")
            }
        }
        guard Set(seeds).count == seeds.count else { throw UsageError("--seeds: a seed is given twice; write each once") }
        guard seeds.count <= Study.mostSeeds else { throw UsageError("--seeds: \(seeds.count) are given; at most \(Study.mostSeeds) are taken") }
        return seeds
    }

    private func parts(_ list: String, _ flag: String, key: String, name: (String) -> String) throws -> [Study.Part] {
        guard let setting = Setting.named(key) else { return [] }
        let words = Self.split(list)
        guard !words.contains("") else { throw UsageError("--\(flag): a name is missing; write it like --\(flag) \(flag == "methods" ? "locoprop-m,backprop" : "fashion-mnist,curves")") }
        guard words.count <= Study.mostParts else { throw UsageError("--\(flag): \(words.count) are given; at most \(Study.mostParts) are compared") }
        var names: Set<String> = []
        return try words.map { word in
            guard names.insert(name(word)).inserted else { throw UsageError("--\(flag): '\(name(word).prefix(60))' is given twice; write each once") }
            return Study.Part(name: name(word), settings: [SettingText(setting: setting, text: word, source: .flag(flag))])
        }
    }

    /// At commas outside parentheses.
    static func split(_ list: String) -> [String] {
        var (words, word, depth) = ([String](), "", 0)
        for character in list {
            if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
            if character == ",", depth <= 0 {
                words.append(word)
                word = ""
            } else {
                word.append(character)
            }
        }
        return (words + [word]).map { String($0.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
    }
}
