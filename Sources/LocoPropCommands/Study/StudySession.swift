import Training

/// One process's part of a study, whose folder it holds.
struct StudySession {
    let study: Study
    let folder: StudyFolder
    private let flags: StudyFlags
    private var runner: StudyRunner

    /// Begins a study, once all that can be told beforehand has been.
    init(_ study: Study, _ flags: StudyFlags) throws {
        try study.check(registry: LocoPropProgram.registry)
        self.init(study, try flags.begin(study), flags, isNew: true)
    }

    init(resuming path: String, _ flags: StudyFlags) throws {
        let folder = try StudyFolder(resuming: path)
        let study = try StudyFile.read(folder.file(StudyFolder.studyName))
        try study.check(registry: LocoPropProgram.registry)
        self.init(study, folder, flags, isNew: false)
    }

    private init(_ study: Study, _ folder: StudyFolder, _ flags: StudyFlags, isNew: Bool) {
        (self.study, self.folder, self.flags) = (study, folder, flags)
        runner = StudyRunner(
            study, in: folder, registry: LocoPropProgram.registry, replacing: isNew && flags.force, command: CommandLine.arguments,
            shouldStop: { Interruption.isPending })
    }

    private var isSilent: Bool { flags.quiet || flags.json }

    /// Does all runs; ends the process if it is interrupted.
    func compare() throws -> Comparison {
        var runner = runner
        try runner.check()
        Interruption.exitIfPending()
        var comparison = Comparison(study)
        let display = StudyDisplay(isQuiet: isSilent)
        // Seed by seed, so that what slows the machine for a while slows no method alone.
        let runs = study.seeds.indices.flatMap { seed in study.pairings.map { (seed: seed, pairing: $0) } }
        say("\(Self.count(runs.count, "run", "runs")): \(Self.count(study.methods.count, "method", "methods")) on \(Self.count(study.workloads.count, "workload", "workloads")) with \(Self.count(study.seeds.count, "seed", "seeds")), in \(folder.path)")
        for (index, run) in runs.enumerated() {
            let seed = study.seeds[run.seed]
            let name = "\(study.label(run.pairing)), seed \(seed)"
            display.begin(
                "\(index + 1)/\(runs.count) \(name)", run.pairing,
                ahead: Dictionary(grouping: runs[(index + 1)...].map(\.pairing)) { $0 }.mapValues(\.count))
            var isNew = false
            let done = try runner.run(run.pairing, seed: seed, name: "seed-\(seed)") { event in
                isNew = true
                display.report(event)
            }
            guard let (result, configuration) = done else { interrupted(display) }
            comparison.take(result, run.pairing, seed: run.seed, configuration)
            if isNew { try report(on: result, configuration, &runner) }
            try write(comparison)
            display.end("\(index + 1)/\(runs.count)  \(name): \(Self.summary(result))", isNew: isNew)
        }
        display.finish()
        // Of a study without runs that were new.
        try write(comparison)
        try writeFigures(of: comparison)
        return comparison
    }

    /// Searches what is tuned; ends the process if it is interrupted.
    func sweep() throws -> Sweep {
        var runner = runner
        try runner.check()
        Interruption.exitIfPending()
        var sweep = Sweep(study)
        let display = StudyDisplay(isQuiet: isSilent)
        say("\(Self.count(study.pairings.count, "search", "searches")) of at most \(study.trials) values each, with seed \(study.trialSeed), in \(folder.path)")
        var isNew = false
        func name(_ trial: Sweep.Trial) -> String {
            "\(study.label(trial.pairing)), \(study.methods[trial.pairing.method].tuning.text) \(trial.value)"
        }
        let isWhole = try sweep.run(
            &runner,
            begins: { trial in
                isNew = false
                display.begin(name(trial), trial.pairing, ahead: [:])
            },
            ends: { trial, loss in
                let result = loss == .infinity ? "diverged" : Text.fixed(loss, 3)
                display.end("\(name(trial)): \(result) after \(trial.upTo) epoch\(trial.upTo == 1 ? "" : "s")", isNew: isNew)
            },
            searched: { sweep in try write(sweep) },
            report: { event in
                isNew = true
                display.report(event)
            })
        guard isWhole else { interrupted(display) }
        display.finish()
        try write(sweep)
        return sweep
    }

    private func interrupted(_ display: StudyDisplay) -> Never {
        display.finish()
        say("stopped; go on with: locoprop \(CommandLine.arguments.dropFirst().first ?? "compare") --resume \(folder.path)")
        Interruption.exitIfPending()
        exit(.failed)
    }

    private static func count(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

    private static func summary(_ result: StudyResult) -> String {
        guard let last = result.records.last, let seconds = result.times.last else {
            if case .diverged(let reason) = result.ending { return "diverged: \(reason)" }
            return "no epoch"
        }
        var text = "train \(Text.fixed(last.train.loss, 3)), test \(Text.fixed(last.test.loss, 3))"
        if let accuracy = last.test.accuracy { text += ", test accuracy \(Text.fixed(100 * accuracy, 2)) %" }
        text += " after \(last.epoch) epoch\(last.epoch == 1 ? "" : "s"), \(Text.fixed(seconds, 1)) s of steps"
        if case .diverged(let reason) = result.ending { text += "; diverged: \(reason)" }
        return text
    }

    private func report(on result: StudyResult, _ configuration: Configuration, _ runner: inout StudyRunner) throws {
        let html = try RunReport.html(of: result.folder, data: runner.load(configuration.data))
        try RunReport.write(html, to: FileSystem.joined(result.folder, RunFolder.reportName))
    }

    private func write(_ comparison: Comparison) throws {
        try folder.write(comparison.json.renderedInLines, to: StudyFolder.comparisonName)
        try folder.write(ComparisonPage(comparison: comparison, folder: folder.path).html, to: StudyFolder.reportName)
    }

    private func writeFigures(of comparison: Comparison) throws {
        let workloads = StudyFolder.folderNames(study.workloads.map(\.name))
        try folder.write(
            workloads.enumerated().flatMap { index, workload in
                let figures = ComparisonCharts(comparison: comparison, workload: index).figures
                return zip(StudyFolder.folderNames(figures.map(\.title)), figures).compactMap { name, figure in
                    figure.file.map { ("\(workload)-\(name).svg", $0) }
                }
            }, into: StudyFolder.figuresName)
    }

    private func write(_ sweep: Sweep) throws {
        try folder.write(sweep.json.renderedInLines, to: StudyFolder.sweepName)
        try folder.write(sweep.tuned.yaml, to: StudyFolder.tunedName)
        try folder.write(SweepPage(sweep: sweep, folder: folder.path).html, to: StudyFolder.reportName)
    }

    private func say(_ line: String) {
        if !isSilent { StandardOutput.print(line) }
    }
}
