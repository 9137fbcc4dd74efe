#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The few questions to the file system that reading data and keeping runs need.
package enum FileSystem {
    package enum Kind: Equatable {
        case missing
        case file(bytes: Int)
        case directory
        /// A pipe, socket or device: reading one could wait for ever or never end.
        case special
        /// The system would not say: `reason` is its word for why.
        case unreadable(reason: String)
    }

    /// What `path` names, symbolic links followed.
    package static func kind(of path: String) -> Kind {
        // A path with a NUL byte would silently be cut there.
        guard !path.utf8.contains(0) else { return .missing }
        var status = stat()
        guard stat(path, &status) == 0 else {
            return errno == ENOENT || errno == ENOTDIR
                ? .missing : .unreadable(reason: String(cString: strerror(errno)))
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file(bytes: Int(status.st_size))
        case S_IFDIR: return .directory
        default: return .special
        }
    }

    /// The names in a directory, sorted; empty where it cannot be read.
    package static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            // Read where it lies: an entry is shorter than its type says. A stored field has an offset.
            let start = UnsafeRawPointer(entry) + MemoryLayout<dirent>.offset(of: \.d_name)!
            let name = String(cString: start.assumingMemoryBound(to: CChar.self))
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes a directory and those above it, as `mkdir -p` does.
    package static func makeDirectory(_ path: String) throws(FileError) {
        var prefix = path.hasPrefix("/") ? "/" : ""
        for component in path.split(separator: "/") {
            prefix += component
            if mkdir(prefix, 0o777) != 0 {
                // Looking whether it is there already sets another error.
                let error = FileError.last(prefix, "make the folder")
                guard kind(of: prefix) == .directory else { throw error }
            }
            prefix += "/"
        }
    }

    /// Makes one directory that must not exist yet. Returns whether it did not.
    package static func makeNewDirectory(_ path: String) throws(FileError) -> Bool {
        if mkdir(path, 0o777) == 0 { return true }
        if errno == EEXIST { return false }
        throw FileError.last(path, "make the folder")
    }

    /// Removes a file; a missing one is no error.
    package static func removeFile(_ path: String) throws(FileError) {
        if unlink(path) != 0, errno != ENOENT { throw FileError.last(path, "remove") }
    }

    /// Removes the files in a directory whose names end so, which a program that was killed has left.
    package static func removeFiles(in directory: String, ending suffix: String) {
        for name in names(in: directory) where name.hasSuffix(suffix) { unlink(joined(directory, name)) }
    }

    /// Waits until the directory that holds `path` is on the disk: a renamed file then outlives a power cut under its
    /// new name. Some file systems cannot do it, and have nothing to be told.
    package static func synchronizeDirectory(of path: String) {
        let parent = path.lastIndex(of: "/").map { path[...$0] } ?? "."
        let descriptor = open(String(parent), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// The path from the root of what `path` names, symbolic links unresolved; a name of nothing stays.
    package static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/"), kind(of: path) != .missing else { return path }
        guard let here = getcwd(nil, 0) else { return path }
        defer { free(here) }
        let rest = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        return joined(String(cString: here), rest)
    }

    package static func joined(_ directory: String, _ name: String) -> String {
        directory.hasSuffix("/") ? directory + name : directory + "/" + name
    }
}
