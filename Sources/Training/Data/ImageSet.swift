/// Grey images of one size, with their labels where they have any.
public struct ImageSet: Sendable {
    public let count: Int
    public let rows: Int
    public let columns: Int
    /// One label an image, or `nil`.
    public let labels: [UInt8]?
    package let pixels: Pixels

    /// Grey values image after image, row after row. Bytes stay bytes until their batch: 255 is 1.
    package enum Pixels: Sendable {
        case bytes([UInt8])
        case floats([Float])
    }

    package init(count: Int, rows: Int, columns: Int, pixels: Pixels, labels: [UInt8]?) {
        self.count = count
        self.rows = rows
        self.columns = columns
        self.pixels = pixels
        self.labels = labels
    }

    /// The number of pixels of an image.
    public var width: Int { rows * columns }

    /// The number of classes that the labels count from 0; 0 without labels.
    public var classCount: Int { labels.map { Int($0.max() ?? 0) + 1 } ?? 0 }

    /// Writes the images of these indices into `buffer` ([images, width]), scaled to [0, 1].
    package func copyImages(_ indices: some Collection<Int>, into buffer: UnsafeMutableBufferPointer<Float>) {
        precondition(buffer.count >= indices.count * width, "the buffer holds a batch")
        var place = 0
        switch pixels {
        case .bytes(let bytes):
            for index in indices {
                for at in index * width..<(index + 1) * width {
                    buffer[place] = Float(bytes[at]) / 255
                    place += 1
                }
            }
        case .floats(let floats):
            for index in indices {
                for at in index * width..<(index + 1) * width {
                    buffer[place] = floats[at]
                    place += 1
                }
            }
        }
    }

    /// Writes the labels of these indices into `buffer` ([images, classes]) as rows with a single one.
    package func copyLabels(
        _ indices: some Collection<Int>, classes: Int, into buffer: UnsafeMutableBufferPointer<Float>
    ) {
        precondition(buffer.count >= indices.count * classes, "the buffer holds a batch")
        guard let labels else { return }
        buffer.update(repeating: 0)
        for (row, index) in indices.enumerated() where Int(labels[index]) < classes {
            buffer[row * classes + Int(labels[index])] = 1
        }
    }
}
