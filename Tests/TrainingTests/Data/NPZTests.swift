import LocoProp
import Testing
import Training
import TrainingTestSupport

@Suite struct NPZTests {
    private let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private func load(_ archive: ZIPArchive) throws -> DataParts {
        try DataParts.load(DataRequest(folder.write(archive.bytes, "a.npz")))
    }

    static let images = (0..<24).map { UInt8($0 * 10) }
    static let x = npy("|u1", [4, 2, 3], images)
    static let y = npy("<i8", [4], elements([0, 2, 1, 2] as [Int64]))
    static let testX = npy("|u1", [2, 2, 3], Array(images.prefix(12)))
    static let testY = npy("<i8", [2], elements([1, 0] as [Int64]))

    @Test(arguments: [false, true]) func `stored and deflated members are read alike`(isDeflated: Bool) throws {
        let parts = try load(ZIPArchive(
            [("x_train.npy", Self.x), ("y_train.npy", Self.y), ("x_test.npy", Self.testX), ("y_test.npy", Self.testY)],
            isDeflated: isDeflated))
        #expect(parts.train.shape == [2, 3] && parts.train.count == 4)
        #expect(try parts.train.values(0..<4) == Self.images.map { Float($0) / 255 })
        #expect(parts.train.labels == [0, 2, 1, 2])
        let test = try #require(parts.test)
        #expect(test.labels == [1, 0])
        #expect(parts.unused == [])
    }

    @Test(arguments: [["X_train", "Y_train"], ["train_images", "train_labels"], ["x", "y"], ["images", "labels"], ["data", "Labels"]])
    func `arrays are known by any of their usual names`(names: [String]) throws {
        let parts = try load(ZIPArchive([(names[0] + ".npy", Self.x), (names[1] + ".npy", Self.y), ("extra.npy", Self.y)]))
        #expect(parts.train.labels == [0, 2, 1, 2])
        #expect(parts.test == nil)
        #expect(parts.unused == ["extra"])
    }

    @Test func `a single array needs no name, and labels may be rows with a single one`() throws {
        #expect(try load(ZIPArchive([("arr_0.npy", Self.x)])).train.count == 4)
        let rows = npy("<f4", [4, 3], elements([1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1] as [Float]))
        #expect(try load(ZIPArchive([("x.npy", Self.x), ("y.npy", rows)])).train.labels == [0, 2, 1, 2])
        let inFortranOrder = npy("|u1", [4, 3], [1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1], isFortranOrdered: true)
        #expect(try load(ZIPArchive([("x.npy", Self.x), ("y.npy", inFortranOrder)])).train.labels == [0, 2, 1, 2])
        let column = npy("|u1", [4, 1], [0, 2, 1, 255])
        #expect(try load(ZIPArchive([("x.npy", Self.x), ("y.npy", column)])).train.labels == [0, 2, 1, 255])
    }

    @Test func `zip64 records and a comment behind the archive are read`() throws {
        var archive = ZIPArchive([("x.npy", Self.x), ("y.npy", Self.y)])
        archive.members[0].isWide = true
        archive.isWide = true
        archive.comment = Array("PK, made by hand".utf8)
        #expect(try load(archive).train.labels == [0, 2, 1, 2])
    }

    /// What is done to an archive of x and y, and what is then said of it.
    static let badArchives: [(name: String, archive: ZIPArchive, message: String)] = {
        func changed(_ change: (inout ZIPArchive) -> Void, isDeflated: Bool = false) -> ZIPArchive {
            var archive = ZIPArchive([("x.npy", x), ("y.npy", y)], isDeflated: isDeflated)
            change(&archive)
            return archive
        }
        return [
            ("no arrays", ZIPArchive([("readme.txt", [1])]), ": holds no arrays, and none that is called as examples are; names are x_train, y_train, x_test, y_test, x, y"),
            ("unknown names", ZIPArchive([("a.npy", x), ("b.npy", y)]), ": holds 'a', 'b', and none that is called as examples are; names are x_train, y_train, x_test, y_test, x, y"),
            ("two of one", ZIPArchive([("x.npy", x), ("images.npy", x)]), ": 'x' and 'images' are both there, and mean the same; keep one"),
            ("train and all", ZIPArchive([("x.npy", x), ("x_train.npy", x)]), ": 'x_train' and 'x' are both there; keep the one that is meant"),
            ("labels of one part", ZIPArchive([("x_train.npy", x), ("x_test.npy", testX), ("y_train.npy", y)]), ": 'x_train' has labels and 'x_test' none; give them to both or to none"),
            ("labels for others", ZIPArchive([("x.npy", x), ("y.npy", testY)]), ": y.npy: holds 2 labels for the 4 examples of FILE: x.npy; both must come from one data set"),
            ("negative label", ZIPArchive([("x.npy", x), ("y.npy", npy("<i4", [4], elements([0, -1, 0, 0] as [Int32])))]), ": y.npy: label 1 is -1; classes are counted by whole numbers from 0 to 1048575"),
            ("label of 10¹²", ZIPArchive([("x.npy", x), ("y.npy", npy("<i8", [4], elements([0, 0, 1_000_000_000_000, 0] as [Int64])))]), ": y.npy: label 2 is 1000000000000; classes are counted by whole numbers from 0 to 1048575"),
            ("fraction", ZIPArchive([("x.npy", x), ("y.npy", npy("<f4", [4], elements([0, 0, 0, 0.5] as [Float])))]), ": y.npy: label 3 is 0.5; classes are counted by whole numbers from 0 to 1048575"),
            ("two ones", ZIPArchive([("x.npy", x), ("y.npy", npy("|b1", [4, 2], [0, 1, 1, 1, 0, 1, 1, 0]))]), ": y.npy: is bool of shape (4, 2), and its row 1 is no class: a single 1 among zeros"),
            ("checksum", changed { $0.members[0].checksum ^= 1 }, ": x.npy: is damaged (its checksum is not that of its archive); fetch it again"),
            ("flipped byte", changed({ $0.members[0].packed[20] ^= 0x40 }, isDeflated: true), ": x.npy: "),
            ("cut member", changed({ $0.members[1].packed.removeLast(8) }, isDeflated: true), ": y.npy: is damaged (its compressed data end early); fetch it again"),
            ("encrypted", changed { $0.members[0].flags = 1 }, ": x.npy: is encrypted; write the archive without a password"),
            ("LZMA", changed { $0.members[0].method = 14 }, ": x.npy: is packed by method 14; stored and deflated members are read: write it with numpy.savez_compressed"),
            ("offset beyond", changed { $0.members[0].claimedOffset = 1 << 30 }, ": is no intact .npz archive: member 1 of its list is broken; write it again with numpy.savez"),
            ("offset of the other", changed { $0.members[1].claimedOffset = 5 }, ": y.npy: is damaged (it does not begin where its archive says); fetch it again"),
            ("packed beyond", changed({ $0.members[1].claimedPackedCount = 1 << 31 }, isDeflated: true), ": is no intact .npz archive: member 2 of its list is broken; write it again with numpy.savez"),
            ("stored longer than it is", changed { $0.members[1].count += 1 }, ": is no intact .npz archive: member 2 of its list is broken; write it again with numpy.savez"),
        ]
    }()

    @Test(arguments: badArchives.indices) func `what is wrong with an archive is told apart`(index: Int) throws {
        let (name, archive, message) = Self.badArchives[index]
        let error = try #require(throws: DataError.self) { try load(archive) }
        let expected = folder.file("a.npz") + message.replacing("FILE", with: folder.file("a.npz"))
        // What zlib says of a flipped byte is its affair.
        if name == "flipped byte" { #expect(error.description.hasPrefix(expected)) } else { #expect(error.description == expected) }
    }

    @Test func `what is wrong with several arrays is said at once`() throws {
        let error = try #require(throws: DataError.self) {
            try load(ZIPArchive([
                ("x_train.npy", npy("<f4", [1, 1], elements([.nan] as [Float]))), ("y_train.npy", npy("<f4", [1], elements([-1] as [Float]))),
                ("x_test.npy", npy("<c8", [1, 1], [])), ("y_test.npy", npy("<i4", [2], elements([0] as [Int32]))),
            ]))
        }
        #expect(error.each.map { $0.path.split(separator: " ").last } == ["y_train.npy", "x_train.npy", "y_test.npy", "x_test.npy"])
        #expect(error.description.split(separator: "\n").count == 4)
    }

    /// Sixteen megabytes of packed zeros claim as much as Deflate can pack; a member may claim any shape.
    @Test func `an archive that would unpack to gigabytes is refused for what it claims`() throws {
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        var archive = ZIPArchive([("x.npy", npy("<f4", [1 << 20, 1 << 10], zeros))], isDeflated: true)
        archive.members[0].count = 0xFFFF_FFF0
        let claimed = try #require(throws: DataError.self) { try load(archive) }
        #expect(claimed.description.contains("is truncated: float32 of shape (1048576, 1024) need 4294967296 bytes and it has "))
        // The claim is within what the packed bytes could hold, and beyond what is kept.
        archive = ZIPArchive([("x.npy", npy("|i1", [1 << 28, 2], [UInt8](repeating: 0, count: 1 << 24)))], isDeflated: true)
        archive.members[0].count = 0xFFFF_FFF0
        archive.members[0].packed += [UInt8](repeating: 0, count: 1 << 20)
        let large = try #require(throws: DataError.self) { try load(archive) }
        #expect(large.description.contains("is int8 of shape (268435456, 2), 2147483648 bytes in memory, where 1073741824 is the most"))
    }

    @Test func `no damage does more than an error`() throws {
        let good = ZIPArchive([("x.npy", npy("|u1", [2, 2], [1, 2, 3, 4])), ("y.npy", npy("|u1", [2], [0, 1]))], isDeflated: true).bytes
        var random = SeededGenerator(seed: 6)
        for at in 0..<good.count {
            var bad = good
            bad[at] ^= UInt8(1 + random.nextIndex(below: 255))
            for bytes in [bad, Array(good.prefix(at))] {
                let path = try folder.write(bytes, "a.npz")
                do { _ = try DataParts.load(DataRequest(path)) } catch is DataError {}
            }
        }
    }
}
