/// The modules that the generated files belong to, from which their symbols have their names: so the catalogues of
/// several packages can live in one program.
public struct ModuleNames: Sendable, Hashable {
    /// The Swift module of the typed structs.
    public var swift: String
    /// The C module of the kernels.
    public var kernels: String

    public init(swift: String, kernels: String) {
        self.swift = swift
        self.kernels = kernels
    }

    /// Those of this package.
    public static let package = ModuleNames(swift: "Activations", kernels: "CActivationKernels")

    /// Whether the generated types live beside the protocols they conform to.
    var isPackage: Bool { swift == ModuleNames.package.swift }

    /// The static member of `ActivationRegistry` that holds the entries: `catalogue`, and for the module
    /// `MyActivations` of another package `myActivations`.
    var registry: String {
        guard !isPackage else { return "catalogue" }
        // A leading run of capitals is one word: MLActivations is mlActivations, and ML is ml.
        let run = swift.prefix { $0.isUppercase }.count
        let word = run > 1 && run < swift.count ? run - 1 : run
        return "`" + swift.prefix(word).lowercased() + swift.dropFirst(word) + "`"
    }
}
