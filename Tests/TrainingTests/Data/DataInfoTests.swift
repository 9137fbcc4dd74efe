import Testing
import Training
import TrainingTestSupport

@Suite struct DataInfoTests {
    private let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test func `an array is summed up in one pass`() throws {
        let x = npy("|u1", [4, 3], [0, 51, 9, 51, 51, 9, 102, 204, 9, 255, 0, 9])
        let archive = ZIPArchive([
            ("x_train.npy", x), ("y_train.npy", npy("|u1", [4], [0, 2, 2, 0])), ("x_test.npy", x), ("y_test.npy", npy("|u1", [4], [0, 1, 0, 0])),
            ("z.npy", x),
        ])
        let info = try DataInfo(DataRequest(folder.write(archive.bytes, "a.npz")))
        #expect(info.train.count == 4 && info.train.shape == [3] && info.train.storedAs == "uint8")
        #expect(info.train.least == 0 && info.train.largest == 1)
        // The mean of 0, 0.2, 0.2, 0.2, 0.4, 0.8, 1, 0 and four of 9/255.
        #expect(abs(info.train.mean - (2.8 + 36 / 255) / 12) < 1e-7)
        let squares = 0.04 * 3 + 0.16 + 0.64 + 1 + 4 * (9.0 / 255) * (9.0 / 255)
        #expect(abs(info.train.deviation - (squares / 12 - info.train.mean * info.train.mean).squareRoot()) < 1e-7)
        #expect(info.train.classCounts == [2, 0, 2] && info.classCount == 3)
        #expect(info.train.outsideUnit == 0 && info.train.constantColumns == 1)
        #expect(try info.train.entropyFloor == Dataset.load(folder.file("a.npz")).train.entropyFloor())
        #expect(info.train.memory == 12 + 16)
        #expect(!info.isSplitHere)
        #expect(info.remarks.count == 4, "\(info.remarks)")
        #expect(info.remarks[0] == "1 of 3 columns has the same value in every training example")
        #expect(info.remarks[1] == "1 of 3 classes have no training example: 1")
        #expect(info.remarks[2] == "1 of 3 classes have no test example: 2")
        #expect(info.remarks[3].hasPrefix("not read: z; arrays that are read are called x_train, "))
    }

    @Test func `the digest is that of the values, not of the format`() throws {
        let bytes: [UInt8] = [0, 51, 102, 255]
        let paths = [
            try folder.write(npy("|u1", [2, 2], bytes), "a.npy"),
            try folder.write(npy(">f4", [2, 2], elements(bytes.map { Float($0) / 255 }, isBigEndian: true)), "b.npy"),
            try folder.write(npy("|u1", [2, 2], [0, 102, 51, 255], isFortranOrdered: true), "c.npy"),
        ]
        let digests = try paths.map { path in
            let info = try DataInfo(DataRequest(path, testFraction: 0.5))
            return [info.train.digest, info.test.digest]
        }
        #expect(digests[1] == digests[0] && digests[2] == digests[0])
        let table = try folder.write(Array("0,51\n102,255\n".utf8), "d.csv")
        #expect(try DataInfo(DataRequest(table, scaling: .bytes, testFraction: 0.5)).train.digest == digests[0][0])
        #expect(try DataInfo(DataRequest(table, testFraction: 0.5)).train.digest != digests[0][0])
    }

    @Test func `values outside the unit interval are counted, and a way is named`() throws {
        let table = try folder.write(Array("0,51\n102,255\n".utf8), "d.csv")
        let info = try DataInfo(DataRequest(table, testFraction: 0.5))
        #expect(info.train.outsideUnit + info.test.outsideUnit == 3)
        #expect(info.train.entropyFloor == nil)
        #expect(info.remarks[0].contains("3 values lie outside [0, 1]: sigmoid cross entropy refuses them as targets; give --scale="))
        #expect(info.isSplitHere)
    }
}
