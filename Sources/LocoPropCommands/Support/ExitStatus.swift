import ActivationCore
import LocoProp
import Pictures
import Training

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the program's exit status says (sysexits.h, where it has a word for it).
enum ExitStatus: Int32 {
    case failed = 1
    case usage = 64
    case data = 65

    /// The status of an error of ours; `nil` for those of the argument parser, which has its own way.
    init?(of error: any Error) {
        switch error {
        case is UsageError, is SettingError, is ActivationError, is PlanError, is RunFolderError, is ResumptionError,
            is StudyError: self = .usage
        case let error as DryRun.Problems: self = error.status
        // A file with a problem is bad input; a flag is wrong usage.
        case let error as ConfigurationError: self = error.diagnostics.isEmpty ? .usage : .data
        case let error as DataError:
            switch error.problem {
            case .unknown, .unfitOption: self = .usage
            default: self = .data
            }
        case is WeightsError: self = .data
        case let error as LocoPropError:
            switch error {
            // What only a batch can show is in the data; all else was asked for.
            case .target, .notFinite(.input): self = .data
            case .notFinite: self = .failed
            default: self = .usage
            }
        case is FileError, is TrainingFailure, is PNG.OutOfMemory: self = .failed
        default: return nil
        }
    }
}

/// A request that cannot be met as it stands. `description` says how to mend it.
struct UsageError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

func exit(_ status: ExitStatus) -> Never { exit(status.rawValue) }
