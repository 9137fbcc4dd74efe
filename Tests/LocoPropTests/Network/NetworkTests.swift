import Activations
import LocoProp
import Testing

@Suite struct NetworkTests {
    private func dense(_ widths: [Int]) throws -> NetworkSpecification {
        try NetworkSpecification(
            inputWidth: widths[0], layers: widths.dropFirst().map { .init(width: $0, activation: Tanh()) })
    }

    @Test("initial values are seeded, and uniform within Glorot's bound and √(3/out)") func initialValues() throws {
        let specification = try dense([300, 200, 100])
        let network = Network<Float>(specification, seed: 1)
        #expect(network.layers == Network<Float>(specification, seed: 1).layers)
        #expect(network.layers != Network<Float>(specification, seed: 2).layers)
        for (layer, (inputs, outputs)) in zip(network.layers, [(300, 200), (200, 100)]) {
            let bound = Float((6 / Double(inputs + outputs)).squareRoot())
            #expect(layer.weights.count == inputs * outputs)
            #expect(layer.weights.allSatisfy { abs($0) <= bound })
            // Tens of thousands of draws come within 1 % of the bound, on both sides.
            #expect((layer.weights.max() ?? 0) > 0.99 * bound)
            #expect((layer.weights.min() ?? 0) < -0.99 * bound)
            #expect(layer.biases.allSatisfy { abs($0) <= Float((3 / Double(outputs)).squareRoot()) })
            #expect(Set(layer.biases).count > 50)
        }
    }

    @Test("parameters are counted, and read back bit by bit") func parameters() throws {
        let benchmark = try dense([784, 1000, 500, 250, 30, 250, 500, 1000, 784])
        #expect(benchmark.parameterCount == 2_837_314)
        let specification = try dense([3, 2, 4])
        let source = Network<Double>(specification, seed: 3).layers
        #expect(try Network(specification, layers: source).layers == source)
    }

    @Test("specifications are equal by widths and activations") func equality() throws {
        #expect(try dense([3, 2]) == dense([3, 2]))
        #expect(try dense([3, 2]) != dense([3, 3]))
        #expect(try dense([3, 2]) != dense([2, 2]))
        #expect(
            try dense([3, 2]) != NetworkSpecification(inputWidth: 3, layers: [.init(width: 2, activation: Linear())]))
        let slopes = try [0.1, 0.2].map {
            try NetworkSpecification(inputWidth: 3, layers: [.init(width: 2, activation: LeakyReLU(beta: $0))])
        }
        #expect(slopes[0] != slopes[1])
    }

    @Test("impossible networks say why") func impossible() throws {
        func message(_ widths: [Int]) -> String? {
            (#expect(throws: LocoPropError.self) { try dense(widths) })?.description
        }
        #expect(message([3]) == "the network has no layers; give at least two widths, such as 784-10")
        #expect(message([0, 3]) == "the input has width 0; widths are 1 to 1048576")
        #expect(message([3, 2, -1]) == "layer 2 has width -1; widths are 1 to 1048576")
        #expect(message([3, Int.max]) == "layer 1 has width \(Int.max); widths are 1 to 1048576")
        #expect(
            message([1 << 20, 1 << 20])
                == "the network has 1099512676352 parameters, more than the 268435456 supported; make its layers narrower")
    }

    @Test("values that do not fit are refused, and change nothing") func refusedValues() throws {
        let network = Network<Double>(try dense([3, 2]), seed: 1)
        let before = network.layers
        func message(_ layers: [LayerParameters<Double>]) -> String? {
            (#expect(throws: LocoPropError.self) { try Network(network.specification, layers: layers) })?.description
        }
        func set(_ weights: [Double], _ biases: [Double]) -> String? {
            (#expect(throws: LocoPropError.self) {
                try network.set(LayerParameters(weights: weights, biases: biases), ofLayer: 0)
            })?.description
        }
        #expect(message([]) == "values for 0 layers given to a network of 1; load them with the network they were saved from")
        #expect(
            set([1, 2, 3], [1, 2])
                == "layer 1: 3 weights given, the network has 6; load them with the network they were saved from")
        #expect(
            set([1, 2, 3, 4, 5, 6], [1])
                == "layer 1: 1 biases given, the network has 2; load them with the network they were saved from")
        #expect(
            set([1, 2, 3, 4, 5, 6], [1, .nan])
                == "layer 1: number 1 of the biases is not finite; the file they come from is damaged, or its training diverged")
        #expect(network.layers == before)
    }
}
