import Foundation
import Testing
import Training
import TrainingTestSupport

/// Arrays that are too large to be kept; sparse files, so that they are large in name alone.
@Suite struct StoredArrayTests {
    private let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    /// An array of zeros with a few other rows.
    private func write(_ name: String, _ descr: String, rows: Int, width: Int, size: Int, _ set: [Int: [UInt8]], before: [UInt8] = []) throws -> String {
        let start = before + npy(descr, [rows, width], [])
        let path = try folder.write(start, name)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.truncate(atOffset: UInt64(start.count + rows * width * size))
        for (row, bytes) in set {
            try file.seek(toOffset: UInt64(start.count + row * width * size))
            try file.write(contentsOf: Data(bytes))
        }
        try file.close()
        return path
    }

    /// So many rows that an array is just too large to be kept.
    private func rows(ofBytes count: Int) -> Int { (NumericArray.largestKept + 1) / count + 1 }

    @Test(arguments: ["<f4", ">f4", "<f8", "<i2", "|u1"]) func `each batch reads its examples`(descr: String) throws {
        let width = 24
        let numbers = (0..<width).map { $0 }
        let bytes: [UInt8] = switch descr {
        case "<f4": elements(numbers.map { Float($0) })
        case ">f4": elements(numbers.map { Float($0) }, isBigEndian: true)
        case "<f8": elements(numbers.map { Double($0) })
        case "<i2": elements(numbers.map { Int16($0) })
        default: numbers.map { UInt8($0) }
        }
        let rows = rows(ofBytes: bytes.count)
        let path = try write("x.npy", descr, rows: rows, width: width, size: bytes.count / width, [7: bytes, rows - 1: bytes])
        let set = try DataParts.load(DataRequest(path)).train
        guard case .file = set.storage else {
            Issue.record("the array is kept")
            return
        }
        let row = numbers.map { descr == "|u1" ? Float($0) / 255 : Float($0) }
        let zeros = [Float](repeating: 0, count: width)
        #expect(try set.values([7, 0, rows - 1, 8]) == row + zeros + row + zeros)
        let part = set.choosing([rows - 1, 3])
        #expect(try part.values([1, 0]) == zeros + row)
    }

    @Test func `a number that is not finite is found in a file that stays where it is`() throws {
        let rows = rows(ofBytes: 32)
        let path = try write("x.npy", "<f4", rows: rows, width: 8, size: 4, [rows - 2: elements([1, .infinity] as [Float])])
        let error = try #require(throws: DataError.self) { try DataParts.load(DataRequest(path)) }
        #expect(error.description.hasPrefix("\(path): example \(rows - 2), column 1 is inf"))
    }

    @Test func `a file that is cut short while it is used is an error`() throws {
        let rows = rows(ofBytes: 32)
        let path = try write("x.npy", "<f4", rows: rows, width: 8, size: 4, [:])
        let set = try DataParts.load(DataRequest(path)).train
        #expect(try set.values([rows - 1]) == [Float](repeating: 0, count: 8))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.truncate(atOffset: 1000)
        try file.close()
        #expect(throws: DataError(path, .unreadable(reason: "it was cut short while it was used: example \(rows - 1) has 0 of 32 bytes"))) {
            try set.values([0, rows - 1])
        }
    }
}
