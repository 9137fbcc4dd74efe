import Foundation
import ProgramTestSupport
import Testing
import Training

/// Reports in a real browser: of a run that trains an autoencoder, of a classifier's, of a folder with odd content, of a
/// comparison and of a sweep.
@Suite("Reports in a browser", .serialized, .enabled(if: Interop.folder != nil, "run by make test-interop"))
struct ReportTests {
    private let folder: URL
    private let browser: Browser

    init() throws {
        folder = try #require(Interop.folder)
        browser = try Browser()
    }

    /// Reports by name, made once.
    private static let reports: [String: Result<URL, any Error>] = {
        guard let folder = Interop.folder else { return [:] }
        var reports: [String: Result<URL, any Error>] = [:]
        for (name, arguments) in [
            ("autoencoder", ["--network", "784-60-20-60-784", "--epochs", "6"]),
            ("classifier", ["--network", "784-40-10", "--loss", "softmax-cross-entropy", "--epochs", "4", "--method", "backprop", "--optimizer", "adam", "--learning-rate", "1e-3"]),
        ] {
            reports[name] = Result {
                let run = folder.appendingPathComponent("report-\(name)")
                let data = name == "classifier" ? try labelled(in: folder) : "curves"
                let result = try Program.run(["train", "--data", data, "--output", run.path, "--force", "--quiet"] + arguments)
                guard result.status == 0 else { throw Browser.Failure(description: result.errors) }
                return run.appendingPathComponent("report.html")
            }
        }
        for (name, command) in [("comparison", "compare"), ("sweep", "sweep")] {
            reports[name] = Result {
                let output = folder.appendingPathComponent("report-\(name)")
                try? FileManager.default.removeItem(at: output)
                let result = try Program.run([
                    command, "--datasets", "curves", "--methods", "locoprop-m(gamma=4, iterations=5),backprop,kfac", "--network", "784-20-6-20-784",
                    "--epochs", "3", "--output", output.path, "--quiet",
                ])
                guard result.status == 0 else { throw Browser.Failure(description: result.errors) }
                return output.appendingPathComponent("report.html")
            }
        }
        reports["odd"] = Result {
            let run = folder.appendingPathComponent("report-odd")
            try FileManager.default.createDirectory(at: run, withIntermediateDirectories: true)
            let long = String(repeating: "w", count: 300)
            let lines = (1...10_000).map { epoch in
                let loss = epoch == 77 ? "\"nan\"" : epoch == 78 ? "\"inf\"" : "\(1e-12 * Double(epoch))"
                return "{\"epoch\":\(epoch),\"train_loss\":\(loss),\"test_loss\":1e300,\"seconds\":3,\"layers\":[{\"layer\":1,\"activation\":\"\(long)\",\"local_loss_before\":1e30,\"local_loss_after\":\"nan\",\"saturation\":1}]}\n"
            }
            try lines.joined().write(to: run.appendingPathComponent("metrics.jsonl"), atomically: true, encoding: .utf8)
            try "method: \"\(long)\"\ndata: \"<script>alert(1)</script>\"\n".write(to: run.appendingPathComponent("config.yaml"), atomically: true, encoding: .utf8)
            let result = try Program.run(["report", run.path])
            guard result.status == 0 else { throw Browser.Failure(description: result.errors) }
            return run.appendingPathComponent("report.html")
        }
        return reports
    }()

    private static let names = ["autoencoder", "classifier", "odd", "comparison", "sweep"]
    private static let schemes = ["light", "dark"]

    /// The drawn images with their shapes as labels: 0 where the upper half has more ink.
    private static func labelled(in folder: URL) throws -> String {
        let data = folder.appendingPathComponent("labelled")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        for (name, range) in [("train", 0..<2000), ("t10k", 2000..<2500)] {
            let (images, labels) = LabelledStripes.files(range)
            try images.write(to: data.appendingPathComponent("\(name)-images-idx3-ubyte"))
            try labels.write(to: data.appendingPathComponent("\(name)-labels-idx1-ubyte"))
        }
        return data.path
    }

    private func page(_ name: String) throws -> BrowserPage {
        try BrowserPage(try #require(Self.reports[name]).get(), in: browser)
    }

    @Test(arguments: names) func `it fetches nothing, says nothing, and runs no script`(name: String) throws {
        let page = try page(name)
        try page.resize(width: 1280)
        // What is written into the page itself is asked for by its own address.
        #expect(page.requests.filter { !$0.hasPrefix("data:image/png") }.count == 1, "\(page.requests)")
        #expect(page.complaints.isEmpty, "\(page.complaints)")
        #expect(try page.number("document.scripts.length") == 0)
        #expect(try page.number("performance.getEntriesByType('resource').filter(e => !e.name.startsWith('data:')).length") == 0)
    }

    @Test(arguments: names, [320, 360, 414, 768, 1024, 1440])
    func `it is never wider than the window`(name: String, width: Int) throws {
        let page = try page(name)
        try page.resize(width: width, height: 1000)
        _ = try page.value("document.querySelectorAll('details').forEach(e => e.open = true)")
        #expect(try page.number("document.documentElement.scrollWidth") <= Double(width))
        let wide = try page.strings("""
            [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll, svg, .skip, .scheme legend, .scheme input')
              && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + ' ' + e.textContent.slice(0, 60))
            """)
        #expect(wide.isEmpty, "\(wide)")
        try page.savePicture(to: folder.appendingPathComponent("report-\(name)-\(width).png"))
    }

    @Test(arguments: ["autoencoder", "classifier", "comparison", "sweep"]) func `every chart has its lines, and nothing outside`(name: String) throws {
        let page = try page(name)
        for width in [360, 1280] {
            try page.resize(width: width)
            try page.expectDrawnPictures()
            let overlapping = try page.strings("""
                [...document.querySelectorAll('svg')].flatMap(svg => {
                  const words = [...svg.querySelectorAll('text')].map(e => [e, e.getBoundingClientRect()]);
                  return words.flatMap(([a, r], i) => words.slice(i + 1).filter(([b, s]) =>
                    r.left < s.right - 1 && s.left < r.right - 1 && r.top < s.bottom - 2 && s.top < r.bottom - 2
                  ).map(([b]) => svg.getAttribute('aria-label') + ': ' + a.textContent + ' on ' + b.textContent));
                })
                """)
            #expect(overlapping.isEmpty, "\(overlapping)")
        }
    }

    @Test(arguments: names) func `headings are in order, identifiers unique, anchors lead somewhere`(name: String) throws {
        let page = try page(name)
        #expect(try page.strings("[...document.querySelectorAll('a[href^=\\'#\\']')].filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.outerHTML)").isEmpty)
        #expect(try page.strings("(() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.filter((x, i) => ids.indexOf(x) !== i) })()").isEmpty)
        let levels = try page.strings("[...document.querySelectorAll('h1,h2,h3,h4')].map(e => e.tagName)")
        #expect(levels.first == "H1" && levels.filter { $0 == "H1" }.count == 1)
        for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level || (next.last?.wholeNumberValue ?? 9) == (level.last?.wholeNumberValue ?? 0) + 1) }
    }

    /// WCAG 2's contrast of every visible text against the nearest opaque ground.
    @Test(arguments: names, schemes) func `every word stands out from its ground`(name: String, scheme: String) throws {
        let page = try page(name)
        try page.resize(width: 1280)
        try page.prefer(["prefers-color-scheme": scheme])
        _ = try page.value("document.querySelectorAll('details').forEach(e => e.open = true)")
        let faint = try page.strings("\(PageChecks.contrast).filter(x => x.ratio < 4.5).map(x => x.ratio.toFixed(2) + ' ' + x.text)")
        #expect(faint.isEmpty, "\(Set(faint))")
        #expect(try page.number("\(PageChecks.contrast).length") > 20)
        try page.savePicture(to: folder.appendingPathComponent("report-\(name)-\(scheme).png"))
    }
}

/// Images of 28×28 with two classes, as IDX files: stripes that lie or stand.
private enum LabelledStripes {
    static func files(_ range: Range<Int>) -> (images: Data, labels: Data) {
        func header(_ kind: UInt8, _ sizes: [Int]) -> Data {
            Data([0, 0, 8, kind]) + Data(sizes.flatMap { size in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) } })
        }
        var images = header(3, [range.count, 28, 28])
        var labels = header(1, [range.count])
        for index in range {
            let label = index % 10
            let (period, phase) = (3 + label / 2, index / 10 % 7)
            labels.append(UInt8(label))
            for row in 0..<28 {
                for column in 0..<28 {
                    let place = label.isMultiple(of: 2) ? row : column
                    // The last rows are noise of a kind, so that not all is told apart at once.
                    let noise = (index * 31 + row * 17 + column * 7) % 23
                    images.append((place + phase) % period == 0 ? 255 : UInt8(noise * 5))
                }
            }
        }
        return (images, labels)
    }
}
