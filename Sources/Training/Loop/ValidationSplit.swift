import LocoProp

/// How many of the training examples are held out of training, to be evaluated after each epoch.
public enum ValidationSplit: Sendable, Equatable, CustomStringConvertible {
    case off
    /// So many.
    case count(Int)
    /// This share of them, above 0 and below 1.
    case share(Double)

    static let form = "off, a whole number of examples, or a share above 0 and below 1"

    /// Reads `off`, `5000` or `0.1`.
    /// - Throws: ``SettingError``.
    package init(parsing text: String) throws(SettingError) {
        if text == "off" {
            self = .off
        } else if let count = Int(text), count > 0 {
            self = .count(count)
        } else if let share = Double(text), share > 0, share < 1 {
            self = .share(share)
        } else {
            throw SettingError("'\(text.prefix(60))' is not \(Self.form)")
        }
    }

    public var description: String {
        switch self {
        case .off: "off"
        case .count(let count): "\(count)"
        case .share(let share): "\(share)"
        }
    }

    /// How many of `examples` are held out.
    package func count(of examples: Int) -> Int {
        switch self {
        case .off: 0
        case .count(let count): count
        case .share(let share): Int((share * Double(examples)).rounded())
        }
    }
}

extension Dataset {
    /// The data without those training examples that are held out, and these; which ones, the seed decides alone.
    /// All are scaled by the numbers of the examples that are left.
    /// - Throws: ``PlanError/validation(_:examples:)`` if either part would be empty; ``DataError``, for a file that
    ///   cannot be read any more.
    package func holdingOut(_ split: ValidationSplit, seed: UInt64) throws -> (data: Dataset, validation: ExampleSet?) {
        guard split != .off else { return (self, nil) }
        let count = split.count(of: train.count)
        guard 1..<max(train.count, 1) ~= count else { throw PlanError.validation("\(split)", examples: train.count) }
        // A stream that no epoch has.
        var random = SeededGenerator(seed: seed, stream: .max)
        let order = random.permutation(of: train.count)
        let rest = try training(on: order[count...].sorted())
        var held = train.choosing(order[..<count].sorted())
        held.scale = rest.scale
        return (rest, held)
    }
}
