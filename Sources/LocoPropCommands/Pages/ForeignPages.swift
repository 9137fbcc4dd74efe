import Training

/// A page that no command of ours wrote is someone's work, and is not replaced.
enum ForeignPages {
    /// - Throws: ``UsageError`` if anything but a page of that generator stands at `path`.
    static func refuse(_ path: String, generator: String) throws {
        switch FileSystem.kind(of: path) {
        case .missing: return
        case .file:
            let file = try InputFile(path)
            var start = [UInt8](repeating: 0, count: 2048)
            let count = try start.withUnsafeMutableBytes { (buffer) throws(FileError) in try file.read(into: buffer) }
            guard String(decoding: start.prefix(count), as: UTF8.self).contains("content=\"\(generator)\"") else {
                throw UsageError("'\(path)' is there and '\(generator)' did not write it: choose another --output, or move it away")
            }
        case .directory, .special, .unreadable:
            throw UsageError("'\(path)' is no file that could be replaced: choose another --output")
        }
    }
}
