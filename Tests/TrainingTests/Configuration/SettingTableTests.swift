import Activations
import Foundation
import LocoProp
import Testing
import Training
import TrainingTestSupport

/// The table of settings, walked.
@Suite struct SettingTableTests {
    @Test func `keys are words with dashes, and each occurs once`() {
        #expect(Set(Setting.all.map(\.key)).count == Setting.all.count)
        for setting in Setting.all {
            #expect(setting.key.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(setting.key)")
            #expect(setting.help.hasSuffix("."), "\(setting.key)")
            #expect(!setting.form.isEmpty && !setting.valueName.isEmpty)
            if let whole = setting.partOf {
                // The whole is taken first, and prints the part.
                let places = Setting.all.map(\.key)
                #expect(places.firstIndex(of: whole)! < places.firstIndex(of: setting.key)!)
            }
        }
        #expect(Setting.Group.allCases.flatMap(\.settings).map(\.key) == Setting.all.map(\.key))
    }

    /// The default's text is what the recipe gives: written out, it changes nothing.
    @Test(arguments: Recipe.all.map(\.name), Setting.all.map(\.key))
    func `a recipe's default reads as what the recipe is`(recipe: String, key: String) throws {
        let setting = try #require(Setting.named(key))
        let plain = try ConfigurationRequest(assignments: ["recipe=\(recipe)"]).resolved(registry: .catalogue)
        let text = setting.defaultText(try Recipe.named(recipe))
        guard !text.hasPrefix("(") else { return }
        let written = try ConfigurationRequest(assignments: ["recipe=\(recipe)"], flags: [(key, text)])
            .resolved(registry: .catalogue)
        #expect(written.yaml == plain.yaml)
    }

    /// For every setting one value beside the default, by its key.
    static let others: [String: String] = [
        "recipe": "fashion-classifier", "data": "curves", "data-seed": "18446744073709551615",
        "test-fraction": "0.25", "label-column": "a kind: of", "csv-header": "no", "scale": "min-max", "validation": "0.25",
        "patience": "4", "min-delta": "0.125", "network": "6-3:elu(beta=0.001)-2:tanh-3-6",
        "activation": "elu(beta=0.3)", "learn": "beta", "loss": "squared-error",
        "method": "locoprop-s(gamma=3.5, iterations=4, eta=0.125, bias=regularised, schedule=constant, solver=iterative, sample=250)",
        "gamma": "0.1", "local-iterations": "3", "optimizer": "adam(beta1=0.8, epsilon=1e-6)", "learning-rate": "0.1",
        "weight-decay": "l2(rate=0.001)", "clip": "norm(limit=0.5)",
        "schedule": "step(every=3, factor=0.25, warmup=2)", "epochs": "7", "batch-size": "17", "seed": "9223372036854775809", "threads": "3",
        "histograms": "weights",
    ]

    @Test(arguments: Setting.all.map(\.key))
    func `a value is taken alike from a file, an assignment and a flag, and prints as what reads back`(key: String) throws {
        let setting = try #require(Setting.named(key))
        let text = try #require(Self.others[key], "add a value of '\(key)' to this test")
        // 'learn' needs an activation with the parameter.
        let base = key == "learn" ? "activation: elu\n" : ""
        let file = ConfigurationFile(name: "run.yaml", bytes: Array((base + "\(key): \(YAMLText.scalar(text))\n").utf8))
        let assignments = key == "learn" ? ["activation=elu"] : []
        let requests = [
            ConfigurationRequest(file: file), ConfigurationRequest(assignments: assignments + ["\(key)=\(text)"]),
            ConfigurationRequest(assignments: assignments, flags: [(key, text)]),
        ]
        let resolved = try requests.map { try $0.resolved(registry: .catalogue) }
        let plain = try ConfigurationRequest().resolved(registry: .catalogue)
        #expect(resolved[0].yaml != plain.yaml)
        for configuration in resolved {
            #expect(configuration.yaml == resolved[0].yaml)
            try expectToReadBack(configuration)
        }
        if setting.partOf == nil { #expect(setting.text(resolved[0]) != nil) }
    }

    @Test func `all values together read back to the identical configuration`() throws {
        let keys = Setting.all.map(\.key).filter { $0 != "gamma" && $0 != "local-iterations" }
        let flags = keys.map { (key: $0, text: Self.others[$0] ?? "") }
        let configuration = try ConfigurationRequest(flags: flags).resolved(registry: .catalogue)
        try expectToReadBack(configuration)
        #expect(configuration.plan.method.gamma == 3.5 && configuration.plan.method.eta == 0.125)
        #expect(configuration.plan.optimizer.values == [0.8, 0.999, 1e-6])
        #expect(configuration.plan.seed == 9_223_372_036_854_775_809)
        #expect(configuration.plan.threads == 3)
    }

    private func expectToReadBack(_ configuration: Configuration, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = ConfigurationFile(name: "config.yaml", bytes: Array(configuration.yaml.utf8))
        let again = try ConfigurationRequest(file: file).resolved(registry: .catalogue)
        #expect(again.yaml == configuration.yaml, sourceLocation: sourceLocation)
        #expect(again.data == configuration.data && again.data.seed == configuration.data.seed, sourceLocation: sourceLocation)
        let (a, b) = (again.plan, configuration.plan)
        #expect(a.recipe == b.recipe && a.layout.description == b.layout.description && a.learned == b.learned && a.loss == b.loss, sourceLocation: sourceLocation)
        #expect(a.method == b.method && a.optimizer == b.optimizer && a.learningRate == b.learningRate, sourceLocation: sourceLocation)
        #expect(a.validation == b.validation && a.stopping == b.stopping, sourceLocation: sourceLocation)
        #expect(a.decay == b.decay && a.clip == b.clip, sourceLocation: sourceLocation)
        #expect(a.schedule == b.schedule && a.epochs == b.epochs && a.batchSize == b.batchSize, sourceLocation: sourceLocation)
        #expect(a.seed == b.seed && a.threads == b.threads && a.histograms == b.histograms, sourceLocation: sourceLocation)
        #expect(try a.specification() == b.specification(), sourceLocation: sourceLocation)
    }

    /// Texts that YAML reads as something else unless they are quoted.
    @Test(arguments: [
        "plain", "/tmp/a b", "./x", "a: b", "a #b", "#a", "- a", "-a", "", " a", "a ", "a:", "[a]", "{a}", "&a", "*a", "!a", "%a", "@a", "`a`",
        "'a'", "\"a\"", "a\\b", "a\nb", "a\tb", "\u{1B}[31m", "ü", "日本", "😀", "\u{85}", "\u{FEFF}", "...", "---", "?", "? a", "~", "null",
        "true", "1e3", "a,b", "|", ">", "e(beta=0.3, x=1)", "a\"b\\",
    ])
    func `any text survives being written as YAML`(text: String) throws {
        let file = ConfigurationFile(name: "f", bytes: Array("data: \(YAMLText.scalar(text))\n".utf8))
        guard text.contains(where: { !$0.isWhitespace }) else {
            #expect(file.diagnostics.map(\.code) == ["CFG004"])
            return
        }
        #expect(file.diagnostics == [])
        #expect(file.values.first?.text == text)
    }

    @Test func `the page of settings is what the table says`() throws {
        let path = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/Documentation/Configuration.md"
        let page = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        #expect(page == SettingsPage.text, "Documentation/Configuration.md is stale; refresh it with\n    \(SettingsPage.refresh)")
    }
}
