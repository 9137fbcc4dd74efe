import ArgumentParser
import Training

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the report of a run: a page of HTML with its curves, layers, pictures and settings.",
        discussion: """
            'train' writes report.html into the run's folder when it ends. This makes it again, of a run that is \
            going on, too. The page is complete in itself: it loads nothing and runs no script.

            Examples:
              locoprop report runs/2026-01-31-120000-locoprop-m-tanh-curves
              locoprop report runs/2026-01-31-120000-locoprop-m-tanh-curves --output report.html
            """)

    @Argument(help: ArgumentHelp("A run's folder.", valueName: "run"), completion: .directory)
    var folder: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The page's file. (default: report.html in the run's folder)", valueName: "file"), completion: .file())
    var output: String?

    func run() throws {
        let html = try RunReport.html(of: folder)
        let path = output ?? FileSystem.joined(folder, RunFolder.reportName)
        try ForeignPages.refuse(path, generator: ReportPage.generator)
        try RunReport.write(html, to: path)
        StandardOutput.print("\(path): \(Text.grouped(html.utf8.count)) bytes")
    }
}
