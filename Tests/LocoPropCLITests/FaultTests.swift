import Foundation
import LocoProp
import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

/// Disks that are full or cannot be written, folders that go away, data that cannot be read: a clear error, a status by
/// the contract, and the last checkpoint still good.
@Suite struct FaultTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.writeDataset(train: 40, test: 10)
    }

    private func arguments(_ more: String...) -> [String] {
        ["train", "--data", folder.path, "--network", "6-5-2-5-6", "--batch-size", "10", "--threads", "1"] + more
    }

    private func checkpoint(_ run: String = "run") throws -> Checkpoint {
        try Checkpoint(path: folder.file("\(run)/checkpoints/last.safetensors"))
    }

    /// Whether this process may mount file systems in a name space of its own.
    static let canMount: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "unshare -m sh -c 'mount -t tmpfs -o size=64k none /mnt' 2>/dev/null"]
        do { try process.run() } catch { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// The shell's limit counts blocks of 512 bytes, of which a checkpoint of this network has more than eight.
    @Test func `a file that may not become large enough ends the run with 1, and the checkpoint before it stays`() throws {
        #expect(try Program.run(arguments("--output", folder.file("run"), "--epochs", "2")).status == 0)
        let before = try folder.bytes("run/checkpoints/last.safetensors")
        #expect(before.count > 4096)
        let result = try Program.run(
            ["train", "--resume", folder.file("run"), "--epochs", "4"], by: "ulimit -f 8; exec \"$0\" \"$@\"")
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("error: cannot write '\(folder.file("run/checkpoints/"))"))
        #expect(result.errors.contains("File too large"))
        #expect(try folder.bytes("run/checkpoints/last.safetensors") == before)
        #expect(FileSystem.names(in: folder.file("run/checkpoints")) == ["best.safetensors", "last.safetensors"])
        #expect(try checkpoint().state.epochsDone == 2)
        #expect(try Program.run(["train", "--resume", folder.file("run"), "--epochs", "4"]).status == 0)
        #expect(try Program.run(arguments("--output", folder.file("whole"), "--epochs", "4")).status == 0)
        #expect(
            try Safetensors(path: folder.file("run/checkpoints/last.safetensors")).tensors
                == Safetensors(path: folder.file("whole/checkpoints/last.safetensors")).tensors)
        #expect(try folder.text("run/metrics.jsonl").split(separator: "\n").count == 4)
    }

    /// The first files that are opened would take the numbers of closed streams.
    @Test(arguments: [(">&-", Int32(1)), ("2>&-", 0), ("<&- >&- 2>&-", 1)]) func `closed streams leave a run's files alone`(closed: String, status: Int32) throws {
        let result = try Program.run(arguments("--output", folder.file("run"), "--epochs", "3"), by: "exec \"$0\" \"$@\" \(closed)")
        #expect(result.status == status)
        #expect(result.output.isEmpty == (status == 1))
        #expect(result.errors == (closed == ">&-" ? "error: cannot write to standard output: Bad file descriptor\n" : ""))
        #expect(try Program.run(arguments("--output", folder.file("whole"), "--epochs", "3")).status == 0)
        #expect(try folder.text("run/.lock").wholeMatch(of: /\d+\n/) != nil)
        for run in ["run", "whole"] { #expect(try checkpoint(run).state.epochsDone == 3) }
        #expect(try folder.text("run/config.yaml") == folder.text("whole/config.yaml"))
        #expect(try folder.text("run/metrics.jsonl").split(separator: "\n").map { try JSONValue(parsing: $0.utf8)["epoch"]?.integer } == [1, 2, 3])
    }

    /// Checkpoints stay as large as they are, and fit; what grows with the epochs does not. A process begins an event file
    /// of its own, and adds to the metrics of those before it.
    @Test(arguments: [("events.out.tfevents.", "all", 2), ("metrics.jsonl", "none", 60)])
    func `events and metrics that may not grow end the run with 1, and it goes on from the checkpoint`(name: String, histograms: String, first: Int) throws {
        let settings = arguments("--histograms", histograms, "--schedule", "constant", "--quiet")
        #expect(try Program.run(settings + ["--output", folder.file("run"), "--epochs", "\(first)"]).status == 0)
        let sizes = try ["metrics.jsonl", "checkpoints/last.safetensors"].map { try folder.bytes("run/\($0)").count }
        let limit = (sizes.max() ?? 0) / 512 + 3
        let result = try Program.run(
            ["train", "--resume", folder.file("run"), "--epochs", "400"], by: "ulimit -f \(limit); exec \"$0\" \"$@\"")
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("error: cannot write '\(folder.file("run/\(name)"))") && result.errors.hasSuffix(": File too large\n"), "\(result.errors)")
        let done = try checkpoint().state.epochsDone
        #expect(done >= first && done < 400)
        let all = "\(done + 3)"
        #expect(try Program.run(["train", "--resume", folder.file("run"), "--epochs", all, "--quiet"]).status == 0)
        #expect(try Program.run(settings + ["--output", folder.file("whole"), "--epochs", all]).status == 0)
        #expect(
            try Safetensors(path: folder.file("run/checkpoints/last.safetensors")).tensors
                == Safetensors(path: folder.file("whole/checkpoints/last.safetensors")).tensors)
        let epochs = try folder.text("run/metrics.jsonl").split(separator: "\n").map { try JSONValue(parsing: $0.utf8)["epoch"]?.integer }
        #expect(epochs == Array(1...done + 3))
    }

    @Test func `a first checkpoint that cannot be written ends the run with 1`() throws {
        let result = try Program.run(
            arguments("--output", folder.file("run"), "--epochs", "2"), by: "ulimit -f 8; exec \"$0\" \"$@\"")
        #expect(result.status == 1)
        #expect(result.errors.contains("error: cannot write '\(folder.file("run/checkpoints/last.safetensors"))': File too large\n"))
        #expect(FileSystem.names(in: folder.file("run/checkpoints")) == [])
        #expect(try Program.run(["train", "--resume", folder.file("run"), "--quiet"]).status == 0)
    }

    /// The disk is a file system of its own in memory, filled up once the run has got going.
    @Test(.enabled(if: canMount, "needs the right to mount")) func `a full disk ends the run with 1, and the checkpoint before it stays`() throws {
        try folder.makeFolder("disk")
        let script = """
            disk=\(folder.file("disk")); program=$0
            unshare -m sh -c '
                mount -t tmpfs -o size=256k none "$1" && "$0" "$2" "$3" "$4" "$5" "$6" "$7" "$8" "$9" "${10}" --threads 1 --output "$1/run" --epochs 2 --quiet || exit 99
                cp "$1/run/checkpoints/last.safetensors" \(folder.file("before"))
                dd if=/dev/zero of="$1/filler" bs=1k count=1000 2>/dev/null
                "$0" train --resume "$1/run" --epochs 4; echo "status $?"
                ls "$1/run/checkpoints"
                cmp "$1/run/checkpoints/last.safetensors" \(folder.file("before")) && echo same
                rm "$1/filler"
                "$0" train --resume "$1/run" --epochs 4 --quiet; echo "status $?"
                cat "$1/run/metrics.jsonl" | wc -l
            ' "$program" "$disk" "$@"
            """
        let result = try Program.run(
            ["train", "--data", folder.path, "--network", "6-5-2-5-6", "--batch-size", "10", "--method", "locoprop-m"], by: script)
        let lines = result.output.split(separator: "\n").filter { $0.wholeMatch(of: /status \d+|\S+safetensors|same| *\d+/) != nil }
        #expect(lines.map { $0.filter { $0 != " " } } == ["status1", "best.safetensors", "last.safetensors", "same", "status0", "4"])
        #expect(result.errors.contains(/error: cannot write '.*': No space left on device/))
    }

    @Test(.enabled(if: canMount, "needs the right to mount")) func `a disk that cannot be written is named, before and during a run`() throws {
        #expect(try Program.run(arguments("--output", folder.file("run"), "--epochs", "2")).status == 0)
        let script = """
            unshare -m sh -c 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" || exit 99; program=$0; shift; exec "$program" "$@"' "$0" \(folder.path) "$@"
            """
        for arguments in [["train", "--resume", folder.file("run"), "--epochs", "4"], arguments("--output", folder.file("new"))] {
            let result = try Program.run(arguments, by: script)
            #expect(result.status == 1)
            #expect(result.errors.contains(/error: cannot (write|make the folder) '.*': Read-only file system/), "\(result.errors)")
        }
        #expect(try checkpoint().state.epochsDone == 2)
        #expect(try Program.run(["evaluate", folder.file("run")]).status == 0)
    }

    @Test func `a folder that cannot be made is named`() throws {
        try folder.write([1], "file")
        let result = try Program.run(arguments("--output", folder.file("file/run")))
        #expect(result.status == 1)
        #expect(result.errors == "error: cannot make the folder '\(folder.file("file"))': File exists\n")
    }

    @Test func `a folder removed during the run ends it with 1`() throws {
        let folder = self.folder
        let result = try Program.run(
            arguments("--output", folder.file("run"), "--epochs", "1000000"), afterSeeing: "epoch 1/",
            doing: { while FileManager.default.fileExists(atPath: folder.file("run")) { try? folder.remove("run") } })
        #expect(result.status == 1)
        #expect(result.errors.contains(/error: cannot write '.*\/run\/.*': No such file or directory/))
        #expect(!FileManager.default.fileExists(atPath: folder.file("run")))
    }

    @Test func `data that cannot be read any more keep the run as it is`() throws {
        #expect(try Program.run(arguments("--output", folder.file("run"), "--epochs", "2")).status == 0)
        let images = try folder.bytes("train-images-idx3-ubyte")
        try folder.remove("train-images-idx3-ubyte")
        let packed = gzipped(images)
        for bytes in [Array(packed[..<(packed.count / 2)]), Array(packed[..<20]) + [0xFF, 0xFF] + packed[22...]] {
            try folder.write(bytes, "train-images-idx3-ubyte.gz")
            let result = try Program.run(["train", "--resume", folder.file("run"), "--epochs", "4"])
            #expect(result.status == 65)
            #expect(result.errors.contains("error: \(folder.file("train-images-idx3-ubyte.gz")): is damaged ("))
            #expect(try checkpoint().state.epochsDone == 2)
            #expect(try folder.text("run/metrics.jsonl").split(separator: "\n").count == 2)
        }
        try folder.write(packed, "train-images-idx3-ubyte.gz")
        #expect(try Program.run(["train", "--resume", folder.file("run"), "--epochs", "4", "--quiet"]).status == 0)
        #expect(try Program.run(arguments("--output", folder.file("whole"), "--epochs", "4")).status == 0)
        #expect(
            try Safetensors(path: folder.file("run/checkpoints/last.safetensors")).tensors
                == Safetensors(path: folder.file("whole/checkpoints/last.safetensors")).tensors)
    }
}
