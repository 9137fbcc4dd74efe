import ActivationCore

extension Trainer {
    /// A copy of what lasts from step to step besides the network.
    public var state: TrainerState {
        TrainerState(
            tensors: stateArrays.map {
                .init(name: $0.name, shape: $0.shape, element: $0.element, bytes: Array($0.bytes))
            },
            counters: stateCounters.map { .init(name: $0.name, value: $0.value) })
    }

    /// Puts a state back that a trainer of the same network, method and optimizer has had.
    /// - Throws: ``LocoPropError/state(part:reason:)`` if a part is missing, is one too many, or has another shape;
    ///   the trainer is then as it was.
    public func restore(_ state: TrainerState) throws(LocoPropError) {
        let (arrays, counters) = (stateArrays, stateCounters)
        let tensors = Dictionary(state.tensors.map { ($0.name, $0) }) { first, _ in first }
        let values = Dictionary(state.counters.map { ($0.name, $0.value) }) { first, _ in first }
        for array in arrays {
            guard let tensor = tensors[array.name] else { throw .state(part: array.name, reason: "is missing") }
            guard tensor.shape == array.shape, tensor.element == array.element, tensor.bytes.count == array.bytes.count else {
                throw .state(
                    part: array.name,
                    reason: "has shape \(tensor.shape) of \(tensor.element), and \(array.shape) of \(array.element) is needed")
            }
        }
        for counter in counters where values[counter.name] == nil {
            throw .state(part: counter.name, reason: "is missing")
        }
        let known = Set(arrays.map(\.name) + counters.map(\.name))
        for name in state.tensors.map(\.name) + state.counters.map(\.name) where !known.contains(name) {
            throw .state(part: name, reason: "is not known to it")
        }
        // Every one of them has just been found.
        for array in arrays { array.bytes.copyBytes(from: tensors[array.name]?.bytes ?? []) }
        for counter in counters { counter.write(values[counter.name] ?? 0) }
        for holder in stateHolders { holder.stateWasRestored() }
    }

    /// The state's arrays where they lie, for writing without a copy: use them before the next step, and while the
    /// trainer lives.
    package var stateArrays: [StateArray] { stateHolders.flatMap(\.stateArrays) }
    package var stateCounters: [StateCounter] { stateHolders.flatMap(\.stateCounters) }
}

extension Workspace: StateHolder {
    /// The optimizer's slots, by layer and part: `optimizer.layers.0.weight.mean`.
    var stateArrays: [StateArray] {
        layers.flatMap { layer in
            zip(optimizer.descriptor.slotNames, slots).flatMap { slot, buffer in
                layer.parts.map { part in
                    StateArray(
                        "optimizer.layers.\(layer.index).\(part.name).\(slot)", part.shape, in: buffer,
                        from: layer.offset + part.offset)
                }
            }
        }
    }

    var stateCounters: [StateCounter] {
        [
            StateCounter("optimizer.iterations", read: { UInt64(self.iterations) }) { self.iterations = Double($0) }
        ]
    }
}

extension LayerPlan {
    /// The parts of the layer's parameters, and of everything laid out like them.
    var parts: [(name: String, shape: [Int], offset: Int)] {
        let learned = learning?.places.count ?? 0
        return [("weight", [inputs, outputs], 0), ("bias", [outputs], biasOffset)]
            + (learned > 0 ? [("learned", [learned], learnedOffset)] : [])
    }
}

extension Network {
    /// The parameters where they lie: `layers.0.weight` [in, out], `layers.0.bias` [out], and `layers.0.learned` where
    /// an activation learns. A step exchanges the memory: use them before the next one, and while the network lives.
    package var parameterArrays: [StateArray] {
        specification.layers.indices.flatMap { index in
            let (inputs, layer) = (specification.inputWidth(ofLayer: index), specification.layers[index])
            let (start, name) = (offsets[index], "layers.\(index)")
            let arrays = [
                StateArray("\(name).weight", [inputs, layer.width], in: parameters, from: start),
                StateArray("\(name).bias", [layer.width], in: parameters, from: start + inputs * layer.width),
            ]
            return layer.learned.isEmpty ? arrays : arrays + [
                StateArray(
                    "\(name).learned", [layer.learned.count], in: parameters, from: start + (inputs + 1) * layer.width)
            ]
        }
    }
}
