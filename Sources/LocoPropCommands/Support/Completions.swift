import ActivationCore
import ArgumentParser
import LocoProp
import Training

extension CompletionKind {
    /// The names that the catalogue's activations have.
    static var activations: CompletionKind {
        .list(LocoPropProgram.registry.entries.map { $0.descriptor.name })
    }

    static var catalogues: CompletionKind { .file(extensions: ["yaml", "yml"]) }

    /// A named data set, or a file or folder.
    static var data: CompletionKind {
        .custom { _, _, prefix in
            NamedDataset.all.map(\.name).filter { $0.hasPrefix(prefix) } + paths(prefix)
        }
    }

    /// What a setting of a run takes; nothing for numbers.
    static func setting(_ key: String) -> CompletionKind {
        switch key {
        case "activation": .activations
        case "data": .data
        case "loss": .list(FinalLoss.allCases.map(\.rawValue))
        case "method": .list(Method.table.map(\.name))
        case "optimizer": .list(Optimizer.table.map(\.name))
        case "recipe": .list(Recipe.all.map(\.name))
        case "schedule": .list(LearningRateSchedule.table.map(\.name))
        default: .default
        }
    }

    private static func paths(_ prefix: String) -> [String] {
        let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
        return FileSystem.names(in: folder.isEmpty ? "." : folder).map { folder + $0 }
            .filter { $0.hasPrefix(prefix) && (prefix.contains("/.") || !$0.hasPrefix(".")) }
            .map { FileSystem.kind(of: $0) == .directory ? $0 + "/" : $0 }
    }
}
