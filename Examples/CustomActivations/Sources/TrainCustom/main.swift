import Activations
import CustomActivations
import LocoProp

// The package's activations by name, beside those of its own catalogue.
let registry = try ActivationRegistry.catalogue.adding(.customActivations)
print("Custom activations: \(ActivationRegistry.customActivations.names.joined(separator: ", "))")

// As a type …
let f = try SmoothLeaky(beta: 0.2)
print("\(f): f(1) = \(f.link(1.0)), f⁻¹(f(1)) = \(f.inverse(f.link(1.0)))")

// … and by name, in a network that learns the product of two numbers.
let network = try NetworkSpecification(
    inputWidth: 2,
    layers: [(16, "log_modulus"), (16, "smooth_leaky(beta=0.2)"), (8, "sharp_softmax"), (1, "linear")], registry: registry)

var random = SeededGenerator(seed: 1)
let inputs = (0..<512).map { _ in Float(random.nextUniform(within: 1)) }
let products = stride(from: 0, to: inputs.count, by: 2).map { inputs[$0] * inputs[$0 + 1] }

for (name, method) in [("BackProp", Method.backProp), ("LocoProp-M", try Method(parsing: "locoprop-m"))] {
    let trainer = try Trainer(
        network: Network<Float>(network, seed: 0), loss: .squaredError, method: method, optimizer: Optimizer(.adam),
        batchSize: products.count, threads: 1)
    let before = try trainer.loss(inputs: inputs, targets: products)
    for _ in 0..<500 {
        try inputs.withUnsafeBufferPointer { inputs in
            try products.withUnsafeBufferPointer { products in
                _ = try trainer.step(inputs: inputs, targets: products, learningRate: 1e-3)
            }
        }
    }
    let after = try trainer.loss(inputs: inputs, targets: products)
    print("\(name): loss \(before) before, \(after) after 500 steps")
}
