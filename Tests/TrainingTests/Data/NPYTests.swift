import LocoProp
import Testing
import Training
import TrainingTestSupport

@Suite struct NPYTests {
    /// Every element that is read, with numbers at the ends of its range and what they become.
    static let elementCases: [(descr: String, bytes: [UInt8], values: [Float])] = [
        ("|b1", [0, 1, 1, 0], [0, 1, 1, 0]),
        ("|u1", [0, 51, 128, 255], [0, 0.2, 128 / 255, 1]),
        ("|i1", elements([0, 1, -128, 127] as [Int8]), [0, 1, -128, 127]),
        ("<u2", elements([0, 1, 256, 65535] as [UInt16]), [0, 1, 256, 65535]),
        ("<i2", elements([0, -1, -32768, 32767] as [Int16]), [0, -1, -32768, 32767]),
        ("<u4", elements([0, 1, 1 << 24, .max] as [UInt32]), [0, 1, 16_777_216, 4_294_967_296]),
        ("<i4", elements([0, -1, .min, .max] as [Int32]), [0, -1, -2_147_483_648, 2_147_483_648]),
        ("<u8", elements([0, 1, 1 << 40, .max] as [UInt64]), [0, 1, 0x1p40, 0x1p64]),
        ("<i8", elements([0, -1, .min, 1 << 40] as [Int64]), [0, -1, -0x1p63, 0x1p40]),
        // 1.5, −2, the largest, and the least above 0.
        ("<f2", elements([0x3E00, 0xC000, 0x7BFF, 0x0001] as [UInt16]), [1.5, -2, 65504, 0x1p-24]),
        ("<f4", elements([0, -0.5, 3e38, 0x1p-149] as [Float]), [0, -0.5, 3e38, 0x1p-149]),
        ("<f8", elements([0, -0.5, 1 / 3, 1e-300] as [Double]), [0, -0.5, 1 / 3, 0]),
    ]

    @Test(arguments: elementCases.indices) func `every element is read, in both byte orders`(index: Int) throws {
        let (descr, bytes, values) = Self.elementCases[index]
        let folder = try TemporaryFolder()
        let path = try folder.write(npy(descr, [4, 1], bytes), "x.npy")
        #expect(try DataParts.load(DataRequest(path)).train.values(0..<4) == values)
        let size = bytes.count / 4
        let swapped = stride(from: 0, to: bytes.count, by: size).flatMap { bytes[$0..<$0 + size].reversed() }
        try folder.write(npy(descr.replacing("<", with: ">"), [4, 1], swapped), "x.npy")
        #expect(try DataParts.load(DataRequest(path)).train.values(0..<4) == values)
    }

    @Test(arguments: [1, 2, 3] as [UInt8]) func `each version of the header is read`(version: UInt8) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(npy("<f4", [2, 3], elements([1, 2, 3, 4, 5, 6] as [Float]), version: version), "x.npy")
        let train = try DataParts.load(DataRequest(path)).train
        #expect(train.shape == [3])
        #expect(try train.values([1, 0]) == [4, 5, 6, 1, 2, 3])
    }

    @Test(arguments: [[7, 6], [7, 2, 3], [7, 2, 3, 1], [7, 1, 2, 3]], ["<f4", "|u1", ">i2"])
    func `arrays in Fortran order are those in C order`(shape: [Int], descr: String) throws {
        let count = shape.reduce(1, *)
        // Element (i, j, k, …) is its place in C order.
        var inFortranOrder: [Int] = []
        for index in 0..<count {
            var (rest, place) = (index, [Int]())
            for length in shape {
                place.append(rest % length)
                rest /= length
            }
            inFortranOrder.append(zip(place, shape).reduce(0) { $0 * $1.1 + $1.0 })
        }
        func bytes(_ numbers: [Int]) -> [UInt8] {
            switch descr {
            case "<f4": elements(numbers.map { Float($0) })
            case "|u1": numbers.map { UInt8($0) }
            default: elements(numbers.map { Int16($0) }, isBigEndian: true)
            }
        }
        let folder = try TemporaryFolder()
        let path = try folder.write(npy(descr, shape, bytes(Array(0..<count))), "c.npy")
        let other = try folder.write(npy(descr, shape, bytes(inFortranOrder), isFortranOrdered: true), "f.npy")
        let (c, f) = (try DataParts.load(DataRequest(path)).train, try DataParts.load(DataRequest(other)).train)
        #expect(c.shape == Array(shape.dropFirst()) && f.shape == c.shape)
        #expect(try c.values(0..<7) == f.values(0..<7))
    }

    /// What is wrong with a file, and what is said of it.
    static let badFiles: [(name: String, bytes: [UInt8], message: String)] = [
        ("empty", [], "is empty; fetch it again"),
        ("no magic", Array("hello, world".utf8), "is no .npy file: it does not begin with the format's magic"),
        ("archive", [0x50, 0x4B, 3, 4, 0, 0, 0, 0, 0], "is no .npy file: it is a zip archive; name it .npz"),
        ("gzip", gzipped([1, 2, 3]), "is no .npy file: it is compressed by gzip; unpack it"),
        ("version", npy("<f4", [1, 1], [0, 0, 0, 0], version: 9), "is of version 9.0 of the .npy format; versions 1.0 to 3.0 are read"),
        ("header of 4 GB", [0x93] + Array("NUMPY".utf8) + [2, 0, 255, 255, 255, 255], "claims a header of 4294967295 bytes, and 10000 is the most"),
        ("header cut", Array(npy("<f4", [1, 1], []).prefix(40)), "ends within its header; write it again with numpy.save"),
        ("complex", npy("<c8", [1, 1], [UInt8](repeating: 0, count: 8)), "has a header that cannot be used: its elements are '<c8'; bool, uint8, int8, uint16, int16, uint32, int32, uint64, int64, float16, float32, float64 are read: save it with array.astype('float32')"),
        ("structured", npy("", [], [], header: "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }"), "has a header that cannot be used: it is a structured array; save one plain array for each part"),
        ("no dictionary", npy("", [], [], header: "__import__('os')"), "has a header that cannot be used: its byte 0 is not the '{' of a dictionary"),
        ("unknown key", npy("", [], [], header: "{'descr': '<f4', 'x': 1}"), "has a header that cannot be used: it has a second or unknown key 'x'"),
        ("no shape", npy("", [], [], header: "{'descr': '<f4', 'fortran_order': False}"), "has a header that cannot be used: it lacks one of 'descr', 'fortran_order' and 'shape'"),
        ("negative shape", npy("<f4", [-1, 3], []), "has a header that cannot be used: its byte 51 begins no length of a shape"),
        ("10¹⁸ examples", npy("<f4", [1_000_000_000_000_000_000, 1], []), "is truncated: float32 of shape (1000000000000000000, 1) need 4000000000000000000 bytes and it has 0; fetch it again"),
        ("10³⁶ numbers", npy("<f8", [1_000_000_000_000_000_000, 1_000_000_000_000_000_000], []), "claims float64 of shape (1000000000000000000, 1000000000000000000), more than any file holds"),
        ("no numbers", npy("<f4", [0, 3], []), "is float32 of shape (0, 3): nothing to learn from"),
        ("empty examples", npy("<f4", [3, 0], []), "is float32 of shape (3, 0): nothing to learn from"),
        ("one dimension", npy("<f4", [2], elements([1, 2] as [Float])), "is float32 of shape (2,); examples are an array of 2 to 4 dimensions, the first of which counts them"),
        ("truncated", npy("<f4", [2, 2], elements([1, 2, 3] as [Float])), "is truncated: float32 of shape (2, 2) need 16 bytes and it has 12; fetch it again"),
        ("one byte too many", npy("<f4", [1, 1], [0, 0, 0, 0, 0]), "goes on after its 4 bytes of float32 of shape (1, 1); fetch it again"),
        ("nan", npy("<f4", [2, 1, 3], elements([1, 2, 3, 4, .nan, .infinity] as [Float])), "example 1, row 0, column 1 is nan, and 1 further one is bad, too; clean the data"),
        ("too large for Float", npy("<f8", [2, 1], elements([1, -1e300] as [Double])), "example 1, column 0 is -inf, or beyond what a 32-bit float holds (±3.4e38); clean the data"),
    ]

    @Test(arguments: badFiles.indices) func `what is wrong with a file is told apart`(index: Int) throws {
        let (_, bytes, message) = Self.badFiles[index]
        let folder = try TemporaryFolder()
        let path = try folder.write(bytes, "bad.npy")
        let error = try #require(throws: DataError.self) { try DataParts.load(DataRequest(path)) }
        #expect(error.description == "\(path): \(message)")
    }

    @Test func `a number that is not finite is placed in C order where the file is not`() throws {
        let folder = try TemporaryFolder()
        // (1, 0, 1) of [2, 2, 3], in Fortran order the element 1 + 2·(0 + 2·1).
        var values = [Float](repeating: 0, count: 12)
        values[5] = .nan
        let path = try folder.write(npy("<f4", [2, 2, 3], elements(values), isFortranOrdered: true), "bad.npy")
        let error = try #require(throws: DataError.self) { try DataParts.load(DataRequest(path)) }
        #expect(error.description == "\(path): example 1, row 0, column 1 is nan; clean the data")
    }

    /// Cut at every byte, a file is refused; every byte changed, it is read or refused, but nothing else happens.
    @Test func `no damage does more than an error`() throws {
        let folder = try TemporaryFolder()
        let good = npy("<f4", [2, 2], elements([1, 2, 3, 4] as [Float]))
        for length in 0..<good.count {
            let path = try folder.write(Array(good.prefix(length)), "x.npy")
            #expect(throws: DataError.self) { try DataParts.load(DataRequest(path)) }
        }
        var random = SeededGenerator(seed: 5)
        for at in 0..<good.count {
            var bad = good
            bad[at] ^= UInt8(1 + random.nextIndex(below: 255))
            let path = try folder.write(bad, "x.npy")
            do { _ = try DataParts.load(DataRequest(path)) } catch is DataError {}
        }
    }

    @Test func `what the writer writes reads back`() throws {
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: 1)
        for shape in [[1, 1], [3, 5], [4, 2, 3], [2, 2, 2, 2]] {
            let values = (0..<shape.reduce(1, *)).map { _ in Float(random.nextUniform(within: 1e30)) }
            try OutputFile.replaceComputing(folder.file("x.npy")) { file in
                let writer = try NPYWriter(file, element: .f4, shape: shape)
                try writer.write(Array(values.prefix(1)))
                try writer.write(Array(values.dropFirst()))
            }
            #expect(try folder.bytes("x.npy").count.isMultiple(of: 4) && folder.bytes("x.npy").count - 4 * values.count == 128)
            let read = try DataParts.load(DataRequest(folder.file("x.npy"))).train
            #expect(read.shape == Array(shape.dropFirst()))
            #expect(try read.values(0..<shape[0]) == values)
        }
    }
}
