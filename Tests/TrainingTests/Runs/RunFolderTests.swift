import Activations
import Foundation
import Testing
import Training
import TrainingTestSupport

@Suite struct RunFolderTests {
    private let plan: TrainingPlan
    private var environment: RunEnvironment { RunEnvironment(plan: plan, command: ["locoprop", "train"]) }

    init() throws { plan = try SmallRuns.plan("backprop") }

    @Test func `a run's folder is made with all folders above it`() throws {
        let folder = try TemporaryFolder()
        let run = try RunFolder(at: folder.file("a/b/c"), replacing: false)
        try run.begin(configuration: "seed: 7\n", settings: [("seed", "7")], environment: environment)
        try run.append(metrics: .object([.init("epoch", 1)]))
        try run.append(metrics: .object([.init("epoch", 2)]))
        #expect(try folder.text("a/b/c/metrics.jsonl") == "{\"epoch\":1}\n{\"epoch\":2}\n")
        #expect(try folder.text("a/b/c/metrics.csv") == "epoch\n1\n2\n")
        #expect(try folder.text("a/b/c/config.yaml") == "seed: 7\n")
        #expect(FileSystem.names(in: folder.file("a/b/c")) == [".lock", "config.yaml", "environment.json", "metrics.csv", "metrics.jsonl"])
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
        try SmallRuns.run(SmallRuns.plan("backprop", epochs: 1), in: folder.file("run"))
        for name in ["mine", "weights.safetensors", "run.json", "events.out.tfevents.1.host", "report.html", "live.json", "config.yaml.7.tmp", "checkpoints/mine"] {
            try folder.write([1], "run/\(name)")
        }
        _ = try RunFolder(at: folder.file("run"), replacing: true)
        #expect(FileSystem.names(in: folder.file("run")) == [".lock", "checkpoints", "mine"])
        #expect(FileSystem.names(in: folder.file("run/checkpoints")) == ["mine"])
    }

    @Test func `two runs of one second get folders of their own`() throws {
        let folder = try TemporaryFolder()
        // Three of them cannot all fall into different seconds and still be told apart by nothing else.
        let paths = try (0..<20).map { _ in try RunFolder(under: folder.file("runs"), name: "x").path }
        #expect(Set(paths).count == 20)
        #expect(paths.allSatisfy { $0.contains(/\/runs\/\d{4}-\d\d-\d\d-\d{6}-x(-\d+)?$/) })
    }

    @Test func `one process at a time has a run, and another may have it afterwards`() throws {
        let folder = try TemporaryFolder()
        var first: RunFolder? = try RunFolder(at: folder.file("run"), replacing: false)
        try first?.begin(configuration: "", settings: [], environment: environment)
        let busy = RunFolderError.busy(folder.file("run"), process: Int(ProcessInfo.processInfo.processIdentifier))
        #expect(throws: busy) { try RunFolder(resuming: folder.file("run")) }
        #expect(throws: busy) { try RunFolder(at: folder.file("run"), replacing: true) }
        #expect(try folder.text("run/config.yaml") == "")
        #expect(first != nil)
        first = nil
        _ = try RunFolder(resuming: folder.file("run"))
    }

    @Test func `what is no run is not taken up again`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: RunFolderError.notAFolder("")) { try RunFolder(resuming: "") }
        #expect(throws: RunFolderError.notAFolder(folder.file("none"))) { try RunFolder(resuming: folder.file("none")) }
        #expect(throws: RunFolderError.notARun(folder.path)) { try RunFolder(resuming: folder.path) }
        try folder.write([1], "run.json")
        #expect(throws: RunFolderError.tooOld(folder.path)) { try RunFolder(resuming: folder.path) }
        #expect(folder.names == ["run.json"])
    }

    @Test func `a run taken back leaves nothing, but what was there before`() throws {
        let folder = try TemporaryFolder()
        for (name, rest) in [("new", []), ("old", ["mine"])] {
            if name == "old" {
                try folder.makeFolder("old")
                try folder.write([1], "old/mine")
            }
            let run = try RunFolder(at: folder.file(name), replacing: true)
            try run.begin(configuration: "", settings: [], environment: environment)
            run.abandon()
            #expect(FileSystem.names(in: folder.file(name)) == rest)
        }
        #expect(folder.names == ["old"])
    }

    @Test func `the environment says what a run is and was`() throws {
        let folder = try TemporaryFolder()
        let run = try RunFolder(at: folder.file("run"), replacing: false)
        try run.begin(configuration: "", settings: [], environment: environment)
        var json = try JSONValue(parsing: folder.bytes("run/environment.json"))
        for name in ["time", "version", "compiler", "system", "processor", "blas"] {
            #expect(json[name]?.string?.isEmpty == false, "\(name)")
        }
        #expect(json["catalogue_digest"]?.string == plan.registry.digest)
        #expect(json["threads"]?.integer == 1 && json["seed"]?.string == "1")
        #expect(json["command"]?.array?.map(\.string) == ["locoprop", "train"])
        #expect(environment.differences(from: json) == [])
        var other = plan
        other.threads = 3
        let later = RunEnvironment(plan: other, command: ["locoprop", "train", "--resume"])
        #expect(later.differences(from: json) == ["threads 1, now 3"])
        for _ in 0..<2 { try run.begin(configuration: "", settings: [], environment: later) }
        json = try JSONValue(parsing: folder.bytes("run/environment.json"))
        #expect(json["threads"]?.integer == 1 && json["resumed"]?.array?.count == 2)
        #expect(later.differences(from: json) == [])
    }
}
