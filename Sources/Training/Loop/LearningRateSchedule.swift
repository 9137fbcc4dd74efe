import LocoProp

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How the learning rate goes with the epochs, counted from 0 here: a kind with its options, written
/// `cosine(end=0.1, warmup=5)`.
public struct LearningRateSchedule: Sendable, Equatable {
    public enum Kind: String, CaseIterable, Sendable {
        case constant, linear, cosine, step, exponential, locoprop2022
    }

    public let kind: Kind
    /// The options' values in the descriptor's order.
    public let values: [Double]

    /// The schedule with its default options.
    public init(_ kind: Kind) {
        self.kind = kind
        values = NamedChoice.defaults(Self.descriptor(kind))
    }

    public static let constant = LearningRateSchedule(.constant)
    public static let locoprop2022 = LearningRateSchedule(.locoprop2022)

    /// Reads `constant` or `step(every=20, factor=0.5)`.
    /// - Throws: `LocoPropError` for an unknown name or option, and for a value outside its domain.
    public init(parsing text: String) throws(LocoPropError) {
        let choice = try NamedChoice(text, kind: "schedule", in: Self.table)
        // The table has a row for each kind, in their order.
        kind = Kind.allCases[choice.row]
        values = choice.values
    }

    /// The factor of the learning rate in epoch `epoch` of `epochs`.
    ///
    /// With w = `warmup`, epochs e < w have (e + 1)/(w + 1), and what follows is the kind's own course with e − w in
    /// place of e and n − w in place of n.
    public func factor(epoch: Int, epochs: Int) -> Double {
        let warmup = self["warmup"].map { Int($0) } ?? 0
        if epoch < warmup { return Double(epoch + 1) / Double(warmup + 1) }
        let e = epoch - warmup
        let share = min(Double(e) / Double(max(epochs - warmup, 1)), 1)
        let end = self["end"] ?? 0
        return switch kind {
        case .constant: 1
        case .linear: end + (1 - end) * (1 - share)
        case .cosine: end + (1 - end) * (1 + cos(.pi * share)) / 2
        case .step: pow(self["factor"] ?? 1, Double(e / (self["every"].map { Int($0) } ?? 1)))
        case .exponential: pow(self["factor"] ?? 1, Double(e))
        case .locoprop2022:
            epoch < 5 ? Double(epoch) / 5 : max(0, 1 - Double(epoch - 4) / Double(max(epochs, 100) - 5))
        }
    }

    /// The value of an option; `nil` if the kind has none of that name.
    public subscript(option: String) -> Double? {
        Self.descriptor(kind).options.firstIndex { $0.name == option }.map { values[$0] }
    }
}

extension LearningRateSchedule: CustomStringConvertible {
    /// `step(every=10, factor=0.5, warmup=0)`: reads back through ``init(parsing:)``.
    public var description: String { NamedChoice.text(Self.descriptor(kind), values) }
}

extension LearningRateSchedule {
    /// Every schedule, in the order of ``Kind``: the factor of the rate in epoch e = 0, 1, … of n.
    public static let table: [ChoiceDescriptor] = Kind.allCases.map(descriptor)

    private static func descriptor(_ kind: Kind) -> ChoiceDescriptor {
        let (summary, options): (String, [OptionDescriptor]) = switch kind {
        case .constant: ("1: the same rate in every epoch", [warmup])
        case .linear: ("end + (1 − end)(1 − e/n): falls on a line", [end, warmup])
        case .cosine: ("end + (1 − end)(1 + cos πe/n)/2: falls on half a wave (Loshchilov and Hutter, ICLR 2017)", [end, warmup])
        case .step: ("factor^⌊e/every⌋: falls in steps", [
            OptionDescriptor(
                name: "every", defaultText: "10", domain: .count(limit: TrainingPlan.largestEpochs), note: "epochs of a step"),
            OptionDescriptor(name: "factor", defaultText: "0.5", domain: .positiveProportion, note: "of each step"), warmup,
        ])
        case .exponential: ("factor^e: falls by a factor each epoch", [
            OptionDescriptor(name: "factor", defaultText: "0.95", domain: .positiveProportion, note: "of each epoch"), warmup,
        ])
        case .locoprop2022: ("e/5 for e < 5, so that epoch 0 does not move; then 1 − (e − 4)/(max(n, 100) − 5): as published", [])
        }
        return ChoiceDescriptor(name: kind.rawValue, summary: summary, options: options)
    }

    private static let end = OptionDescriptor(
        name: "end", defaultText: "0", domain: .proportion, note: "the share of the rate that it falls to")
    private static let warmup = OptionDescriptor(
        name: "warmup", defaultText: "0", domain: .countFromZero(limit: TrainingPlan.largestEpochs),
        note: "epochs before, in which the rate rises to its height on a line")
}
