/// All that a trainer carries from one step to the next besides its network: the optimizer's slots, a method's own
/// matrices, and counters such as Adam's t. Put into a trainer of the same network, method and optimizer, together
/// with the network's parameters, the steps that follow have the same bits as if nothing had happened in between.
public struct TrainerState: Sendable, Equatable {
    /// A named array, row-major; its numbers as they lie in memory, so that not a bit is lost.
    public struct Tensor: Sendable, Equatable {
        public let name: String
        public let shape: [Int]
        public let element: StateElement
        public let bytes: [UInt8]

        public init(name: String, shape: [Int], element: StateElement, bytes: [UInt8]) {
            self.name = name
            self.shape = shape
            self.element = element
            self.bytes = bytes
        }
    }

    /// A named whole number, or a word of a random generator.
    public struct Counter: Sendable, Equatable {
        public let name: String
        public let value: UInt64

        public init(name: String, value: UInt64) {
            self.name = name
            self.value = value
        }
    }

    public var tensors: [Tensor]
    public var counters: [Counter]

    public init(tensors: [Tensor], counters: [Counter]) {
        self.tensors = tensors
        self.counters = counters
    }
}

/// What a state's array consists of.
public enum StateElement: String, Sendable, CaseIterable {
    case float32, float64

    public var byteCount: Int { self == .float32 ? 4 : 8 }
}

/// One array of a trainer's state, where it lies; valid as long as its holder.
package struct StateArray {
    package let name: String
    package let shape: [Int]
    package let element: StateElement
    package let bytes: UnsafeMutableRawBufferPointer

    /// - Parameters:
    ///   - name: parts with dots between, such as `optimizer.layers.0.weight.mean`. Names that begin with `layers.`
    ///     are the network's.
    ///   - start: where in `buffer` it begins.
    init<Element: BinaryFloatingPoint>(
        _ name: String, _ shape: [Int], in buffer: AlignedBuffer<Element>, from start: Int = 0
    ) {
        let count = shape.reduce(1, *)
        precondition(start >= 0 && start + count <= buffer.count, "a state's array lies in its buffer")
        self.name = name
        self.shape = shape
        element = MemoryLayout<Element>.size == 4 ? .float32 : .float64
        bytes = UnsafeMutableRawBufferPointer(start: buffer.base + start, count: count * element.byteCount)
    }
}

/// One counter of a trainer's state: how it is read, and put back.
package struct StateCounter {
    package let name: String
    let read: () -> UInt64
    let write: (UInt64) -> Void

    package var value: UInt64 { read() }

    init(_ name: String, read: @escaping () -> UInt64, write: @escaping (UInt64) -> Void) {
        self.name = name
        self.read = read
        self.write = write
    }

    /// The four words of a random generator.
    static func generator(
        _ name: String, read: @escaping () -> SeededGenerator, write: @escaping (SeededGenerator) -> Void
    ) -> [StateCounter] {
        (0..<4).map { index in
            StateCounter("\(name).\(index)", read: { read().words[index] }) { word in
                var generator = read()
                generator.words[index] = word
                write(generator)
            }
        }
    }
}

/// A part of a trainer whose state lasts from step to step. A section of a method conforms where it has any, and
/// is then in checkpoints, and continued to the bit by a resumed run.
protocol StateHolder: AnyObject {
    /// In a fixed order, their names apart from those of all other holders. Asked for between steps alone.
    var stateArrays: [StateArray] { get }
    var stateCounters: [StateCounter] { get }
    /// The arrays and counters have been overwritten: what is computed from them must be computed anew, unless a
    /// step does that anyhow.
    func stateWasRestored()
}

extension StateHolder {
    var stateCounters: [StateCounter] { [] }
    func stateWasRestored() {}
}
