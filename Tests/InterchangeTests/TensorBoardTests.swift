import Interchange
import Testing

@Suite("TensorBoard's records")
struct TensorBoardTests {
    /// The first record of a file that TensorFlow 2 wrote at time 0, byte for byte.
    @Test func `a file's first record is TensorFlow's`() throws {
        let bytes = TensorBoardEvent.beginning(time: 0).bytes
        #expect(Array(bytes[0..<8]) == [24, 0, 0, 0, 0, 0, 0, 0])
        // The masked CRC-32C of the length 24, as every event file begins.
        #expect(Array(bytes[8..<12]) == [0xa3, 0x7f, 0x4b, 0x22])
        #expect(bytes.count == 8 + 4 + 24 + 4)
        #expect(try WireMessage(bytes[12..<36]).texts(3) == ["brain.Event:2"])
    }

    @Test func `a step has its values`() throws {
        let bytes = TensorBoardEvent(time: 1.5, step: -3, [("a", .scalar(0.5)), ("b", .scalar(-1))]).bytes
        let event = try WireMessage(bytes[12..<bytes.count - 4])
        #expect(event.fields[0].value == .fixed64((1.5).bitPattern))
        #expect(event.integers(2) == [-3])
        let values = try event.messages(5)[0].messages(1)
        #expect(values.map { $0.texts(1)[0] } == ["a", "b"])
        #expect(values[0].fields[1].value == .fixed32(Float(0.5).bitPattern))
    }

    @Test func `a histogram counts every finite number once`() throws {
        let numbers: [Float] = [-1, 0, 0.5, 1, .nan, .infinity]
        let histogram = try #require(numbers.withUnsafeBufferPointer { TensorBoardHistogram(of: $0, ranges: 4) })
        #expect(histogram.least == -1 && histogram.greatest == 1)
        #expect(histogram.counts == [1, 0, 1, 2])
        #expect([Float(2), 2].withUnsafeBufferPointer { TensorBoardHistogram(of: $0, ranges: 3) }?.counts == [2, 0, 0])
        #expect([Float.nan].withUnsafeBufferPointer { TensorBoardHistogram(of: $0) } == nil)
        let wide: [Float] = [-.greatestFiniteMagnitude, .greatestFiniteMagnitude]
        #expect(wide.withUnsafeBufferPointer { TensorBoardHistogram(of: $0) }?.counts.reduce(0, +) == 2)
    }
}
