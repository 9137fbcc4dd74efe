import Testing
import Training
import TrainingTestSupport

@Suite struct MetricsFilesTests {
    private let folder: TemporaryFolder
    private let run: RunFolder

    init() throws {
        folder = try TemporaryFolder()
        run = try RunFolder(at: folder.file("run"), replacing: false)
    }

    private func record(_ epoch: Int, _ more: JSONValue.Member...) -> JSONValue {
        .object([.init("epoch", .integer(epoch)), .init("loss", .double(Double(epoch) / 3))] + more)
    }

    @Test func `the table has the lines' numbers, those in lists and objects by their paths`() throws {
        let layers = JSONValue.array([
            .object([.init("layer", 1), .init("activation", "tanh"), .init("before", .double(-1e300)), .init("after", .double(.infinity))]),
            .object([.init("layer", 2), .init("at", .object([.init("beta,\"x", .double(.nan))]))]),
        ])
        try run.append(metrics: record(1, .init("layers", layers)))
        #expect(try folder.text("run/metrics.csv") == """
            epoch,loss,layers.1.layer,layers.1.before,layers.1.after,layers.2.layer,"layers.2.at.beta,""x"
            1,0.3333333333333333,1,-1e+300,inf,2,nan

            """)
    }

    @Test func `a number that comes later has a column, and none earlier`() throws {
        try run.append(metrics: record(1))
        try run.append(metrics: record(2, .init("accuracy", .double(0.5))))
        try run.append(metrics: record(3))
        #expect(try folder.text("run/metrics.csv") == "epoch,loss,accuracy\n1,0.3333333333333333,\n2,0.6666666666666666,0.5\n3,1.0,\n")
        #expect(try folder.text("run/metrics.jsonl").split(separator: "\n").count == 3)
    }

    @Test func `what is behind the checkpoint goes, and what is torn, and doubles`() throws {
        for epoch in 1...5 { try run.append(metrics: record(epoch)) }
        let text = try folder.text("run/metrics.jsonl")
        try folder.write(Array((text + #"{"epoch":2,"loss":7}"# + "\nrubbish\n[]\n" + #"{"epoch":6,"lo"#).utf8), "run/metrics.jsonl")
        try folder.write([1, 2, 3], "run/metrics.csv")
        try run.openMetrics(keeping: 3)
        #expect(try folder.text("run/metrics.csv") == "epoch,loss\n1,0.3333333333333333\n2,7\n3,1.0\n")
        try run.append(metrics: record(4))
        #expect(try folder.text("run/metrics.csv").hasSuffix("3,1.0\n4,1.3333333333333333\n"))
        let lines = try folder.text("run/metrics.jsonl").split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
        #expect(lines.map { $0["epoch"]?.integer } == [1, 2, 3, 4])
        try run.openMetrics(keeping: 0)
        #expect(try folder.bytes("run/metrics.jsonl") == [] && folder.bytes("run/metrics.csv") == [])
    }
}
