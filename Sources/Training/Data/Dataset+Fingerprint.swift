extension Dataset {
    /// Tells whether a run goes on with the data that it began with: a checksum of both sets' sizes and of some examples,
    /// evenly spread, with their labels. Data that differ elsewhere alone have the same; all of them would cost a pass.
    /// - Throws: ``DataError``, for a file that cannot be read any more.
    package func fingerprint() throws -> String {
        var sum = CRC32()
        for set in [train, test] {
            Array("\(set.count) of \(set.shapeText);".utf8).withUnsafeBytes { sum.add($0) }
            let step = max(1, set.count / 64)
            let indices = Array(stride(from: 0, to: set.count, by: step))
            var values = [Float](repeating: 0, count: set.width)
            for index in indices {
                try values.withUnsafeMutableBufferPointer { try set.copyExamples([index], into: $0) }
                values.withUnsafeBytes { sum.add($0) }
            }
            if let labels = set.labels { indices.map { labels[$0] }.withUnsafeBytes { sum.add($0) } }
        }
        return sum.text
    }
}
