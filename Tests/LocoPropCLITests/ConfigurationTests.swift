import Activations
import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

@Suite struct ConfigurationTests {
    /// Settings that differ from every default, as `train` prints them.
    private let settings = [
        ("recipe", "locoprop2022"), ("data", "curves"), ("data-seed", "3"), ("test-fraction", "0.25"), ("label-column", "kind of"),
        ("csv-header", "yes"), ("scale", "min-max"), ("network", "6-5-2-5-6"), ("activation", "elu(beta=0.3)"),
        ("learn", "beta"), ("loss", "squared-error"),
        ("method", "locoprop-s(gamma=3.5, iterations=4, eta=off, bias=fixed, schedule=constant, solver=iterative, sample=250)"),
        ("optimizer", "adam(beta1=0.8, beta2=0.99, epsilon=1e-06)"), ("learning-rate", "0.25"), ("schedule", "constant"),
        ("epochs", "7"), ("batch-size", "4"), ("seed", "18446744073709551615"), ("threads", "3"),
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
}
