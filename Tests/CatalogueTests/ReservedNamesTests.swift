import Catalogue
import Testing

/// Names that generated types may not take.
@Suite struct ReservedNamesTests {
    @Test(arguments: ["Float", "Array", "Any", "Self", "Task", "Activation", "ActivationDescriptor", "Symbolic", "Swift", "Regex"])
    func theseAreReserved(_ name: String) { #expect(ReservedNames.meaning(ofType: name) != nil) }

    @Test(arguments: ["Linear", "Tanh", "ELU", "ReLU", "Softsign", "Step", "Sigmoid"])
    func theseAreFree(_ name: String) { #expect(ReservedNames.meaning(ofType: name) == nil) }

    /// A generated type called like a module could hide it. Each folder of Sources is a module.
    @Test func everyModuleIsReserved() throws {
        let modules = try folders(of: packageFile("Sources")) + folders(of: packageFile("Plugins"))
        #expect(modules.contains("Symbolic"))
        for name in modules { #expect(ReservedNames.meaning(ofType: name) != nil, "add \(name) to ReservedNames") }
    }

    /// Generated types live in Activations and are used beside LocoProp and Training.
    @Test(arguments: ["ActivationCore", "Activations", "LocoProp", "Training"])
    func everyPublicTypeOfTheRuntimeIsReserved(_ module: String) throws {
        for path in try swiftFiles(under: packageFile("Sources/\(module)")) {
            let text = try packageText(path)
            for match in text.matches(of: /(?m)^(?:@\S+ )*public (?:final |indirect )?(struct|enum|class|protocol|actor|typealias) (\w+)(.*)$/) {
                // The generated types themselves, or those that stand in for them, are what the names are for.
                if match.1 == "struct", match.3.hasPrefix(": Activation") || match.3.hasPrefix(": ElementwiseActivation")
                    || match.3.hasPrefix(": CoupledActivation") { continue }
                let name = String(match.2)
                #expect(ReservedNames.meaning(ofType: name) != nil, "add \(name) to ReservedNames.packageTypes")
            }
        }
    }
}
