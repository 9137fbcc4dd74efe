#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The Swift files under a folder, as paths inside the package, in order.
func swiftFiles(under folder: String) throws -> [String] {
    let root = packageFile("")
    return try FileManager.default.subpathsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".swift") }
        .sorted()
        .map { String((folder + "/" + $0).dropFirst(root.count)) }
}

/// The names of the folders in a folder.
func folders(of folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.contains(".") }.sorted()
}
