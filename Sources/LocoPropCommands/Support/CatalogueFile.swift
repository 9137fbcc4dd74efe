import Catalogue
import YAMLReader

/// A catalogue that a command names: a path, or `-` for standard input.
struct CatalogueFile {
    /// What messages call it.
    let name: String
    /// Empty where the file cannot be read; `reading` then says why.
    let bytes: [UInt8]
    let reading: CatalogueReader.Reading

    init(_ path: String) {
        name = path == "-" ? "<stdin>" : path
        switch TextFile.read(path == "-" ? "/dev/stdin" : path) {
        case .success(let bytes):
            self.bytes = bytes
            reading = CatalogueReader.read(bytes: bytes)
        case .failure(let problem):
            bytes = []
            reading = ([], [problem.diagnostic])
        }
    }

    init(name: String, text: String) {
        self.name = name
        bytes = Array(text.utf8)
        reading = CatalogueReader.read(bytes: bytes)
    }

    /// Prints problems to standard error, as the build does.
    func report(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        let renderer = DiagnosticRenderer(path: Text.printable(name), bytes: bytes, colours: StandardError.showsColours)
        StandardError.print(renderer.text(diagnostics))
    }
}
