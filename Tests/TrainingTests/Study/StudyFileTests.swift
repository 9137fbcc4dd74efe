import Activations
import Testing
import Training
import YAMLReader

@Suite struct StudyFileTests {
    private func study(_ text: String) throws -> Study { try StudyFile.read(name: "study.yaml", bytes: Array(text.utf8)) }

    private func problems(_ text: String) throws -> [String] {
        try #require(throws: ConfigurationError.self) { try study(text) }.diagnostics.map { "\($0.position.line):\($0.position.column) \($0.message)" }
    }

    private let whole = """
        settings: {epochs: 7, batch-size: 50}
        workloads:
          "CURVES, tanh": {data: curves, targets: "12.5, 3"}
          ReLU: {data: curves, activation: relu, epochs: 9}
        methods:
          M: {method: "locoprop-m(gamma=4)", tune: gamma}
          Adam: {method: backprop, optimizer: adam, learning-rate: 1e-2}
          K-FAC: {method: kfac, tune: none}
        seeds: [3, 4]
        seconds: 2.5
        judge: test-loss
        trials: 5
        trial-seed: 77
        note: 'as it was: found'
        tuned:
          ReLU:
            Adam: {learning-rate: 3e-4}
        """

    @Test func `a run's settings are those of all, the workload's, the method's, and what is tuned`() throws {
        let study = try study(whole)
        func plan(_ workload: Int, _ method: Int) throws -> TrainingPlan {
            try study.configuration(.init(workload: workload, method: method), seed: 4, registry: .catalogue).plan
        }
        #expect(try plan(0, 0).epochs == 7)
        #expect(try plan(1, 0).epochs == 9)
        #expect(try plan(0, 0).method.gamma == 4)
        #expect(try plan(0, 1).learningRate == 1e-2)
        #expect(try plan(1, 1).learningRate == 3e-4)
        #expect(try plan(1, 1).seed == 4)
        #expect(study.workloads[0].targets == [12.5, 3] && study.seeds == [3, 4] && study.budget == .seconds(2.5))
        #expect(study.judge == .testLoss && study.trials == 5 && study.trialSeed == 77)
        #expect(study.methods.map(\.tuning) == [.option("gamma"), .rate, .none])
    }

    @Test func `what is written reads back to the same`() throws {
        let first = try study(whole)
        let second = try study(first.yaml)
        #expect(second.yaml == first.yaml)
        #expect(second.note == "as it was: found")
        for pairing in first.pairings {
            #expect(try second.configuration(pairing, seed: 3, registry: .catalogue).yaml
                == first.configuration(pairing, seed: 3, registry: .catalogue).yaml)
        }
    }

    @Test func `every problem is found in one reading, with its place`() throws {
        #expect(try problems("""
            setings: {epochs: 7}
            workloads: [curves]
            methods:
              M: {metod: locoprop-m}
              N: text
            seeds: 1, 1, -3
            seconds: 0
            judge: loss
            trials: 2
            tuned: {X: {M: {epochs: 3}}}
            """) == [
            "1:1 unknown key 'setings'. Did you mean 'settings'?",
            "2:12 'workloads' is a mapping of names, each with settings, but this is a list",
            "4:7 unknown key 'metod'. Did you mean 'method'?",
            "5:6 'N' is a mapping of settings, but this is a text",
            "6:8 '-3' is no number of 'seeds'; write whole numbers such as '0, 1, 2'",
            "6:8 a seed is given twice; write each once",
            "7:10 '0' is not a number of seconds above 0, at most 1e7",
            "8:8 'loss' is none of train-loss, test-loss, test-accuracy",
            "9:9 '2' is not a whole number from 3 to 100",
            "10:9 'X' is none of the workloads",
        ])
        #expect(try problems("- a\n") == ["1:1 a study is a mapping with the keys settings, workloads, methods, seeds, seconds, judge, note, trials, trial-seed, tuned, but this is a list"])
        #expect(try problems("") == ["1:1 the file is empty"])
        #expect(try study("{}").methods.isEmpty)
    }

    @Test func `what a run would refuse is refused before there is one, where it stands`() throws {
        let study = try study("""
            workloads: {drawn: {data: curves}}
            methods:
              Adam: {method: backprop, learning-rate: fast}
              M: {method: locoprop-m, tune: gama}
              S: {method: "locoprop-s(solver=closed-form)"}
            """)
        let error = try #require(throws: ConfigurationError.self) { try study.check(registry: .catalogue) }
        #expect(error.diagnostics.map { "\($0.position.line): \($0.message)" } == [
            "3: 'fast' is not a finite number of at least 0",
            "5: locoprop-s: eta is off; it must be above 0 for the closed form",
        ])
        #expect(error.usage == [
            "drawn, M: tune: 'gama' is no number above 0 of locoprop-m; write learning-rate, the name of one of the method's options above 0, or none",
        ])
    }

    @Test func `folders have plain names, each its own`() {
        #expect(StudyFolder.folderNames(["CURVES, tanh", "curves tanh", "../..", "ß", "a/b"]) == ["curves-tanh", "curves-tanh-2", "unnamed", "unnamed-2", "a-b"])
    }
}
