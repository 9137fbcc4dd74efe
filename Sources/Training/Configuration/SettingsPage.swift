import LocoProp
import YAMLReader

/// `Documentation/Configuration.md`, from the table of settings.
package enum SettingsPage {
    /// The whole page; a test holds that the file is this text.
    package static var text: String {
        (introduction + Setting.Group.allCases.flatMap(section) + methods + problems).joined(separator: "\n") + "\n"
    }

    /// The command that writes it.
    package static let refresh = "locoprop train --explain-settings > Documentation/Configuration.md"

    private static let introduction = [
        "# Configuration", "",
        "Every setting of a training run has one key. It is a flag of `locoprop train` (`--learning-rate 1e-4`), a key of a",
        "configuration file (`learning-rate: 1e-4`) and of `--set` (`--set learning-rate=1e-4`). The stronger source wins:", "",
        "    recipe  <  --config FILE  <  --set KEY=VALUE  <  flags", "",
        "- A configuration file is YAML with one line `key: value` for each setting that it gives. All problems of it are said in one",
        "  run, with their places. Every value is a text: quotes are needed only where YAML would read something else. `-` is",
        "  standard input.",
        "- An unknown key is an error that names the nearest one. The same key twice in a file, or with `--set`, is an",
        "  error; of a flag given twice the last counts.",
        "- `--print-config` prints the resolved settings as such a file, and does nothing else. A run's `config.yaml` is this file: with",
        "  `--config` it repeats the run to the bit (same program, same kind of processor, same data).",
        "- `--dry-run` checks settings, data, folder, memory and a step of real work, says every problem at once, estimates the time, and",
        "  writes nothing.",
        "- Relative paths are relative to the folder that the program runs in, in files too.",
        "- `gamma` and `local-iterations` are options of the method: a stronger source that gives `method` takes back what weaker ones said of them.",
        "- Problems of a file end with exit status 65, those of flags with 64.", "",
        "```console",
        "$ locoprop train --print-config --epochs 5 > run.yaml",
        "$ locoprop train --config run.yaml --set seed=1 --threads 2",
        "```", "",
        "The defaults below are those of the recipes, the first recipe's alone where all agree. What depends on the method is shown for",
        "the recipe's own.", "",
        "This page is written from the table in `Sources/Training/Configuration/SettingTable.swift`; a test holds that it is so.",
    ]

    private static func section(_ group: Setting.Group) -> [String] {
        ["", "## \(group.rawValue)", "", "| key | value | default | |", "|---|---|---|---|"]
            + group.settings.map { "| `\($0.key)` | \(cell($0.form)) | \(cell(defaults($0))) | \(cell($0.help)) |" }
    }

    private static func defaults(_ setting: Setting) -> String {
        func code(_ text: String) -> String { text.hasPrefix("(") ? String(text.dropFirst().dropLast()) : "`\(text)`" }
        let texts = Recipe.all.map { ($0.name, setting.defaultText($0)) }
        guard let first = texts.first, texts.contains(where: { $0.1 != first.1 }), setting.key != "recipe" else {
            return code(texts.first?.1 ?? "")
        }
        return texts.map { "\($0.0): \(code($0.1))" }.joined(separator: "; ")
    }

    private static var methods: [String] {
        var lines = ["", "## Methods and optimizers, with their options", "", "| name | options with their defaults |", "|---|---|"]
        func row(_ name: String, _ options: [OptionDescriptor]) -> String {
            "| `\(name)` | \(cell(texts(options))) |"
        }
        func texts(_ options: [OptionDescriptor]) -> String {
            options.map { "`\($0.name)=\($0.defaultText)` (\($0.note); \($0.domain.description))" }.joined(separator: "; ")
        }
        lines += Method.table.map { row($0.name, $0.options) } + Optimizer.table.map { row($0.name, $0.options) }
        for (title, table) in [
            ("Schedules", LearningRateSchedule.table), ("Weight decay", WeightDecay.table), ("Clipping of gradients", GradientClip.table),
        ] {
            lines += ["", "## \(title)", "", "| name | | options with their defaults |", "|---|---|---|"]
            lines += table.map { "| `\($0.name)` | \(cell($0.summary)) | \(cell(texts($0.options))) |" }
        }
        return lines + Self.notes
    }

    private static let notes = [
        "",
        "Epochs e count from 0, of n. With `warmup=w` epochs e < w have (e + 1)/(w + 1) of the rate, and then the schedule's own course",
        "begins, with e − w and n − w in place of e and n.", "",
        "Weight decay acts in each step of the optimizer: once a batch under BackProp, in each of LocoProp's T local iterations, there at",
        "the local rate. `decoupled` is AdamW's: w ← w − lr λ w before the step, which does not see it. `l2` adds λ w to the gradient",
        "after it was clipped: λ/2 ‖W‖² in the loss, or in each layer's local objective. Biases and learned parameters of activations",
        "do not decay. The closed form of LocoProp-S has no steps, and refuses it; K-FAC and Shampoo refuse it, and `clip`, because they take",
        "the length of a step from their own models.", "",
        "Under BackProp `clip` bounds the gradient of all parameters. LocoProp has no such gradient; there `clip` bounds the backward",
        "gradients g = ∂L/∂a of all layers, from which the targets are set (with a learned parameter also ∂L/∂f(a)), before they are: so",
        "`norm` is the same as a smaller γ for the batch, and the local problems stay what they are.",
    ]

    private static var problems: [String] {
        ["", "## What can be wrong with a file", "",
            "Beside what the reader of YAML says (`CAT…`, in [Diagnostics.md](Diagnostics.md)):", "", "| code | |", "|---|---|"]
            + ConfigurationProblem.allCases.map { "| \($0.number) | \($0.title) |" }
    }

    /// `|` would end a table's cell.
    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
