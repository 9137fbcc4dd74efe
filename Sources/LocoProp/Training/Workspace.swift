import ActivationCore
import CTrainingKernels

/// Everything a step reads and writes, made once.
final class Workspace<Scalar: ActivationScalar> {
    let network: Network<Scalar>
    let loss: FinalLoss
    let method: Method
    /// The trainer's, or the method's own (``Method/ownOptimizer``).
    let optimizer: Optimizer
    let decay: WeightDecay
    let clip: GradientClip
    /// The method's γ; less for a batch whose gradients were clipped by their norm.
    var gamma: Double
    let batchSize: Int
    let members: Int
    let layers: [LayerPlan<Scalar>]
    /// By member, the columns that are its share of a pass over the parameters.
    let pieces: [[Piece]]
    let kernels: UnsafePointer<training_kernels>

    /// By layer, [batchSize, out]: pre-activations a, outputs f(a), and the gradient ∂L/∂a, which the
    /// local phase turns into the target t in place.
    let preActivations: [AlignedBuffer<Scalar>]
    let outputs: [AlignedBuffer<Scalar>]
    let gradients: [AlignedBuffer<Scalar>]
    /// Where a step writes the parameters; exchanged with the network's when it succeeds.
    var nextParameters: AlignedBuffer<Scalar>
    /// The optimizer's state, laid out like the parameters.
    let slots: [AlignedBuffer<Scalar>]
    /// Optimizer iterations so far, the same for every layer: Adam's t.
    var iterations = 0.0

    /// Whether ``gradients`` holds the targets of a finished step.
    var holdsTargets = false

    /// The batch of the running pass.
    var inputs: UnsafePointer<Scalar>
    var targets: UnsafePointer<Scalar>
    var rows = 0

    init(
        network: Network<Scalar>, loss: FinalLoss, method: Method, optimizer: Optimizer, decay: WeightDecay,
        clip: GradientClip, batchSize: Int, members: Int
    ) {
        self.network = network
        self.loss = loss
        self.method = method
        self.optimizer = method.ownOptimizer ?? optimizer
        self.decay = decay
        self.clip = clip
        gamma = method.gamma
        self.batchSize = batchSize
        self.members = members
        let specification = network.specification
        layers = specification.layers.indices.map { index in
            let layer = specification.layers[index]
            let kernels: LayerKernels<Scalar> = LayerKernels(layer.activation)
            let learning = LayerLearning<Scalar>(layer, batchSize: batchSize)
            return LayerPlan(
                index: index, inputs: specification.inputWidth(ofLayer: index), outputs: layer.width,
                offset: network.offsets[index],
                kernels: learning.map { kernels.reading(parametersFrom: $0.current.base) } ?? kernels,
                learning: learning)
        }
        pieces = WorkPlan.pieces(layers: layers.map { ($0.inputs, $0.outputs, $0.isWhole) }, members: members)
        // Both precisions have a baseline variant, so there is always a best one.
        kernels = training_kernels_best(Scalar.kernelPrecision)!
        let block = { (layer: LayerPlan<Scalar>) in AlignedBuffer<Scalar>(count: batchSize * layer.outputs) }
        preActivations = layers.map(block)
        outputs = layers.map(block)
        gradients = layers.map(block)
        let parameterCount = network.parameters.count
        nextParameters = AlignedBuffer(count: parameterCount)
        slots = self.optimizer.descriptor.slotNames.map { _ in AlignedBuffer(count: parameterCount) }
        inputs = UnsafePointer(preActivations[0].base)
        targets = inputs
        resetOptimizer()
    }

    /// Whether the step's own gradient is clipped by its norm.
    var clipsNormOfStep: Bool { method.kind == .backProp && clip.kind == .norm }

    /// What an error calls layer `index`, counted from 0.
    func place(ofLayer index: Int) -> LocoPropError.LayerPlace {
        .init(layer: index + 1, activation: "\(network.specification.layers[index].activation)")
    }

    func resetOptimizer() {
        for (index, slot) in slots.enumerated() { slot.fill(Scalar(optimizer.initialValue(ofSlot: index))) }
        iterations = 0
    }

    /// Takes the learned parameters that the network has, before a pass.
    func readLearnedParameters() {
        for layer in layers {
            layer.learning?.read(network.parameters.base + layer.offset + layer.learnedOffset)
        }
    }

    /// The input X of layer `index`, [rows, in].
    func input(ofLayer index: Int) -> UnsafePointer<Scalar> {
        index == 0 ? inputs : UnsafePointer(outputs[index - 1].base)
    }
}
