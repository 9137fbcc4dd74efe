import LocoProp

extension Dataset {
    /// Whether the values of both parts are targets that a loss is defined for: sigmoid cross entropy needs [0, 1] where
    /// inputs are rebuilt. The other losses take any.
    /// - Throws: ``DataError`` with the first value that is not, and the number of further ones.
    package func checkTargets(for loss: FinalLoss) throws {
        guard loss == .sigmoidCrossEntropy else { return }
        for (part, set) in [("training", train), ("test", test)] {
            guard let (index, value, further) = try set.valuesOutsideUnitInterval() else { continue }
            let place = ExampleSet.place(of: index, shape: set.shape)
            throw DataError(
                name,
                .badTarget(
                    value: value, place: "\(part) \(place)", further: further, loss: loss.rawValue,
                    domain: "values from 0 to 1"))
        }
    }
}

extension ExampleSet {
    /// The first value outside [0, 1], by its index in C order, and the number of further ones.
    func valuesOutsideUnitInterval() throws -> (index: Int, value: Float, further: Int)? {
        // Grey bytes, as most pictures are, cannot be outside.
        if case .bytes(_, unit: 255) = storage, scale == nil { return nil }
        var first: (index: Int, value: Float)?
        var further = 0
        try forEachBlock { start, values in
            for (index, value) in values.enumerated() where !(value >= 0 && value <= 1) {
                if first == nil { first = (start * width + index, value) } else { further += 1 }
            }
        }
        return first.map { ($0.index, $0.value, further) }
    }
}
