import ActivationCore
import ArgumentParser
import LocoProp
import Suggestions
import Training

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a trained network in another program's format.",
        usage: "locoprop export RUN|WEIGHTS --output FILE [--format NAME] [--layout NAME] [--force]",
        discussion: """
            Examples:
              locoprop export runs/2026-01-31-120000-locoprop-m-tanh-fashion-mnist --output network.onnx
              locoprop export weights.safetensors --layout torch --output for-torch.safetensors
              locoprop export RUN/checkpoints/best.safetensors --output weights.npz --force

            Formats:
            \(listing(ExportFormat.allCases.map { ($0.rawValue, $0.summary) }))

            Layouts, of safetensors and npz:
            \(listing(ExportLayout.allCases.map { ($0.rawValue, $0.summary) }))

            An ONNX model takes rows of numbers as training had them (pixels from 0 to 1), as many at once as you \
            like, and gives rows. Every activation of the catalogue is written as its own formula; outputs are \
            ours to 1e-5 of max(1, |y|) in ONNX Runtime.
            """)

    @Argument(help: ArgumentHelp("A run's folder, or a file of weights.", valueName: "run|weights"), completion: .file())
    var weights: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
    var output: String

    @Option(
        help: ArgumentHelp("What to write. (default: as the file's name ends)", valueName: "name"),
        completion: .list(ExportFormat.allCases.map(\.rawValue)))
    var format: String?

    @Option(
        help: ArgumentHelp("How weights are laid out.", valueName: "name"),
        completion: .list(ExportLayout.allCases.map(\.rawValue)))
    var layout: String?

    @Flag(help: "Replace the file if it exists.")
    var force = false

    func run() throws {
        let format = try chosenFormat()
        let layout = try layout.map { try Self.choice($0, "layout", ExportLayout.self) }
        if format == .onnx, layout != nil {
            throw UsageError("--layout: an ONNX model says itself how its weights lie; leave the option out")
        }
        try checkOutput()
        let saved = try SavedNetwork(path: weights, registry: LocoPropProgram.registry)
        try saved.export(as: format, layout: layout ?? .locoprop, to: output)
        StandardOutput.print("\(output): \(format.rawValue), \(saved.network.specification.parameterCount) parameters")
    }

    private func chosenFormat() throws -> ExportFormat {
        if let format { return try Self.choice(format, "format", ExportFormat.self) }
        let ending = output.split(separator: "/").last?.split(separator: ".").dropFirst().last.map(String.init) ?? ""
        guard let format = ExportFormat(rawValue: ending.lowercased()) else {
            throw UsageError("'\(output)' does not say its format; end it in .onnx, .safetensors or .npz, or give --format")
        }
        return format
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ text: String, _ what: String, _: Choice.Type
    ) throws -> Choice where Choice.RawValue == String {
        if let choice = Choice(rawValue: text) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        throw UsageError("unknown \(what) '\(text)'.\(suggestion(for: text, in: names)) There are \(names.joined(separator: ", ")).")
    }

    private func checkOutput() throws {
        switch FileSystem.kind(of: output) {
        case .missing: break
        case .file:
            guard force else { throw UsageError("'\(output)' exists; name another file, or give --force to replace it") }
        case .directory: throw UsageError("'\(output)' is a folder; name a file in it")
        case .special: throw UsageError("'\(output)' is no regular file; name another one")
        case .unreadable(let reason): throw FileError(path: output, action: "write", reason: reason)
        }
    }

    private static func listing(_ items: [(String, String)]) -> String {
        Text.table(items.map { ["  " + $0.0, $0.1] })
    }
}
