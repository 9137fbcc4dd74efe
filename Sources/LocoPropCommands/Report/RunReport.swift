import Charts
import Training

/// Makes a run's report from its folder.
enum RunReport {
    /// - Parameter data: the run's, where they are in memory; else they are loaded.
    /// - Returns: the page.
    /// - Throws: ``UsageError`` if the folder is no run's.
    static func html(of folder: String, data: Dataset? = nil) throws -> String {
        let run = try RunReading(folder)
        guard run.isRun else {
            throw UsageError("'\(folder)' holds no run: it has no \(RunFolder.configurationName), no metrics.jsonl and no \(LiveFile.name)")
        }
        let showcase = RunShowcase(of: folder, data: data)
        return ReportPage(
            run: run, state: RunState(run), showcase: showcase.section, hasPictures: showcase.hasPictures
        ).html
    }

    /// Writes the page: whole or not at all.
    static func write(_ html: String, to path: String) throws(FileError) {
        try OutputFile.replace(path, durably: false) { (file) throws(FileError) in try file.write(html) }
    }
}
