import ActivationCore
import ArgumentParser
import Training

/// The options of every computation with an activation: which one, and in which precision.
struct ActivationRequest: ParsableArguments {
    @Argument(help: ArgumentHelp("A name, an alias, or 'NAME(parameter=value)'.", valueName: "name"), completion: .activations)
    var name: String

    @Option(name: .customLong("set"), help: ArgumentHelp("Set a parameter; may be repeated.", valueName: "parameter=value"))
    var settings: [String] = []

    @Option(help: ArgumentHelp("float or double.", valueName: "type"))
    var precision: Precision = .float

    @Flag(help: "Print one JSON object.")
    var json = false

    enum Precision: String, ExpressibleByArgument {
        case float, double
    }

    /// The activation with its parameters set.
    func activation() throws -> any Activation {
        let (entry, given) = try LocoPropProgram.registry.parse(name)
        var values = given
        for setting in settings {
            let sides = setting.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2, !sides[0].isEmpty else {
                throw UsageError("--set '\(setting)': write it like beta=0.3")
            }
            guard let value = Double(sides[1]) else {
                throw UsageError("--set '\(setting)': '\(sides[1])' is no number")
            }
            guard values.updateValue(value, forKey: sides[0]) == nil else {
                throw UsageError("--set '\(setting)': '\(sides[0])' is given twice; leave one of them out")
            }
        }
        return try LocoPropProgram.registry.make(entry, parameters: values)
    }

    /// The beginning of every answer.
    func header(_ activation: any Activation) -> [JSONValue.Member] {
        let descriptor = type(of: activation).descriptor
        let parameters = zip(descriptor.parameters, activation.parameterValues).map {
            JSONValue.Member($0.name, .double($1))
        }
        return [
            .init("name", .string(descriptor.name)),
            .init("parameters", .object(parameters)),
            .init("precision", .string(precision.rawValue)),
        ]
    }

    /// Prints rows: as the JSON object of the contract, or as a table.
    func print(_ rows: [[JSONValue.Member]], of activation: any Activation) {
        guard !json else {
            let members = header(activation) + [.init("rows", .array(rows.map { .object($0) }))]
            StandardOutput.print(JSONValue.object(members).rendered)
            return
        }
        guard let first = rows.first else { return }
        let cells = rows.map { row in row.map { member in member.value.string ?? member.value.rendered } }
        StandardOutput.print("\(activation), \(precision.rawValue)\n" + Text.table([first.map(\.name)] + cells))
    }
}
