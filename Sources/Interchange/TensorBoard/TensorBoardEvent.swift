/// A record of a TensorBoard event file: numbers or histograms at a step, or the file's first record.
///
/// Source: tensorflow/core/util/event.proto and tensorflow/core/framework/summary.proto, Apache License 2.0.
package struct TensorBoardEvent {
    private let message: ProtobufMessage

    /// What every file begins with.
    /// - Parameter time: in seconds since 1970.
    package static func beginning(time: Double) -> TensorBoardEvent {
        TensorBoardEvent(message: ProtobufMessage { message in
            message.add(1, double: time)
            message.add(3, text: "brain.Event:2")
        })
    }

    /// Tells readers that a process goes on from before `step`, whatever they have seen of it and later.
    package static func restart(time: Double, step: Int) -> TensorBoardEvent {
        TensorBoardEvent(message: ProtobufMessage { message in
            message.add(1, double: time)
            message.add(2, integer: step)
            message.add(7, message: ProtobufMessage { $0.add(1, integer: 1) })  // SessionLog.START
        })
    }

    /// One or more values at a step.
    package init(time: Double, step: Int, _ values: [(tag: String, value: TensorBoardValue)]) {
        self.init(message: ProtobufMessage { message in
            message.add(1, double: time)
            message.add(2, integer: step)
            message.add(5, message: ProtobufMessage { summary in
                for (tag, value) in values {
                    summary.add(1, message: ProtobufMessage { message in
                        message.add(1, text: tag)
                        switch value {
                        case .scalar(let number): message.add(2, float: Float(number))
                        case .histogram(let histogram): message.add(5, message: histogram.message)
                        }
                    })
                }
            })
        })
    }

    private init(message: ProtobufMessage) { self.message = message }

    /// As it lies in the file.
    package var bytes: [UInt8] { TFRecord.framed(message.bytes) }
}

package enum TensorBoardValue {
    case scalar(Double)
    case histogram(TensorBoardHistogram)
}

/// How often numbers lie where, in ranges of equal width from the least to the greatest.
package struct TensorBoardHistogram {
    package let least: Double
    package let greatest: Double
    package let counts: [Int]
    private let sum: Double
    private let sumOfSquares: Double

    /// Of the finite ones among `values`; `nil` if there are none.
    package init?(of values: UnsafeBufferPointer<Float>, ranges: Int = 30) {
        var (least, greatest) = (Float.infinity, -Float.infinity)
        for value in values where value.isFinite {
            least = Swift.min(least, value)
            greatest = Swift.max(greatest, value)
        }
        guard least <= greatest else { return nil }
        (self.least, self.greatest) = (Double(least), Double(greatest))
        let scale = least < greatest ? Double(ranges) / (self.greatest - self.least) : 0
        var counts = [Int](repeating: 0, count: ranges)
        var (sum, sumOfSquares) = (0.0, 0.0)
        for value in values where value.isFinite {
            let x = Double(value)
            counts[Swift.min(Int((x - self.least) * scale), ranges - 1)] += 1
            sum += x
            sumOfSquares += x * x
        }
        (self.counts, self.sum, self.sumOfSquares) = (counts, sum, sumOfSquares)
    }

    fileprivate var message: ProtobufMessage {
        let width = (greatest - least) / Double(counts.count)
        let upper = counts.indices.map { $0 == counts.count - 1 ? greatest : least + width * Double($0 + 1) }
        return ProtobufMessage { message in
            message.add(1, double: least)
            message.add(2, double: greatest)
            message.add(3, double: Double(counts.reduce(0, +)))
            message.add(4, double: sum)
            message.add(5, double: sumOfSquares)
            message.add(6, packed: upper)
            message.add(7, packed: counts.map(Double.init))
        }
    }
}
