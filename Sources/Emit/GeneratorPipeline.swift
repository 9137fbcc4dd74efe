import Analysis
import Catalogue
import YAMLReader

/// The generator, from the catalogue's bytes to the generated files' bytes: pure memory in, memory out.
///
///     bytes ─ CatalogueReader ─▶ entries ─ CatalogueAnalysis ─▶ checked entries ─ EntryForms ─▶ stable forms ─▶ files
///
/// Every problem of the file is reported in one run; a file with any problem generates nothing.
public enum GeneratorPipeline {
    public struct Output: Sendable {
        /// For the C target: kernels and their formulas.
        public var kernels: [GeneratedFile]
        /// For the Swift target: the typed structs and the registry.
        public var swift: [GeneratedFile]
        /// For people: the reference page.
        public var reference: [GeneratedFile]
        let entries: [GeneratedEntry]

        /// For people: the drawings on the reference page. Drawn when they are asked for, which no build does.
        public func plots() -> [GeneratedFile] { PlotFiles(entries: entries).files() }
    }

    public static func run(
        catalogue bytes: [UInt8], modules: ModuleNames = .package
    ) throws(CatalogueProblems) -> Output {
        let analysis = CatalogueAnalysis(CatalogueReader.read(bytes: bytes))
        guard analysis.diagnostics.isEmpty else { throw CatalogueProblems(diagnostics: analysis.diagnostics) }
        let generated = analysis.entries.enumerated().map { GeneratedEntry(ordinal: $0, $1) }
        return files(for: generated, digest: FileHeader.digest(of: bytes), modules: modules)
    }

    static func files(for entries: [GeneratedEntry], digest: String, modules: ModuleNames) -> Output {
        let header = FileHeader(catalogueDigest: digest)
        let dispatch = KernelDispatch(entries: entries, header: header, module: modules.kernels).text()
        return Output(
            kernels: (0..<KernelShard.count).flatMap { KernelShard($0, of: entries, module: modules.kernels).files() }
                + [GeneratedFile(name: KernelDispatch.fileName, text: dispatch)],
            swift: [
                GeneratedFile(
                    name: SwiftActivations.fileName,
                    text: SwiftActivations(entries: entries, header: header, modules: modules).text())
            ],
            reference: [
                GeneratedFile(
                    name: ReferencePage.fileName, text: ReferencePage(entries: entries, header: header).text())
            ],
            entries: entries)
    }
}

/// A file of the output and its text. Names of what the build compiles have no folders and are the same for every
/// catalogue.
public struct GeneratedFile: Sendable, Hashable {
    public var name: String
    public var text: String
}

/// Everything wrong with a catalogue, in the order of the file.
public struct CatalogueProblems: Error, Sendable {
    public var diagnostics: [Diagnostic]
}
