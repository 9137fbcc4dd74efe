import Foundation
import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

/// `report.html`, as text; `InteropTests` look at it in a browser.
@Suite struct ReportTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func train(_ more: String...) throws -> Program.Result {
        try folder.writeDataset(train: 40, test: 10)
        return try Program.run([
            "train", "--data", folder.path, "--network", "6-5-2-5-6", "--batch-size", "10", "--threads", "1",
            "--output", folder.file("run"),
        ] + more)
    }

    private func report(_ arguments: String...) throws -> Program.Result { try Program.run(["report"] + arguments) }

    /// A folder with these lines of metrics.
    private func runFolder(_ metrics: String, live: String? = nil) throws -> String {
        try folder.makeFolder("odd")
        try folder.write(Array(metrics.utf8), "odd/metrics.jsonl")
        if let live { try folder.write(Array(live.utf8), "odd/live.json") }
        return folder.file("odd")
    }

    @Test(arguments: ["locoprop-m", "locoprop-s", "backprop"])
    func `train leaves a report, and report makes the same again`(method: String) throws {
        #expect(try train("--epochs", "3", "--method", method).status == 0)
        let page = try folder.text("run/report.html")
        for text in [
            "Finished after 3 epochs.", "Loss by epoch", "Loss by seconds", "Excess over the data&#39;s floor by epoch",
            "Layer by layer", "Saturated units", "<dt>method</dt>", "tanh", "Every epoch: 3 rows",
        ] { #expect(page.contains(text), "\(text)") }
        #expect(page.contains("Local loss of layer 4") == (method != "backprop"))
        #expect(page.contains("<img src=\"data:image/png;base64,") && page.contains("img-src data:"))
        #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
        let again = try report(folder.file("run"))
        #expect(again.status == 0 && again.output.contains("report.html: "))
        #expect(try folder.text("run/report.html") == page)
        #expect(try report(folder.file("run"), "--output", folder.file("elsewhere.html")).status == 0)
        #expect(try folder.text("elsewhere.html") == page)
    }

    @Test func `a classifier's report counts what was taken for what; without weights or data it says so`() throws {
        #expect(try train("--epochs", "2", "--network", "6-8-3", "--loss", "softmax-cross-entropy").status == 0)
        let page = try folder.text("run/report.html")
        #expect(page.contains("Of 10 examples of the test set") && page.contains("Accuracy by epoch"))
        let cells = page.matches(of: /<td class="(?:heat\d|right|none|heat\d right)">(\d+)<\/td>/).compactMap { Int($0.1) }
        #expect(cells.count == 9 && cells.reduce(0, +) == 10)
        #expect(!page.contains("img-src"))
        try folder.remove("t10k-images-idx3-ubyte")
        #expect(try report(folder.file("run")).status == 0)
        #expect(try folder.text("run/report.html").contains("There is nothing to show: "))
        #expect(try folder.text("run/report.html").contains("Loss by epoch"))
    }

    @Test func `what is held out has curves and columns of its own, and none where nothing is`() throws {
        #expect(try train("--epochs", "2", "--network", "6-8-3", "--loss", "softmax-cross-entropy", "--validation", "0.25").status == 0)
        let page = try folder.text("run/report.html")
        #expect(page.matches(of: /<span class="key s2 dashed">validation<\/span>/).count == 4)
        for text in ["<dt>Validation loss</dt>", "validation loss</th>", "validation accuracy</th>"] { #expect(page.contains(text), "\(text)") }
        #expect(page.contains("train --data \(folder.path) --network 6-5-2-5-6 --batch-size 10"))
        #expect(try train("--epochs", "2", "--force").status == 0)
        #expect(try !folder.text("run/report.html").contains("alidation loss"))
    }

    @Test func `a stopped run and a failed one have reports that say so`() throws {
        try folder.writeDataset(train: 40, test: 10)
        let common = ["train", "--data", folder.path, "--network", "6-5-2-5-6", "--batch-size", "10", "--output", folder.file("run"), "--force"]
        let stopped = try Program.run(common + ["--epochs", "1000000", "--method", "backprop"], interruptingWith: SIGINT, afterSeeing: "epoch 2/")
        #expect(stopped.status == 130)
        #expect(try folder.text("run/report.html").contains(/Stopped in epoch \d+ of 1000000, after \d+ of its 4 steps\./))
        let failed = try Program.run(common + ["--method", "backprop", "--optimizer", "sgd", "--learning-rate", "1e38", "--epochs", "5"])
        #expect(failed.status == 1)
        let page = try folder.text("run/report.html")
        #expect(page.contains(">failed</span>") && page.contains("Failed: "))
    }

    @Test func `a run without an epoch, without a number, or with garbage has a page`() throws {
        let odd = """
            {"epoch":1,"train_loss":"nan","test_loss":"inf","seconds":1}
            garbage
            {"epoch":2,"train_loss":"-inf","test_loss":1e308,"seconds":"nan","layers":[{"layer":1,"activation":"<b>x</b>","saturation":"nan"}]}
            {"epoch":3,"train_loss":-1e308,"test_loss":0,"seconds":0,"layers":[]}
            {"epoch":4,"train_l
            """
        for (metrics, text) in [
            ("", "No epoch has been finished"), (odd, "1 line of metrics.jsonl cannot be read."),
            ("{\"epoch\":1,\"train_loss\":2,\"test_loss\":3}\n", "1 epoch of training; how the run ended is not recorded."),
        ] {
            let run = try runFolder(metrics, live: metrics.isEmpty ? "{\"state\":\"stopped\",\"epoch\":1,\"epochs\":5,\"step\":1,\"steps\":4}" : nil)
            let result = try report(run)
            #expect(result.status == 0, "\(result.errors)")
            let page = try folder.text("odd/report.html")
            #expect(page.contains(text), "\(text)")
            #expect(!page.contains("<b>x</b>"))
            try folder.remove("odd")
        }
    }

    @Test func `ten thousand epochs make a page of a size that opens`() throws {
        let lines = (1...10_000).map { epoch in
            "{\"epoch\":\(epoch),\"train_loss\":\(200 + 300 / Double(epoch)),\"test_loss\":\(202 + 300 / Double(epoch)),\"seconds\":0.5,\"layers\":[{\"layer\":1,\"activation\":\"tanh\",\"local_loss_before\":-1,\"local_loss_after\":\(-1 - 1 / Double(epoch)),\"saturation\":0.1}]}\n"
        }
        let run = try runFolder(lines.joined())
        #expect(try report(run).status == 0)
        let page = try folder.text("odd/report.html")
        #expect(page.utf8.count < 400_000)
        #expect(page.contains("Epochs, one in 50: 201 rows"))
    }

    @Test func `what is no run, and someone else's page, are left alone`() throws {
        let missing = try report(folder.file("missing"))
        #expect(missing.status == 64 && missing.errors.contains("no such folder"))
        try folder.makeFolder("empty")
        let empty = try report(folder.file("empty"))
        #expect(empty.status == 64 && empty.errors.contains("holds no run"))
        #expect(folder.names == ["empty"])
        let file = try folder.write([], "file")
        #expect(try report(file).status == 64)
        let run = try runFolder("{\"epoch\":1,\"train_loss\":2,\"test_loss\":3}\n")
        try folder.write(Array("<title>mine</title>".utf8), "mine.html")
        let refused = try report(run, "--output", folder.file("mine.html"))
        #expect(refused.status == 64 && refused.errors.contains("did not write it"))
        #expect(try folder.text("mine.html") == "<title>mine</title>")
        #expect(try report(run, "--output", folder.file("nowhere/report.html")).status == 1)
        #expect(try report().status == 64)
    }

    /// Names that a shell or a parser of HTML could take for something else.
    @Test func `a folder's name is quoted where a command has it, and is never markup`() throws {
        let name = "it's <script>alert(1)</script> & more"
        try FileManager.default.createDirectory(atPath: folder.file(name.replacingOccurrences(of: "/", with: "∕")), withIntermediateDirectories: true)
        let run = folder.file(name.replacingOccurrences(of: "/", with: "∕"))
        try "{\"epoch\":1,\"train_loss\":2,\"test_loss\":3}\n".write(toFile: run + "/metrics.jsonl", atomically: true, encoding: .utf8)
        try "recipe: locoprop2022\nepochs: 1\n".write(toFile: run + "/config.yaml", atomically: true, encoding: .utf8)
        #expect(try report(run).status == 0)
        let page = try String(contentsOfFile: run + "/report.html", encoding: .utf8)
        #expect(!page.contains("<script"))
        #expect(page.contains("it&#39;\\&#39;&#39;s &lt;script&gt;"))
        #expect(page.contains("<dt>recipe</dt><dd>locoprop2022</dd>"))
    }
}
