import Training

extension ExampleSet {
    /// The examples of these indices as one array.
    func values(_ indices: some Collection<Int>) throws -> [Float] {
        var values = [Float](repeating: -1, count: indices.count * width)
        try values.withUnsafeMutableBufferPointer { try copyExamples(indices, into: $0) }
        return values
    }
}
