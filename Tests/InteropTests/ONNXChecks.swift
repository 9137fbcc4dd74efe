import Foundation
import Interchange
import Testing
import Training

/// Models with inputs and what they should give, run by the real ONNX Runtime in one go.
struct ONNXChecks {
    /// Of max(1, |expected|).
    static let tolerance = 1e-5

    private let folder: URL
    private var cases: [JSONValue] = []

    /// - Parameter name: of a folder for the models under ``Interop/folder``, where they can be looked at afterwards.
    init(_ name: String) throws { folder = try Interop.emptyFolder(name) }

    /// - Parameters:
    ///   - inputs: [rows, in], row-major; any number of rows.
    ///   - outputs: [rows, out].
    mutating func add(_ name: String, model: [UInt8], inputs: [Float], width: Int, outputs: [Float]) throws {
        let stem = "\(cases.count)-\(name.replacingOccurrences(of: "/", with: "_"))"
        try Data(model).write(to: folder.appendingPathComponent("\(stem).onnx"))
        for (ending, values) in [("in", inputs), ("out", outputs)] {
            let bytes = values.withUnsafeBytes { Data($0) }
            try bytes.write(to: folder.appendingPathComponent("\(stem).\(ending)"))
        }
        cases.append(.object([
            .init("name", .string(name)), .init("stem", .string(stem)), .init("width", .integer(width)),
            .init("rows", .integer(inputs.count / width)),
        ]))
    }

    /// Every case passes the checker, and gives what it should.
    func run(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let list = folder.appendingPathComponent("cases.json")
        try Data(JSONValue.array(cases).rendered.utf8).write(to: list)
        let answers = try Python.json(Self.script, [folder.path], seconds: 600).array ?? []
        #expect(answers.count == cases.count, sourceLocation: sourceLocation)
        for answer in answers {
            let (name, worst) = (answer["name"]?.string ?? "", answer["worst"]?.number ?? .nan)
            #expect(
                worst <= Self.tolerance,
                "\(name): off by \(worst) of max(1, |y|) at \(answer["at"]?.string ?? ""): \(answer["problem"]?.string ?? "")",
                sourceLocation: sourceLocation)
        }
    }

    private static let script = """
        import json, numpy, onnx, onnxruntime, pathlib
        folder = pathlib.Path(arguments[0])
        answers = []
        for case in json.loads((folder / "cases.json").read_text()):
            stem, rows = case["stem"], case["rows"]
            answer = {"name": case["name"], "worst": "inf", "at": "", "problem": ""}
            answers.append(answer)
            try:
                path = str(folder / (stem + ".onnx"))
                onnx.checker.check_model(path, full_check=True)
                domains = {node.domain for node in onnx.load(path).graph.node}
                assert domains <= {"", "ai.onnx"}, domains
                options = onnxruntime.SessionOptions()
                options.intra_op_num_threads = 1
                options.log_severity_level = 3
                session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
                x = numpy.fromfile(folder / (stem + ".in"), numpy.float32).reshape(rows, case["width"])
                want = numpy.fromfile(folder / (stem + ".out"), numpy.float32).reshape(rows, -1).astype(numpy.float64)
                got = session.run(["output"], {"input": x})[0]
                assert got.dtype == numpy.float32 and got.shape == want.shape, (got.dtype, got.shape, want.shape)
                same = (got == want) | (numpy.isnan(got) & numpy.isnan(want))
                with numpy.errstate(all="ignore"):
                    error = numpy.where(same, 0, abs(got - want) / numpy.maximum(1, abs(want)))
                error = numpy.where(numpy.isnan(error), numpy.inf, error)
                worst = numpy.unravel_index(error.argmax(), error.shape)
                answer["worst"] = float(error[worst]) if numpy.isfinite(error[worst]) else "inf"
                row = x[worst[0]]
                answer["at"] = f"{row[worst[1]] if len(row) == got.shape[1] else worst}: {got[worst]} instead of {want[worst]}"
            except Exception as problem:
                answer["problem"] = f"{type(problem).__name__}: {problem}"
        print(json.dumps(answers))
        """
}
