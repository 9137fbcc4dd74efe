import LocoPropCommands
import Testing
import Training

@Suite struct RunViewTests {
    private func records(_ count: Int, layers: Int = 8, local: Bool = true, loss: (Int) -> Double = { 500 / Double($0) }) -> [EpochRecord] {
        (0..<count).map { index in
            let loss = loss(index + 1)
            return EpochRecord(
                epoch: index + 1, train: Evaluation(loss: loss + 180, accuracy: nil), test: Evaluation(loss: loss + 182, accuracy: nil),
                trainExcess: loss, testExcess: loss + 1, batchLoss: loss, learningRate: 0.1, steps: 60, seconds: 20, learned: [],
                layers: (1...max(1, layers)).prefix(layers).map {
                    LayerRecord(
                        layer: $0, activation: $0 == 4 ? "linear" : "leaky_relu(beta=0.1)", localLossBefore: local ? -1234.567 : nil,
                        localLossAfter: local ? -1240.1 : nil, saturation: 0.123)
                })
        }
    }

    private func progress(_ phase: RunProgress.Phase = .training) -> RunProgress {
        var progress = RunProgress(epochs: 20)
        (progress.phase, progress.epoch, progress.step, progress.steps) = (phase, 8, 30, 60)
        (progress.loss, progress.stepsPerSecond, progress.secondsLeft) = (212.345678, 2.5, 3725)
        return progress
    }

    private func view(_ columns: Int, _ rows: Int, unicode: Bool = true, epochs: Int = 7, layers: Int = 8, local: Bool = true, phase: RunProgress.Phase = .training) -> [String] {
        RunView(
            progress: progress(phase), records: records(epochs, layers: layers, local: local),
            terminal: Terminal(columns: columns, rows: rows, showsUnicode: unicode)
        ).lines.map(\.text)
    }

    @Test(arguments: [1, 2, 10, 20, 40, 41, 60, 80, 100, 120, 300])
    func `it fits every window`(columns: Int) {
        for rows in [1, 2, 3, 5, 8, 10, 24, 50] {
            for (epochs, layers) in [(0, 8), (1, 0), (1, 8), (7, 8), (300, 1), (7, 200)] {
                let lines = view(columns, rows, epochs: epochs, layers: layers)
                #expect(lines.count <= max(1, rows - 2), "\(columns)×\(rows)")
                #expect(lines.allSatisfy { $0.count < max(2, columns) }, "\(columns)×\(rows)")
            }
        }
    }

    @Test func `the bar tells epoch, step, loss, rate and time left, and drops what does not fit`() {
        #expect(view(120, 30)[0].hasPrefix("epoch 8/20 ████"))
        #expect(view(120, 30)[0].hasSuffix(" 30/60  1 h 2 min left  loss 212.346  2.50 steps/s"))
        #expect(view(60, 30)[0].hasSuffix(" 30/60  1 h 2 min left  loss 212.346"))
        #expect(view(40, 30)[0].hasSuffix(" 30/60  1 h 2 min left"))
        #expect(view(24, 30)[0] == "epoch 8/20  30/60" || view(24, 30)[0].hasPrefix("epoch 8/20 "))
        #expect(view(80, 30, phase: .evaluating)[0].contains("evaluating…"))
        // A run that has ended has no bar.
        #expect(!view(80, 30, phase: .finished)[0].contains("epoch"))
    }

    @Test func `curve and layers stand side by side where there is room, else below each other`() throws {
        let wide = view(120, 30)
        #expect(wide[1].hasPrefix("excess over the floor: train, test "))
        #expect(wide[1].contains("local loss") && wide[2].contains(" 1  leaky_relu(be~       -1235   -5.53     12.3 %"))
        #expect(wide[9].contains(" 8  leaky_relu(be~"))
        #expect(wide.count == 10)
        let narrow = view(40, 40)
        #expect(narrow.count == 1 + 7 + 9)
        #expect(narrow[1].hasPrefix("excess over the floor: train, test"))
        #expect(narrow[8].contains("layer") && narrow[9].contains("leaky_r~"))
        // Of many layers those that fit, and how many do not.
        let low = view(80, 9, layers: 20)
        #expect(low.count == 7 && low[6].hasSuffix("more layers"))
        let backProp = view(120, 30, local: false)
        #expect(!backProp.joined().contains("change") && backProp[2].contains("12.3 %"))
    }

    @Test func `an ASCII terminal gets ASCII`() {
        for columns in [40, 80, 120] {
            for phase in [RunProgress.Phase.starting, .training, .evaluating, .finished] {
                let lines = view(columns, 30, unicode: false, phase: phase)
                #expect(lines.allSatisfy { $0.allSatisfy(\.isASCII) }, "\(lines)")
            }
        }
        let lines = view(120, 30, unicode: false)
        #expect(lines[0].contains("[") && lines[0].contains(">"))
        #expect(lines[2].contains(".") && lines.joined().contains("o"))
    }

    @Test func `losses that are no numbers leave gaps, and alone are said to be so`() {
        let odd = RunView(
            progress: progress(), records: records(6) { $0 == 3 ? .nan : Double($0) }, terminal: Terminal(columns: 80, rows: 30))
        #expect(odd.lines.count > 5)
        let none = RunView(progress: progress(), records: records(6, layers: 0) { _ in .infinity }, terminal: Terminal(columns: 80, rows: 30))
        #expect(none.lines.map(\.text)[1] == "no finite loss to draw")
    }

    @Test func `the batches' losses are drawn until there are two epochs`() {
        var trace = LossTrace()
        for step in 0..<5000 { trace.append(1000 / Double(step + 1)) }
        #expect(trace.values.count <= 512 && trace.values[0] > trace.values[1])
        let lines = RunView(progress: progress(), records: records(1), batchLosses: trace, terminal: Terminal(columns: 120, rows: 30)).lines
        #expect(lines[1].text.hasPrefix("loss of the batches"))
    }

    @Test func `the environment says what a terminal shows`() {
        func terminal(_ variables: [String: String]) -> Terminal { Terminal { variables[$0] ?? "" } }
        let xterm = terminal(["TERM": "xterm-256color", "LANG": "de_DE.UTF-8"])
        #expect(xterm.showsUnicode && xterm.showsColours && xterm.movesCursor)
        #expect(!terminal(["TERM": "xterm", "LANG": "C"]).showsUnicode)
        #expect(!terminal(["TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "C"]).showsUnicode)
        #expect(terminal(["TERM": "xterm", "LC_CTYPE": "C.utf8"]).showsUnicode)
        #expect(!terminal(["TERM": "xterm", "NO_COLOR": "1"]).showsColours)
        #expect(terminal(["TERM": "xterm", "NO_COLOR": ""]).showsColours)
        #expect(!terminal(["TERM": "dumb"]).movesCursor && !terminal(["TERM": "dumb"]).showsColours)
    }
}
