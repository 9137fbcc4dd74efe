import Foundation
import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

@Suite struct CompareTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.writeDataset(train: 40, test: 10)
    }

    private var settings: [String] {
        ["--datasets", folder.path, "--network", "6-5-2-5-6", "--batch-size", "10", "--threads", "1", "--schedule", "constant"]
    }

    private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: text.utf8) }

    @Test func `every method with every seed, and a verdict`() throws {
        let output = folder.file("study")
        let result = try Program.run(
            ["compare", "--methods", "locoprop-m(gamma=4, iterations=3),backprop", "--seeds", "0,5,6", "--epochs", "3", "--output", output] + settings)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("6/6"))
        let comparison = try json(folder.text("study/comparison.json"))
        #expect(comparison["runs_ended"]?.integer == 6)
        let workload = try #require(comparison["workloads"]?.array?.first)
        let methods = try #require(workload["methods"]?.array)
        #expect(methods.map { $0["name"]?.string } == ["locoprop-m(gamma=4, iterations=3)", "backprop"])
        for method in methods {
            let runs = try #require(method["runs"]?.array)
            #expect(runs.map { $0["seed"]?.string } == ["0", "5", "6"])
            for run in runs {
                #expect(run["epochs"]?.array?.count == 3 && run["ended"]?.string == "finished")
                #expect((run["peak_memory"]?.integer ?? 0) > 1 << 20)
                let path = try #require(run["folder"]?.string)
                let metrics = try String(contentsOfFile: path + "/metrics.jsonl", encoding: .utf8).split(separator: "\n")
                #expect(try json(String(metrics[2]))["train_loss"] == run["epochs"]?.array?[2]["train_loss"])
                #expect(FileManager.default.fileExists(atPath: path + "/report.html"))
            }
        }
        let verdict = try #require(workload["verdict"]?.array)
        #expect(Set(verdict.map { $0["method"]?.string }) == ["locoprop-m(gamma=4, iterations=3)", "backprop"])
        #expect(verdict[0]["train_loss"]?["mean"]?.number ?? 1 <= verdict[1]["train_loss"]?["mean"]?.number ?? 0)
        #expect(verdict[1]["behind_best"]?["half_width_95"]?.number != nil)
        let page = try folder.text("study/report.html")
        #expect(page.contains("Time to target") && page.contains("6-5-2-5-6"))
        let figures = try FileManager.default.contentsOfDirectory(atPath: folder.file("study/figures"))
        #expect(figures.count == 4 && figures.contains { $0.hasSuffix("-by-time.svg") })
        for figure in figures { #expect(try folder.text("study/figures/\(figure)").contains(">backprop</text>")) }

        // Once done it is all there, and nothing trains again.
        let again = try Program.run(["compare", "--resume", output, "--json"])
        #expect(again.status == 0 && again.errors == "")
        #expect(try json(again.output) == comparison)
    }

    @Test func `an interrupted comparison goes on, with the numbers of one that was not`() throws {
        let arguments = ["compare", "--methods", "locoprop-s,backprop", "--seeds", "0,1", "--epochs", "400"] + settings
        #expect(try Program.run(arguments + ["--output", folder.file("whole"), "--quiet"]).status == 0)
        for signal in [SIGINT, SIGTERM, SIGKILL] {
            let name = "parts-\(signal)"
            let first = try Program.run(
                arguments + ["--output", folder.file(name)], interruptingWith: signal, afterSeeing: "1/4", afterMilliseconds: 30)
            // It may have been done before.
            #expect([0, 128 + signal, -signal].contains(first.status), "\(first.status) \(first.errors)")
            #expect(try Program.run(["compare", "--resume", folder.file(name), "--quiet"]).status == 0)
            func losses(_ name: String) throws -> [JSONValue?] {
                try json(folder.text("\(name)/comparison.json"))["workloads"]?.array?[0]["methods"]?.array?.flatMap { method in
                    method["runs"]?.array?.flatMap { run in run["epochs"]?.array?.map { $0["train_loss"] } ?? [] } ?? []
                } ?? []
            }
            #expect(try losses(name).count == 1600)
            #expect(try losses(name) == losses("whole"))
        }
    }

    @Test func `a sweep's result is a study that compare takes`() throws {
        let result = try Program.run(
            ["sweep", "--methods", "backprop,kfac", "--trials", "4", "--epochs", "3", "--output", folder.file("rates")] + settings)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("as it is: it chooses its own rate"), "\(result.output)")
        let sweep = try json(folder.text("rates/sweep.json"))
        let search = try #require(sweep["searches"]?.array?.first)
        let chosen = try #require(search["chosen"]?.number)
        #expect(search["values"]?.array?.count == 4)
        let compared = try Program.run(["compare", folder.file("rates/tuned.yaml"), "--seeds", "0", "--json", "--output", folder.file("tuned")])
        #expect(compared.status == 0, "\(compared.errors)")
        let method = try json(compared.output)["workloads"]?.array?[0]["methods"]?.array?[0]
        #expect(method?["settings"]?["learning-rate"]?.string == "\(chosen)")
        #expect(try folder.text("tuned/report.html").contains("found by a sweep"))
    }

    @Test func `a study that is printed is a study`() throws {
        let printed = try Program.run(["compare", "--print-study", "--seeds", "7", "--epochs", "2", "--methods", "kfac(fisher=exact, damping=1),shampoo"])
        #expect(printed.status == 0)
        let again = try Program.run(["compare", "-", "--print-study"], input: printed.output)
        #expect(again.status == 0 && again.output == printed.output)
    }

    static let refused: [(arguments: String, status: Int32, message: String)] = [
        ("compare no-such-study.yaml", 65, "no-such-study.yaml"),
        ("compare --methods locoprop", 64, "error: --methods: unknown method 'locoprop'. Did you mean 'locoprop-m'?"),
        ("compare --methods backprop,,kfac", 64, "error: --methods: a name is missing"),
        ("compare --methods kfac,kfac", 64, "error: --methods: 'kfac' is given twice; write each once"),
        ("compare --seeds 1,x", 64, "error: --seeds: 'x' is not a whole number"),
        ("compare --seeds 1,1", 64, "error: --seeds: a seed is given twice; write each once"),
        ("compare --seconds -1", 64, "--seconds"),
        ("compare --seconds 0", 64, "error: --seconds: '0' is not a number of seconds above 0"),
        ("compare --judge loss", 64, "error: --judge: 'loss' is none of train-loss, test-loss, test-accuracy"),
        ("compare --method kfac", 64, "error: --method does not go with a study: name methods by --methods"),
        ("compare --seed 3", 64, "error: --seed does not go with a study: name seeds by --seeds"),
        ("compare --resume nowhere", 64, "error: 'nowhere' is no folder"),
        ("compare --resume nowhere --epochs 3", 64, "error: --epochs does not go with --resume"),
        ("compare --datasets no/such/data --output out", 64, "no data set, file or folder of this name"),
        ("sweep --trials 2", 64, "error: --trials is 2; it must be 3 to 100"),
        ("sweep --trial-seed 0", 64, "error: --trial-seed: 0 is one of the study's seeds"),
        ("sweep --resume nowhere --trials 4", 64, "error: --trials does not go with --resume"),
    ]

    @Test(arguments: refused.indices) func `what cannot be meant is refused, and leaves nothing`(index: Int) throws {
        let (arguments, status, message) = Self.refused[index]
        let result = try Program.run(arguments.split(separator: " ").map(String.init), in: folder.path)
        #expect(result.status == status)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(!folder.names.contains("out") && !folder.names.contains("studies"))
    }

    @Test func `a folder that holds something else is left alone`() throws {
        try folder.makeFolder("mine")
        try folder.write(Array("text".utf8), "mine/notes.txt")
        for force in [[], ["--force"]] {
            let result = try Program.run(["compare", "--epochs", "1", "--output", folder.file("mine")] + settings + force)
            #expect(result.status == 64 && result.errors.contains("is not empty"), "\(result.errors)")
        }
        #expect(try folder.names(in: "mine") == ["notes.txt"])
    }

    @Test func `with force the runs are done anew`() throws {
        let arguments = ["compare", "--methods", "backprop", "--seeds", "0", "--output", folder.file("anew"), "--quiet"] + settings
        #expect(try Program.run(arguments + ["--epochs", "2"]).status == 0)
        #expect(try Program.run(arguments + ["--epochs", "3"]).status == 64)
        #expect(try Program.run(arguments + ["--epochs", "3", "--force"]).status == 0)
        #expect(try json(folder.text("anew/comparison.json"))["workloads"]?.array?[0]["methods"]?.array?[0]["runs"]?.array?[0]["epochs"]?.array?.count == 3)
    }
}
