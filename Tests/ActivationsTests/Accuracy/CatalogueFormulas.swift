import Catalogue

/// The package's own catalogue, as the reader gives it: the formulas as written.
enum CatalogueFormulas {
    static let entries: [String: CatalogueEntry] = {
        var root = #filePath
        for _ in 0..<4 { root = String(root[..<(root.lastIndex(of: "/") ?? root.startIndex)]) }
        let entries = CatalogueReader.read(path: root + "/activations.yaml").entries
        return Dictionary(uniqueKeysWithValues: entries.map { ($0.name.value, $0) })
    }()
}
