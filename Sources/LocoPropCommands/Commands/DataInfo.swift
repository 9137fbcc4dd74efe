import ArgumentParser
import Training

struct DataInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Say what data hold, and all that is wrong with them.",
        discussion: """
            Reads the data as train would, and looks at every value: shapes, counts, ranges, classes, the entropy floor (the \
            least cross entropy of a reconstruction), memory, and a digest of the values that does not depend on the format. \
            Problems are reported all at once, with exit status 65.

            Examples:
              locoprop data info fashion-mnist
              locoprop data info iris.csv --label-column=-1 --scale standardise
              locoprop data info arrays.npz --json

            Data:
            \(DataHelp.listing(DataHelp.sources))

            Scalings:
            \(DataHelp.listing(DataHelp.scalings))
            """)

    @Argument(help: ArgumentHelp("A data set, a file or a folder.", valueName: "name|path"), completion: .data)
    var data: String

    @OptionGroup var reading: DataReadingOptions

    @Option(help: ArgumentHelp("How values are scaled. (default: \(Scaling.none.rawValue))", valueName: "name"))
    var scale: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let request = try reading.applied(to: DataRequest(data, scaling: scale.map { try Scaling(parsing: $0) } ?? .none))
        do {
            let info = try DataInfo(request)
            StandardOutput.print(json ? info.json.rendered : Self.text(info))
        } catch let error as DataError where json {
            let problems = error.each.map { JSONValue.string($0.description) }
            StandardOutput.print(JSONValue.object([.init("data", .string(data)), .init("problems", .array(problems))]).rendered)
            throw error
        }
    }

    static func text(_ info: DataInfo) -> String {
        var rows = [["data", info.name]]
        rows.append(["train", part(info.train)])
        rows.append(["test", part(info.test) + (info.isSplitHere ? "; split off (\(info.request.testFraction) of the examples, seed \(info.request.seed))" : "")])
        rows.append(["stored as", "\(info.train.storedAs), \(info.train.isInFile ? "read from the file batch by batch" : "kept in memory")"])
        rows.append(["scale", "\(info.request.scaling.rawValue): \(info.request.scaling.title)"])
        rows.append(["train values", values(info.train)])
        rows.append(["test values", values(info.test)])
        if let train = info.train.entropyFloor, let test = info.test.entropyFloor {
            rows.append(["entropy floor", "\(Text.fixed(train, 3)) and \(Text.fixed(test, 3)) nats an example"])
        }
        if info.classCount > 0 {
            let shown = (0..<min(info.classCount, 20)).map { index in
                let counts = [info.train, info.test].map { index < $0.classCounts.count ? Text.grouped($0.classCounts[index]) : "0" }
                return "\(info.className(index)): \(counts.joined(separator: "+"))"
            }
            rows.append(["classes", "\(info.classCount), train+test: \(shown.joined(separator: "  "))\(info.classCount > 20 ? "  …" : "")"])
        }
        rows.append(["memory", "\(Text.grouped((info.train.memory + info.test.memory) >> 10)) KiB"])
        rows.append(["digest", "train \(info.train.digestText), test \(info.test.digestText)"])
        return Text.table(rows) + info.remarks.map { "\nnote: \($0)" }.joined()
    }

    private static func part(_ part: PartInfo) -> String {
        "\(Text.grouped(part.count)) example\(part.count == 1 ? "" : "s") of \(part.shape.map(String.init).joined(separator: "×"))"
    }

    private static func values(_ part: PartInfo) -> String {
        func short(_ x: Double) -> String { abs(x) >= 1e-3 && abs(x) < 1e6 || x == 0 ? Text.fixed(x, 4) : "\(Float(x))" }
        return "\(part.least) to \(part.largest), mean \(short(part.mean)), standard deviation \(short(part.deviation))"
    }
}
