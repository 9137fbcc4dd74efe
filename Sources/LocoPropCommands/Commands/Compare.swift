import ArgumentParser
import LocoProp
import Training

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare methods on data sets over several seeds, under one budget.",
        usage: """
            locoprop compare [STUDY] [--methods NAMES] [--datasets NAMES] [--seeds NUMBERS] [settings of all runs]
            locoprop compare --resume DIR
            """,
        discussion: """
            Each method trains on each workload with each seed; each run has a folder of its own. The result is a page \
            (report.html: losses by epoch and by time with bands over the seeds, time to target, step time, memory, \
            local losses, a verdict with its uncertainty), the same as JSON (comparison.json), and in the end its curves as \
            figures/*.svg. It is kept up to date run by run; what was interrupted goes on with --resume.

            Settings given by flags are those of all runs, and weaker than what the study says of a workload or a method. \
            Rates are the recipe's unless the study gives them: 'locoprop sweep' finds them.

            Examples:
              locoprop compare --epochs 5
              locoprop compare --methods 'locoprop-m,locoprop-s,kfac,backprop' --datasets curves --seeds 0,1,2,3,4 --epochs 10
              locoprop compare --methods 'locoprop-m(solver=kronecker),kfac' --seconds 60
              locoprop compare --print-study > study.yaml
              locoprop compare study.yaml --output studies/mine --threads 2
              locoprop compare --resume studies/mine
            """)

    @OptionGroup var flags: StudyFlags

    @Option(help: ArgumentHelp("Seeds of weights and batches, with commas between them. (default: 0,1,2)", valueName: "numbers"))
    var seeds: String?

    @Option(help: ArgumentHelp("What methods are judged by: \(Judge.allCases.map(\.rawValue).joined(separator: ", ")). (default: train-loss)", valueName: "name"), completion: .list(Judge.allCases.map(\.rawValue)))
    var judge: String?

    func run() throws {
        Interruption.install()
        let session: StudySession
        if let resume = flags.resume {
            try flags.checkNothingGiven(besides: [("--seeds", seeds != nil), ("--judge", judge != nil)])
            session = try StudySession(resuming: resume, flags)
        } else {
            let study = try flags.study(seeds: seeds, judge: judge.map(Self.judge))
            if flags.printStudy { return StandardOutput.write(raw: study.yaml) }
            session = try StudySession(study, flags)
        }
        let comparison = try session.compare()
        if flags.json { return StandardOutput.write(raw: comparison.json.renderedInLines) }
        guard !flags.quiet else { return }
        for workload in comparison.study.workloads.indices {
            let text = VerdictText(verdict: comparison.verdict(workload), methods: comparison.study.methods.map(\.name))
            StandardOutput.print("\n\(comparison.study.workloads[workload].name): \(text.sentence)\n\(Text.table(text.rows))")
        }
        StandardOutput.print("\nreport: \(session.folder.file(StudyFolder.reportName))")
    }

    private static func judge(_ text: String) throws -> Judge {
        guard let judge = Judge(rawValue: text) else {
            throw UsageError("--judge: '\(text.prefix(60))' is none of \(Judge.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return judge
    }
}
