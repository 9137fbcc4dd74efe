import Foundation

/// What `make test-interop` prepares for these tests. Suites are `.enabled(if: Interop.folder != nil, …)`.
enum Interop {
    /// Where the environment of these tests lives; `nil` where nobody asked for them.
    static let folder: URL? = ProcessInfo.processInfo.environment["LOCOPROP_INTEROP"].flatMap {
        $0.isEmpty ? nil : URL(fileURLWithPath: $0, isDirectory: true)
    }

    /// Makes an empty folder of a test's own under ``folder``; what an earlier run left there goes.
    static func emptyFolder(_ name: String) throws -> URL {
        guard let folder else { throw Missing(what: "LOCOPROP_INTEROP is not set") }
        let path = folder.appendingPathComponent(name, isDirectory: true)
        try? FileManager.default.removeItem(at: path)
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        return path
    }

    struct Missing: Error, CustomStringConvertible {
        let what: String
        var description: String { "\(what); run these tests with: make test-interop" }
    }
}
