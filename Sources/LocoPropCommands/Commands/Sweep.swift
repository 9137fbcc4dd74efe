import ArgumentParser
import LocoProp
import Training

struct SweepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Search learning rates for methods on data sets, all with the same means.",
        usage: """
            locoprop sweep [STUDY] [--methods NAMES] [--datasets NAMES] [--trials N] [settings of all runs]
            locoprop sweep --resume DIR
            """,
        discussion: """
            Each method gets the same number of trials on each workload, on a logarithmic grid about the rate that it has: first \
            that rate and half a decade to both sides, then further where the best is at an end, and quarter decades beside it \
            where it is not. Every trial trains for a third of the epochs; the better third of them, and at least two, train to \
            the end, and the least training loss there is taken (validation loss where --validation holds something out; \
            never the test part). A method that chooses its own rate is left as it is; 'tune: damping' in the study \
            searches an option of it instead.

            The result is tuned.yaml, the study for 'locoprop compare' with what was found, with sweep.json and report.html.

            Examples:
              locoprop sweep --methods 'backprop,shampoo' --datasets curves --epochs 6
              locoprop sweep study.yaml --trials 10 --output studies/rates
              locoprop sweep --resume studies/rates
              locoprop compare studies/rates/tuned.yaml --output studies/mine
            """)

    @OptionGroup var flags: StudyFlags

    @Option(help: ArgumentHelp("The most values that are tried of a method on a workload, from 3. (default: \(Study.defaultTrials))", valueName: "count"))
    var trials: Int?

    @Option(help: ArgumentHelp("Of weights and batches in all trials; none of the study's own. (default: \(Study.defaultTrialSeed))", valueName: "number"))
    var trialSeed: String?

    func run() throws {
        Interruption.install()
        let session: StudySession
        if let resume = flags.resume {
            try flags.checkNothingGiven(besides: [("--trials", trials != nil), ("--trial-seed", trialSeed != nil)])
            session = try StudySession(resuming: resume, flags)
        } else {
            let study = try study()
            if flags.printStudy { return StandardOutput.write(raw: study.yaml) }
            session = try StudySession(study, flags)
        }
        let sweep = try session.sweep()
        if flags.json { return StandardOutput.write(raw: sweep.json.renderedInLines) }
        guard !flags.quiet else { return }
        StandardOutput.print("\n" + Text.table(SweepText(sweep: sweep).rows))
        StandardOutput.print("\ntuned: locoprop compare \(session.folder.file(StudyFolder.tunedName))\nreport: \(session.folder.file(StudyFolder.reportName))")
    }

    private func study() throws -> Study {
        var study = try flags.study(seeds: nil, judge: nil)
        if let trials {
            guard Study.trialCounts.contains(trials) else {
                throw UsageError("--trials is \(trials); it must be \(Study.trialCounts.lowerBound) to \(Study.trialCounts.upperBound)")
            }
            study.trials = trials
        }
        if let trialSeed {
            guard let seed = try? Setting.seed(trialSeed) else { throw UsageError("--trial-seed: '\(trialSeed.prefix(60))' is no seed; write it like --trial-seed 1000") }
            study.trialSeed = seed
        }
        guard !study.seeds.contains(study.trialSeed) else {
            throw UsageError("--trial-seed: \(study.trialSeed) is one of the study's seeds, which are kept for the comparison; take another")
        }
        return study
    }
}
