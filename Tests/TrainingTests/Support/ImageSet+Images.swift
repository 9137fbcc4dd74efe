import Training

extension ImageSet {
    /// The images of these indices as one array.
    func images(_ indices: some Collection<Int>) -> [Float] {
        var values = [Float](repeating: -1, count: indices.count * width)
        values.withUnsafeMutableBufferPointer { copyImages(indices, into: $0) }
        return values
    }
}
