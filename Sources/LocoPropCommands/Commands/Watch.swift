import ArgumentParser
import Training

struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Follow a run from another terminal.",
        discussion: """
            Reads the files in the run's folder alone, and ends when the run does: with 0 if it finished or was \
            stopped, with 1 if it failed, its process died, or the folder was removed.

            Examples:
              locoprop watch runs/2026-01-31-120000-locoprop-m-tanh-curves
              locoprop watch runs/2026-01-31-120000-locoprop-m-tanh-curves --once
              locoprop watch runs/2026-01-31-120000-locoprop-m-tanh-curves --once --json
            """)

    @Argument(help: ArgumentHelp("A run's folder; one that does not exist yet is waited for.", valueName: "run"), completion: .directory)
    var folder: String

    @Flag(help: "Print where the run is, and end.")
    var once = false

    @Flag(help: "Print JSON: a line an epoch as in metrics.jsonl, and at last, or with --once alone, where the run is.")
    var json = false

    func run() throws {
        Interruption.install()
        var watcher = RunWatcher(folder: folder, json: json)
        let state = once ? try watcher.look() : try watcher.follow()
        // How the run ended is the answer of --once, and its own failure is none of it.
        if !once, [.failed, .died, .gone].contains(state.kind) { throw ExitCode(ExitStatus.failed.rawValue) }
    }
}
