import Activations
import Foundation
import Testing
import Training
import TrainingTestSupport

/// Studies of a small network on a small data set.
@Suite struct StudyRunnerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.writeDataset(train: 40, test: 10)
    }

    private func study(_ more: String = "", epochs: Int = 4) throws -> Study {
        try StudyFile.read(name: "study.yaml", bytes: Array("""
            settings: {network: 6-5-2-5-6, batch-size: 10, threads: 1, epochs: \(epochs), schedule: constant}
            workloads: {small: {data: "\(folder.path)"}}
            methods:
              M: {method: locoprop-m, learning-rate: 1e-4}
              Adam: {method: backprop, learning-rate: 1e-3}
            seeds: 0, 1
            \(more)
            """.utf8))
    }

    private func runner(_ study: Study, _ name: String, resuming: Bool = false, shouldStop: @escaping () -> Bool = { false }) throws -> StudyRunner {
        let output = folder.path + "-" + name
        let held = try resuming ? StudyFolder(resuming: output) : StudyFolder(at: output, replacing: false)
        try held.write(study.yaml, to: StudyFolder.studyName)
        return StudyRunner(study, in: held, registry: .catalogue, command: ["test"], shouldStop: shouldStop)
    }

    private func remove(_ names: String...) { for name in names { try? FileManager.default.removeItem(atPath: folder.path + "-" + name) } }

    @Test func `runs that were done are taken as they are, those that were interrupted go on to the same numbers`() throws {
        defer { remove("whole", "parts") }
        let study = try study()
        let pairing = Study.Pairing(workload: 0, method: 0)
        var whole = try runner(study, "whole")
        let expected = try #require(try whole.run(pairing, seed: 1, name: "seed-1") { _ in }).result
        #expect(expected.ending == .finished && expected.records.count == 4)

        var steps = 0
        var parts: StudyRunner? = try runner(study, "parts", shouldStop: { steps >= 7 })
        #expect(try parts?.run(pairing, seed: 1, name: "seed-1") { if case .training(.step, _) = $0 { steps += 1 } } == nil)
        #expect(steps == 7)
        parts = nil
        parts = try runner(study, "parts", resuming: true)
        let result = try #require(try parts?.run(pairing, seed: 1, name: "seed-1") { if case .training(.step, _) = $0 { steps += 1 } }).result
        #expect(steps == 16)
        #expect(result.records.map(\.train) == expected.records.map(\.train))
        let again = try #require(try parts?.run(pairing, seed: 1, name: "seed-1") { _ in Issue.record("the run is done") }).result
        #expect(again.records == result.records && again.ending == .finished && (again.peakMemory ?? 0) > 0)
    }

    @Test func `a run of other settings is not taken for this one`() throws {
        defer { remove("other") }
        let pairing = Study.Pairing(workload: 0, method: 1)
        var first: StudyRunner? = try runner(study(), "other")
        _ = try first?.run(pairing, seed: 0, name: "seed-0") { _ in }
        first = nil
        var second = try runner(study(epochs: 5), "other", resuming: true)
        let error = try #require(throws: StudyError.self) { try second.run(pairing, seed: 0, name: "seed-0") { _ in } }
        #expect("\(error)".contains("epochs is '4' there and '5' here"))
    }

    @Test func `a run that diverges is a result, once`() throws {
        defer { remove("diverging") }
        let study = try study("tuned: {small: {Adam: {learning-rate: 1e38}}}")
        var runner = try runner(study, "diverging")
        let pairing = Study.Pairing(workload: 0, method: 1)
        let result = try #require(try runner.run(pairing, seed: 0, name: "seed-0") { _ in }).result
        guard case .diverged(let reason) = result.ending else { Issue.record("\(result.ending)"); return }
        #expect(reason.contains("epoch 1"))
        _ = try runner.run(pairing, seed: 0, name: "seed-0") { _ in Issue.record("it would diverge again") }
    }

    @Test func `a budget in seconds gives a method its epochs, all seeds the same`() throws {
        defer { remove("budget") }
        let study = try study("seconds: 0.05")
        var first: StudyRunner? = try runner(study, "budget")
        let pairing = Study.Pairing(workload: 0, method: 0)
        let configuration = try #require(try first?.configuration(pairing, seed: 0) { _ in })
        let result = try #require(try first?.run(pairing, seed: 0, name: "seed-0") { _ in }).result
        #expect(configuration.plan.epochs >= 1 && result.records.count == configuration.plan.epochs)
        first = nil
        var second = try runner(study, "budget", resuming: true)
        #expect(try second.configuration(pairing, seed: 1) { _ in Issue.record("it was measured before") }?.plan.epochs == configuration.plan.epochs)
    }

    @Test func `a sweep finds a better rate, and goes on where it was stopped`() throws {
        defer { remove("sweep", "stopped") }
        let study = try study("trials: 6", epochs: 6)
        func sweep(_ runner: inout StudyRunner) throws -> Sweep? {
            var sweep = Sweep(study)
            let isWhole = try sweep.run(&runner, begins: { _ in }, ends: { _, _ in }, searched: { _ in }, report: { _ in })
            return isWhole ? sweep : nil
        }
        var whole = try runner(study, "sweep")
        let expected = try #require(try sweep(&whole))
        for search in expected.searches {
            let grid = try #require(search.grid)
            let chosen = try #require(search.chosen)
            #expect(grid.losses.count <= 6 && search.epochs == (2, 6))
            #expect(search.finals.count >= 2 && search.finals.values.min() == search.finals[chosen])
            #expect((grid.losses[chosen] ?? .infinity) <= (grid.losses[0] ?? 0))
        }
        var calls = 0
        var stopped: StudyRunner? = try runner(study, "stopped", shouldStop: {
            calls += 1
            return calls > 300
        })
        #expect(try sweep(&stopped!) == nil)
        stopped = nil
        var resumed = try runner(study, "stopped", resuming: true)
        let found = try #require(try sweep(&resumed))
        #expect(found.json == expected.json)
        // What was found is what a comparison then runs.
        let tuned = try StudyFile.read(name: "tuned.yaml", bytes: Array(found.tuned.yaml.utf8))
        for search in found.searches {
            let plan = try tuned.configuration(search.pairing, seed: 0, registry: .catalogue).plan
            #expect(plan.learningRate == search.chosen.flatMap { search.grid?.value($0) })
        }
    }

    @Test func `a method that chooses its rate is left as it is, an option of it can be searched`() throws {
        let study = try StudyFile.read(name: "s", bytes: Array("""
            workloads: {small: {data: "\(folder.path)"}}
            methods:
              a: {method: kfac}
              b: {method: kfac, tune: damping}
              c: {method: "locoprop-m(solver=kronecker)"}
            """.utf8))
        let values = try study.pairings.map { pairing in
            study.methods[pairing.method].tuning.value(in: try study.configuration(pairing, seed: 0, registry: .catalogue))
        }
        #expect(values == [nil, 5, nil])
        let configuration = try study.configuration(.init(workload: 0, method: 1), seed: 0, registry: .catalogue)
        let extra = Tuning.option("damping").settings(0.5, in: configuration)
        #expect(try study.configuration(.init(workload: 0, method: 1), seed: 0, extra: extra, registry: .catalogue).plan.method.kfac?.damping == 0.5)
    }

    @Test func `two processes do not work at one study`() throws {
        defer { remove("busy") }
        let study = try study()
        let first = try runner(study, "busy")
        #expect(throws: RunFolderError.self) { try StudyFolder(resuming: first.folder.path) }
        #expect(throws: StudyError.self) { try StudyFolder(at: first.folder.path, replacing: false) }
        #expect(throws: StudyError.notAStudy(folder.path)) { try StudyFolder(resuming: folder.path) }
    }
}
