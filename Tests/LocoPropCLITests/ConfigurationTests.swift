import Activations
import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

@Suite struct ConfigurationTests {
    /// Settings that differ from every default, as `train` prints them.
    private let settings = [
        ("recipe", "fashion-classifier"), ("data", "curves"), ("data-seed", "3"), ("test-fraction", "0.25"), ("label-column", "kind of"),
        ("csv-header", "yes"), ("scale", "min-max"), ("validation", "100"),
        ("network", "6-5:tanh-2:elu(beta=0.5)-5-6"), ("activation", "elu(beta=0.3)"),
        ("learn", "beta"), ("loss", "squared-error"),
        ("method", "locoprop-s(gamma=3.5, iterations=4, eta=off, bias=fixed, schedule=constant, solver=iterative, sample=250)"),
        ("optimizer", "adam(beta1=0.8, beta2=0.99, epsilon=1e-06)"), ("weight-decay", "decoupled(rate=0.5)"), ("clip", "value(limit=2.0)"), ("learning-rate", "0.25"),
        ("schedule", "cosine(end=0.1, warmup=2)"),
        ("epochs", "7"), ("batch-size", "4"), ("patience", "2"), ("min-delta", "0.5"), ("seed", "18446744073709551615"), ("threads", "3"),
    ]

    /// The settings' flags are written one by one beside the table; here is what holds the two together.
    @Test func `the table's settings are flags with the table's help, and there are no others`() throws {
        let help = try Program.run(["train", "--help"]).output
        var flags: [String: [String]] = [:]
        var heading = ""
        for line in help.split(separator: "\n") {
            if let match = line.wholeMatch(of: /([A-Z].*):/) { heading = String(match.1).lowercased() }
            if let match = line.firstMatch(of: /^  (?:-\w, )?--([a-z-]+)/) { flags[heading, default: []].append(String(match.1)) }
        }
        for group in Setting.Group.allCases { #expect(flags[group.rawValue.lowercased()] == group.settings.map(\.key)) }
        let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for setting in Setting.all {
            #expect(words.contains("--\(setting.key) <\(setting.valueName)> \(setting.help) (default: "), "\(setting.key)")
        }
    }

    @Test func `every flag reaches its setting, and the configuration printed gives the same again`() throws {
        let flags = try Program.run(["train", "--print-config"] + settings.flatMap { ["--\($0.0)", $0.1] })
        #expect(flags.status == 0 && flags.errors == "")
        for (key, text) in settings { #expect(flags.output.contains("\n\(key): \(YAMLText.scalar(text))\n"), "\(key)") }
        let folder = try TemporaryFolder()
        try folder.write(Array(flags.output.utf8), "run.yaml")
        #expect(try Program.run(["train", "--print-config", "--config", folder.file("run.yaml")]).output == flags.output)
        let assigned = try Program.run(["train", "--print-config"] + settings.flatMap { ["--set", "\($0.0)=\($0.1)"] })
        #expect(assigned.output == flags.output)
        let parts = try Program.run(["train", "--print-config", "--gamma", "2.5", "--local-iterations", "3"])
        #expect(parts.output.contains("\nmethod: locoprop-m(gamma=2.5, iterations=3, "))
        #expect(folder.names == ["run.yaml"])
    }

    @Test func `a bad file ends with 65 and its lines underlined, a bad flag with 64, and neither leaves anything`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("epochs: 3\nlerning-rate: 1e-3\n".utf8), "run.yaml")
        let file = try Program.run(["train", "--config", "run.yaml", "--seed", "x"], in: folder.path)
        #expect(file.status == 65 && file.output == "")
        #expect(file.errors == """
            run.yaml:2:1: error: unknown key 'lerning-rate'. Did you mean 'learning-rate'? [CFG001]
              |
            2 | lerning-rate: 1e-3
              | ^~~~~~~~~~~~
            help: write it so
            2 | learning-rate: 1e-3
              | ~~~~~~~~~~~~~

            1 error in run.yaml
            error: --seed: 'x' is not a whole number from 0 to 18446744073709551615

            """)
        let flag = try Program.run(["train", "--epochs", "2", "--epochs", "0"], in: folder.path)
        #expect(flag.status == 64)
        #expect(flag.errors == "error: --epochs: '0' is not a whole number from 1 to 1000000\n")
        let missing = try Program.run(["train", "--config", "none.yaml"], in: folder.path)
        #expect(missing.status == 65)
        #expect(folder.names == ["run.yaml"])
    }

    @Test func `a problem with the data is said at the line that asks for it`() throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset()
        try folder.write(Array("data: \(folder.path)\nnetwork: 7-2-6\n".utf8), "run.yaml")
        let result = try Program.run(["train", "--config", folder.file("run.yaml")], in: folder.path)
        #expect(result.status == 65)
        #expect(result.errors.contains("run.yaml:2:10: error: the network begins with 7, and the examples of \(folder.path) have 6 values; begin it with 6 [CFG006]"))
    }

    @Test func `a run's configuration, given to another, repeats it to the bit`() throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset(train: 40, test: 10)
        let settings = [
            "--data", folder.path, "--network", "6-5:elu(beta=0.3)-2-5-6", "--learn", "beta", "--batch-size", "7", "--threads", "2",
            "--seed", "9", "--method", "locoprop-m(gamma=3.7, iterations=3, eta=0.3)", "--optimizer", "adam(beta1=0.8)",
            "--weight-decay", "l2(rate=0.01)", "--clip", "norm(limit=0.3)", "--schedule", "cosine(warmup=1)", "--learning-rate", "0.01",
            "--validation", "0.2", "--epochs", "3",
        ]
        #expect(try Program.run(["train", "--output", folder.file("first")] + settings).status == 0)
        let again = try Program.run(["train", "--config", folder.file("first/config.yaml"), "--output", folder.file("second")])
        #expect(again.status == 0 && again.errors == "")
        func checkpoint(_ run: String) throws -> Safetensors { try Safetensors(path: folder.file("\(run)/checkpoints/last.safetensors")) }
        #expect(try checkpoint("first").tensors == checkpoint("second").tensors)
        #expect(try folder.text("first/config.yaml") == folder.text("second/config.yaml"))
        func metrics(_ run: String) throws -> [[JSONValue.Member]] {
            try folder.text("\(run)/metrics.jsonl").split(separator: "\n").map { line in
                guard case .object(let members) = try JSONValue(parsing: line.utf8) else { return [] }
                return members.filter { !$0.name.hasPrefix("seconds") }
            }
        }
        #expect(try metrics("first") == metrics("second"))
        #expect(try metrics("first").count == 3)
        #expect(try metrics("first").allSatisfy { $0.contains { $0.name == "val_loss" } })
    }

    @Test func `a run that ends early says so, and has nothing left to go on with`() throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset(train: 40, test: 10)
        let result = try Program.run([
            "train", "--data", folder.path, "--network", "6-2-6", "--batch-size", "10", "--learning-rate", "0", "--patience", "2",
            "--epochs", "50", "--output", folder.file("run"),
        ])
        #expect(result.status == 0)
        #expect(result.output.contains("ended early: no loss was better than that of epoch 1\n"))
        #expect(try folder.text("run/metrics.jsonl").split(separator: "\n").count == 3)
        let resumed = try Program.run(["train", "--resume", folder.file("run")])
        #expect(resumed.status == 0)
        #expect(resumed.output == "\(folder.file("run")) is finished: it ended early, because no loss was better than that of epoch 1\n")
    }

    @Test(arguments: ["locoprop-m", "locoprop-s", "backprop"])
    func `a dry run takes a step, says what a run would take, and writes nothing`(method: String) throws {
        let (folder, place) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.writeDataset(train: 40, test: 10)
        let arguments = ["train", "--data", folder.path, "--network", "6-5-2-5-6", "--batch-size", "10", "--method", method, "--dry-run"]
        let result = try Program.run(arguments + ["--validation", "5"], in: place.path)
        #expect(result.status == 0 && result.errors == "")
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines.map { $0.prefix { $0 != " " } } == ["data", "network", "method", "optimizer", "memory", "step", "time", "nothing"])
        #expect(lines[4].contains(/^memory +about [\d,]+ MB for network, trainer and data(; [\d,]+ MB more can be had)?$/))
        #expect(lines[5].contains(/^step +[\d.]+ m?s, loss \d\.\d{3} before the first; 3 an epoch$/))
        #expect(lines[6].contains(/^time +about [\d.]+ m?s an epoch, [\d.]+ m?s of it evaluation; \d+ s in all$/))
        #expect(place.names == [])
        #expect(try Program.run(arguments + ["--quiet"], in: place.path).output == "")
    }

    @Test func `a dry run says every problem at once`() throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset(train: 40, test: 10)
        let before = folder.names
        let place = try TemporaryFolder()
        try place.write(Array("network: 7-3-5\nbatch-size: 100\n".utf8), "run.yaml")
        let arguments = ["train", "--dry-run", "--config", "run.yaml", "--data", folder.path, "--validation", "1000", "--output", folder.path]
        let result = try Program.run(arguments, in: place.path)
        #expect(result.status == 65 && result.output == "")
        for part in [
            "run.yaml:1:10: error: the network begins with 7, and the examples of \(folder.path) have 6 values; begin it with 6 [CFG006]",
            "run.yaml:1:10: error: the network ends with 5, ", "run.yaml:2:13: error: batch size 100, ", "3 errors in run.yaml",
            "error: --validation: validation is 1000, and there are 40 training examples; ", "error: '\(folder.path)' is not empty; ",
        ] { #expect(result.errors.contains(part), "\(part) in \(result.errors)") }
        // Values that are refused do not hide what is wrong with data and folder.
        let refused = try Program.run(
            ["train", "--dry-run", "--epochs", "0", "--set", "sed=1", "--data", "no/such", "--output", folder.path], in: place.path)
        #expect(refused.status == 64)
        #expect(refused.errors.split(separator: "\n").count == 4)
        #expect(refused.errors.contains("--epochs: '0'") && refused.errors.contains("Did you mean 'seed'?") && refused.errors.contains("no/such: no data set"))
        #expect(folder.names == before && place.names == ["run.yaml"])
    }

    @Test func `a dry run says of what was taken whether it fits the data, beside what was refused`() throws {
        let (place, data) = (try TemporaryFolder(), try TemporaryFolder())
        try data.writeDataset(train: 40, test: 10)
        try place.write(Array("epochs: many\nnetwork: 7-5-2-5-6\nbatch-size: 5000\nsed: 1\n".utf8), "run.yaml")
        let arguments = ["train", "--dry-run", "--config", "run.yaml", "--data", data.path]
        let result = try Program.run(arguments, in: place.path)
        #expect(result.status == 65)
        for text in [
            "run.yaml:1:9: error: 'many' is not", "run.yaml:2:10: error: the network begins with 7", "run.yaml:3:13: error: ",
            "run.yaml:4:1: error: unknown key 'sed'", "4 errors in run.yaml",
        ] { #expect(result.errors.contains(text), "\(text): \(result.errors)") }
        // Of a network that was refused nothing can be said, and the recipe's is not the one that was meant.
        try place.write(Array("network: 6-x\n".utf8), "run.yaml")
        let refused = try Program.run(arguments, in: place.path)
        #expect(refused.errors.contains("1 error in run.yaml"), "\(refused.errors)")
    }

    @Test func `a dry run whose step is not finite fails as the run would`() throws {
        let folder = try TemporaryFolder()
        try folder.writeDataset(train: 40, test: 10)
        let result = try Program.run([
            "train", "--dry-run", "--data", folder.path, "--network", "6-5-2-5-6", "--batch-size", "10", "--learning-rate", "1e300",
            "--optimizer", "sgd", "--method", "backprop",
        ], in: folder.path)
        #expect(result.status == 1)
        #expect(result.errors.contains(/^error: the step would make parameters of layer \d \((tanh|linear|sigmoid)\) infinite or NaN/))
    }
}
