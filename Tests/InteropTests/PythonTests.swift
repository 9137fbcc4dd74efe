import Testing
import Training

/// The helper that runs Python for the other suites.
@Suite("Python beside the tests", .enabled(if: Interop.folder != nil, "run by make test-interop"))
struct PythonTests {
    @Test(arguments: ["numpy", "onnx", "onnxruntime", "safetensors", "tensorboard"])
    func `the environment has the packages that the tests use`(package: String) throws {
        #expect(try Python.run("print(__import__(arguments[0]).__name__)", [package]) == package + "\n")
    }

    @Test func `a script that fails is an error with what it said`() throws {
        let failure = #expect(throws: Python.Failure.self) { try Python.run("raise ValueError('the reason')") }
        #expect(failure?.description.contains("ValueError: the reason") == true)
    }

    @Test func `a script that hangs is ended`() throws {
        let failure = #expect(throws: Python.Failure.self) { try Python.run("import time; time.sleep(600)", seconds: 2) }
        #expect(failure?.description.contains("had not ended") == true)
    }

    @Test func `much output arrives whole`() throws {
        let script = "import json; print(json.dumps({'text': 'x' * 1000000, 'given': arguments}))"
        let answer = try Python.json(script, ["a b", "ü"])
        #expect(answer["text"]?.string?.utf8.count == 1_000_000)
        #expect(answer["given"]?.array?.map(\.string) == ["a b", "ü"])
    }
}
