import Activations
import LocoProp
import Testing
import Training
import TrainingTestSupport

@Suite struct SavedNetworkTests {
    private func network() throws -> Network<Float> {
        let elu = try ActivationRegistry.catalogue.make("elu(beta=0.3)")
        let sigmoid = try ActivationRegistry.catalogue.make("sigmoid")
        let specification = try NetworkSpecification(
            inputWidth: 4, layers: [.init(width: 3, activation: elu), .init(width: 4, activation: sigmoid)])
        return Network(specification, seed: 3)
    }

    private func save(_ notes: [(name: String, text: String)] = []) throws -> (TemporaryFolder, Safetensors) {
        let folder = try TemporaryFolder()
        let file = SavedNetwork(network: try network(), loss: .sigmoidCrossEntropy, notes: notes).safetensors
        try file.write(to: folder.file("weights.safetensors"))
        return (folder, file)
    }

    @Test func `a network comes back with its activations' parameters, loss and notes`() throws {
        let (folder, _) = try save([(name: "data", text: "curves")])
        for path in [folder.path, folder.file("weights.safetensors")] {
            let saved = try SavedNetwork(path: path, registry: .catalogue)
            #expect(saved.network.layers == (try network().layers))
            #expect(saved.network.specification == (try network().specification))
            #expect(saved.loss == .sigmoidCrossEntropy)
            #expect(saved[note: "data"] == "curves")
        }
    }

    /// A default may change in the catalogue; a saved network may not.
    @Test func `parameters are written even where they are the defaults`() throws {
        let specification = try NetworkSpecification(
            inputWidth: 1, layers: [.init(width: 1, activation: ActivationRegistry.catalogue.make("elu"))])
        let file = SavedNetwork(network: Network(specification, seed: 0), loss: .squaredError).safetensors
        #expect(file[metadata: "activations"] == #"["elu(beta=1.0)"]"#)
    }

    @Test func `learned parameters come back as they were left, and go on learning`() throws {
        let specification = try NetworkSpecification(
            inputWidth: 2,
            layers: [
                .init(width: 3, activation: PReLU()), .init(width: 3, activation: ELU(beta: 0.3), learning: ["beta"]),
                .init(width: 3, activation: PReLU(), learning: []), .init(width: 2, activation: Sigmoid()),
            ])
        let network = Network<Float>(specification, seed: 0)
        for (layer, value) in [(0, Float(0.1).nextUp), (1, 1e-30)] {
            var values = network.layers[layer]
            values.learned = [value]
            try network.set(values, ofLayer: layer)
        }
        let folder = try TemporaryFolder()
        let file = SavedNetwork(network: network, loss: .sigmoidCrossEntropy).safetensors
        #expect(file[metadata: "learned"] == #"[["beta"],["beta"],[],[]]"#)
        try file.write(to: folder.file("weights.safetensors"))
        let saved = try SavedNetwork(path: folder.path, registry: .catalogue).network
        #expect(saved.layers == network.layers)
        #expect(saved.specification.layers.map(\.learned) == [[0], [0], [], []])
        #expect(saved.activation(ofLayer: 0).parameterValues == [Double(Float(0.1).nextUp)])
        #expect(LearnedActivation.all(of: saved) == LearnedActivation.all(of: network))
        #expect(LearnedActivation.all(of: saved).map(\.description) == ["layer 1: prelu(beta=0.1)", "layer 2: elu(beta=1e-30)"])
    }

    @Test func `where nothing is learned the file says nothing of it`() throws {
        let (_, file) = try save()
        #expect(file[metadata: "learned"] == nil)
    }

    @Test func `a file that is no such network is refused with the reason`() throws {
        func reason(_ change: (inout Safetensors) -> Void) throws -> String {
            var (folder, file) = try save()
            change(&file)
            try file.write(to: folder.file("weights.safetensors"))
            return try #require(throws: WeightsError.self) { try SavedNetwork(path: folder.path, registry: .catalogue) }.reason
        }
        func setting(_ name: String, _ text: String) throws -> String {
            try reason { file in
                file.metadata.removeAll { $0.name == name }
                file.metadata.append((name, text))
            }
        }
        #expect(try reason { $0.metadata = [] } == "holds tensors, but no network of locoprop: its metadata has no locoprop_format")
        #expect(try setting("locoprop_format", "2") == "has format 2, and this program reads 1; take the program that wrote it")
        #expect(try reason { $0.metadata.removeAll { $0.name == "loss" } } == "its metadata has no 'loss'")
        #expect(try setting("network", "4-3") == "its metadata 'activations' does not list 1 activations")
        #expect(try setting("network", "4-3-x").hasPrefix("network '4-3-x': 'x' is no whole number"))
        #expect(try setting("network", "4-3-5") == "its tensor 'layers.1.weight' has shape [3, 4], and its network needs [3, 5]")
        #expect(try setting("activations", #"["elu(beta=-1)","sigmoid"]"#).hasPrefix("elu: parameter 'beta'"))
        for value in ["nan", "inf", "-inf", "1e999"] {
            #expect(try setting("activations", #"["elu(beta=\#(value))","sigmoid"]"#)
                == "elu: parameter 'beta': \(Double(value) ?? .nan) is outside its domain [0, inf).")
        }
        #expect(try setting("activations", #"["elu(beta=1,beta=2)","sigmoid"]"#).contains("parameter 'beta' is given twice"))
        for text in ["[[\"beta\"]]", "[[],[\"beta\"]]", "beta", "[1,2]"] {
            #expect(try setting("learned", text) == "its metadata 'learned' does not list the parameters learned by 2 layers, none by the last")
        }
        #expect(try setting("learned", "[[\"bta\"],[]]") == "unknown parameter of elu 'bta'. Did you mean 'beta'? Known: beta.")
        #expect(try setting("activations", #"["elo","sigmoid"]"#).contains("Did you mean 'elu'?"))
        #expect(try reason { $0.tensors.removeLast() } == "has no tensor 'layers.1.bias'")
        #expect(try reason { $0.tensors.append(.init(name: "more", shape: [1], values: [1])) }
            == "has a tensor 'more', and its network none of this name")
        #expect(try reason { $0.tensors[1] = .init(name: "layers.0.bias", shape: [3], values: [0, .nan, 0]) }
            == "layer 1: number 1 of the biases is not finite; the file they come from is damaged, or its training diverged")
    }

    @Test func `a path without a file is named`() throws {
        let error = try #require(throws: WeightsError.self) { try SavedNetwork(path: "no/such", registry: .catalogue) }
        #expect(error.description == "no/such: no such file; name a run's folder, or a file of weights")
        let folder = try TemporaryFolder()
        let empty = try #require(throws: WeightsError.self) { try SavedNetwork(path: folder.path, registry: .catalogue) }
        #expect(empty.description == "\(folder.path): holds no checkpoints/last.safetensors; name a run's folder, or a file of weights")
    }
}
