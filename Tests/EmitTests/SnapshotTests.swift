import Emit
import Foundation
import Testing

@Suite("Generated/")
struct SnapshotTests {
    private let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../..").standardized

    @Test("is what the build generates from activations.yaml")
    func isCurrent() throws {
        let catalogue = try Data(contentsOf: package.appendingPathComponent("activations.yaml"))
        let output = try GeneratorPipeline.run(catalogue: [UInt8](catalogue))
        let files = output.kernels + output.swift + output.reference + output.plots()
        let folder = package.appendingPathComponent("Generated")
        let refresh = "swift package --allow-writing-to-package-directory snapshot-activations"
        for file in files {
            let url = folder.appendingPathComponent(file.name)
            let committed = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
            #expect(
                committed == file.text,
                "Generated/\(file.name) is stale; refresh it with\n    \(refresh)\n\(difference(committed, file.text))")
        }
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let strays = Set(names).subtracting(files.map(\.name)).subtracting(["README.md", "Plots"])
        #expect(strays.isEmpty, "Generated/ has files that the build does not generate")
    }

    @Test("the same catalogue gives the same bytes")
    func isDeterministic() throws {
        let catalogue = [UInt8](try Data(contentsOf: package.appendingPathComponent("activations.yaml")))
        let (first, second) = (try GeneratorPipeline.run(catalogue: catalogue), try GeneratorPipeline.run(catalogue: catalogue))
        #expect(first.kernels == second.kernels && first.swift == second.swift && first.reference == second.reference)
    }

    @Test("file names do not depend on the catalogue, because SwiftPM plans the build before it is read")
    func namesAreFixed() throws {
        let catalogue = [UInt8](try Data(contentsOf: package.appendingPathComponent("activations.yaml")))
        let one = Array("schema: 1\nactivations:\n  - name: cube\n    type: Cube\n    title: Cube\n    link: a^3\n    integral: a^4/4\n".utf8)
        let (full, small) = (try GeneratorPipeline.run(catalogue: catalogue), try GeneratorPipeline.run(catalogue: one))
        #expect(full.kernels.map(\.name) == small.kernels.map(\.name))
        #expect(full.swift.map(\.name) == small.swift.map(\.name))
        #expect(small.swift[0].text.contains("public struct Cube: ElementwiseActivation {"))
    }

    @Test("problems of every stage are reported in one run, in the order of the file")
    func allProblems() {
        let text = """
            schema: 1
            activations:
              - name: falling
                type: Falling
                title: Falling
                link: -tanh(a)
                integral: -log(cosh(a))
              - name: wrong
                type: Wrong
                title: Wrong
                link: tanh(a)
                integral: log(sinh(a)^2 + 2)
              - name: broken
                type: Broken
                title: Broken
                link: tanh(a
                integral: a
            """
        do {
            _ = try GeneratorPipeline.run(catalogue: Array(text.utf8))
            Issue.record("a catalogue with three wrong entries was accepted")
        } catch {
            #expect(error.diagnostics.map(\.position.line) == [6, 12, 16])
            #expect(error.diagnostics[0].message.contains("decreases"))
        }
    }

    /// The first line that differs, with its number.
    private func difference(_ old: String, _ new: String) -> String {
        let (old, new) = (old.split(separator: "\n", omittingEmptySubsequences: false), new.split(separator: "\n", omittingEmptySubsequences: false))
        for i in 0..<max(old.count, new.count) {
            let (before, after) = (i < old.count ? old[i] : "", i < new.count ? new[i] : "")
            if before != after { return "line \(i + 1):\n- \(before)\n+ \(after)" }
        }
        return "the files are equal"
    }
}
