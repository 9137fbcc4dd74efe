/// The folder of a study, held by one process at a time:
///
/// | file | content |
/// |---|---|
/// | `study.yaml` | the study: `locoprop compare` and `locoprop sweep` take it |
/// | `runs/WORKLOAD/METHOD/…` | the run folders |
/// | `comparison.json`, `sweep.json` | the result, as far as it is there |
/// | `report.html` | the same for people |
/// | `figures/WORKLOAD-QUANTITY.svg` | of a comparison that is complete: the report's curves, each in a file |
/// | `tuned.yaml` | of a sweep: the study with the values that were found |
package final class StudyFolder {
    package let path: String
    private let lock: RunLock

    package static let studyName = "study.yaml"
    package static let comparisonName = "comparison.json"
    package static let sweepName = "sweep.json"
    package static let reportName = "report.html"
    package static let tunedName = "tuned.yaml"
    package static let figuresName = "figures"

    /// Begins a study.
    /// - Parameter replacing: whether the folder may hold an earlier one.
    /// - Throws: ``RunFolderError``, ``StudyError``, ``FileError``.
    package init(at path: String, replacing: Bool) throws {
        guard !path.isEmpty else { throw RunFolderError.notAFolder(path) }
        switch FileSystem.kind(of: path) {
        case .missing: try FileSystem.makeDirectory(path)
        case .directory:
            let names = FileSystem.names(in: path).filter { $0 != RunLock.name }
            guard names.isEmpty || replacing && names.contains(Self.studyName) else { throw StudyError.taken(path) }
        case .unreadable(let reason): throw FileError(path: path, action: "write to", reason: reason)
        default: throw RunFolderError.notAFolder(path)
        }
        self.path = path
        lock = try RunLock(in: path)
    }

    /// Begins a study in a new folder under `parent`, named by the date.
    package convenience init(under parent: String) throws {
        try FileSystem.makeDirectory(parent)
        let stem = FileSystem.joined(parent, RunFolder.date())
        for number in 1...1000 {
            let path = number == 1 ? stem : "\(stem)-\(number)"
            if try FileSystem.makeNewDirectory(path) {
                try self.init(at: path, replacing: false)
                return
            }
        }
        throw StudyError.taken(stem)
    }

    /// Takes up a study again.
    /// - Throws: ``RunFolderError``, ``StudyError``.
    package init(resuming path: String) throws {
        guard !path.isEmpty, FileSystem.kind(of: path) == .directory else { throw RunFolderError.notAFolder(path) }
        guard FileSystem.kind(of: FileSystem.joined(path, Self.studyName)) != .missing else { throw StudyError.notAStudy(path) }
        self.path = path
        lock = try RunLock(in: path)
    }

    package func file(_ name: String) -> String { FileSystem.joined(path, name) }

    /// Writes a file whole or not at all.
    package func write(_ text: String, to name: String) throws(FileError) {
        try OutputFile.replace(file(name)) { (file) throws(FileError) in try file.write(text) }
    }

    /// Writes files into a folder of the study's, which is made if it is missing.
    package func write(_ files: [(name: String, text: String)], into folder: String) throws(FileError) {
        try FileSystem.makeDirectory(file(folder))
        for (name, text) in files { try write(text, to: "\(folder)/\(name)") }
    }

    /// The folder of a pairing's runs; it is not made.
    package func runs(_ pairing: Study.Pairing, of study: Study) -> String {
        let workload = Self.folderNames(study.workloads.map(\.name))[pairing.workload]
        let method = Self.folderNames(study.methods.map(\.name))[pairing.method]
        return file("runs/\(workload)/\(method)")
    }

    /// Names as folders may have them, all different: `curves-tanh` for `CURVES, tanh`.
    package static func folderNames(_ names: [String]) -> [String] {
        var taken: Set<String> = []
        return names.map { name in
            let words = name.lowercased().split { !(("a"..."z").contains($0) || ("0"..."9").contains($0)) }
            let stem = words.isEmpty ? "unnamed" : words.joined(separator: "-")
            var (candidate, number) = (stem, 2)
            while !taken.insert(candidate).inserted {
                candidate = "\(stem)-\(number)"
                number += 1
            }
            return candidate
        }
    }
}
