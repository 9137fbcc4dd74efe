import Emit
import Testing

/// Catalogues of several packages in one program.
@Suite("Names of another package's modules") struct ModuleNamesTests {
    private static let catalogue = Array("schema: 1\nactivations:\n  - name: cube\n    type: Cube\n    title: Cube\n    link: a^3\n    integral: a^4/4\n".utf8)

    @Test("every symbol that the linker sees begins with the module")
    func symbols() throws {
        let (ours, theirs) = (
            try GeneratorPipeline.run(catalogue: Self.catalogue),
            try GeneratorPipeline.run(catalogue: Self.catalogue, modules: ModuleNames(swift: "Mine", kernels: "CMineKernels")))
        for file in theirs.kernels { #expect(!file.text.contains("CActivationKernels"), "\(file.name)") }
        for (our, their) in zip(ours.kernels, theirs.kernels) {
            #expect(our.name == their.name)
            #expect(our.text.replacing("CActivationKernels", with: "CMineKernels") == their.text)
            // A definition outside of any function begins at the margin; all others are static.
            for line in their.text.split(separator: "\n") where line.hasPrefix("const ") || line.hasPrefix("int ") || line.hasPrefix("extern ") {
                #expect(line.contains("CMineKernels_"), "\(line)")
            }
        }
    }

    @Test("the types are made of ActivationCore and the module's kernels, and are in a registry of its own", arguments: [
        ("Mine", "mine"), ("CustomActivations", "customActivations"), ("MLActivations", "mlActivations"), ("ML", "ml"),
        ("Repeat", "repeat"), ("mine", "mine"),
    ])
    func swift(_ module: String, _ registry: String) throws {
        let text = try GeneratorPipeline.run(
            catalogue: Self.catalogue, modules: ModuleNames(swift: module, kernels: "CMineKernels")).swift[0].text
        #expect(text.contains("public import ActivationCore\nimport CMineKernels\n"))
        #expect(text.contains("public static let `\(registry)` = ActivationRegistry(["))
        #expect(text.contains("CMineKernels_best(0, "))
        let own = try GeneratorPipeline.run(catalogue: Self.catalogue).swift[0].text
        #expect(own.contains("public static let catalogue = ActivationRegistry([") && !own.contains("import ActivationCore"))
    }
}
