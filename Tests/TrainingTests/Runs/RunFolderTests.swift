import Testing
import Training
import TrainingTestSupport

@Suite struct RunFolderTests {
    @Test func `a run's folder is made with all folders above it`() throws {
        let folder = try TemporaryFolder()
        let run = try RunFolder(at: folder.file("a/b/c"), replacing: false)
        try run.append(metrics: .object([.init("epoch", 1)]))
        try run.append(metrics: .object([.init("epoch", 2)]))
        try run.write(configuration: .object([.init("seed", "7")]))
        #expect(try folder.text("a/b/c/metrics.jsonl") == "{\"epoch\":1}\n{\"epoch\":2}\n")
        #expect(try folder.text("a/b/c/run.json") == "{\n  \"seed\": \"7\"\n}\n")
    }

    @Test func `a folder with anything in it is left alone`() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], "mine")
        #expect(throws: RunFolderError.taken(folder.path)) { try RunFolder(at: folder.path, replacing: false) }
        #expect(throws: RunFolderError.notAFolder(folder.file("mine"))) {
            try RunFolder(at: folder.file("mine"), replacing: true)
        }
        #expect(folder.names == ["mine"])
        #expect(throws: RunFolderError.notAFolder("")) { try RunFolder(at: "", replacing: true) }
    }

    @Test func `replacing takes an earlier run away and nothing else`() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], "mine")
        try folder.write([1], "weights.safetensors")
        try folder.write([1], "metrics.jsonl")
        let run = try RunFolder(at: folder.path, replacing: true)
        #expect(folder.names == ["metrics.jsonl", "mine"])
        #expect(try folder.bytes("metrics.jsonl") == [])
        #expect(run.weightsFile == folder.file("weights.safetensors"))
    }

    @Test func `two runs of one second get folders of their own`() throws {
        let folder = try TemporaryFolder()
        // Three of them cannot all fall into different seconds and still be told apart by nothing else.
        let paths = try (0..<20).map { _ in try RunFolder(under: folder.file("runs"), name: "x").path }
        #expect(Set(paths).count == 20)
        #expect(paths.allSatisfy { $0.contains(/\/runs\/\d{4}-\d\d-\d\d-\d{6}-x(-\d+)?$/) })
    }
}
