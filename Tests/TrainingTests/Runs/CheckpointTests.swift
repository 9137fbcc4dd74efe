import Activations
import Foundation
import LocoProp
import Testing
import Training
import TrainingTestSupport

@Suite struct CheckpointTests {
    /// Two epochs of BackProp with Adam.
    private func run(_ folder: TemporaryFolder) throws -> TrainingPlan {
        let plan = try SmallRuns.plan("backprop", optimizer: Optimizer(.adam), epochs: 2)
        try SmallRuns.run(plan, in: folder.file("run"))
        return plan
    }

    private let name = "run/checkpoints/last.safetensors"

    @Test func `tensors and words are those of the documentation`() throws {
        let folder = try TemporaryFolder()
        _ = try run(folder)
        let file = try Safetensors(path: folder.file(name))
        let page = try String(contentsOfFile: #filePath.replacing("Tests/TrainingTests/Runs/CheckpointTests.swift", with: "Documentation/Runs.md"), encoding: .utf8)
        for word in file.metadata { #expect(page.contains("`\(word.name)`"), "\(word.name)") }
        for method in Method.table.map(\.name) {
            var plan = try SmallRuns.plan(method, epochs: 1)
            plan.activation = PReLU()
            try SmallRuns.run(plan, in: folder.file(method))
            for tensor in try Safetensors(path: folder.file("\(method)/checkpoints/last.safetensors")).tensors {
                let pattern = tensor.name.replacing(/layers\.\d+/, with: "layers.m").replacing(/blocks\.\d+/, with: "blocks.b")
                let words = pattern.hasPrefix("optimizer.") ? "`optimizer.layers.m.PART.SLOT`" : "`\(pattern)`"
                #expect(page.contains(words), "\(tensor.name)")
            }
        }
        for optimizer in Optimizer.table {
            for slot in optimizer.slotNames { #expect(page.contains("`\(slot)`"), "\(slot)") }
        }
        for name in [Safetensors.checkName, Safetensors.metadataCheckName] { #expect(page.contains("`\(name)`")) }
        #expect(file.tensors.count == 3 * 8)
        #expect(file[metadata: "step"] == "4" && file[metadata: "epoch"] == "2" && file[metadata: "steps_of_epoch"] == "2")
        #expect(try JSONValue(parsing: (file[metadata: "counters"] ?? "").utf8)["optimizer.iterations"]?.string == "4")
    }

    @Test func `a network alone is read from it, and nothing else of a run is`() throws {
        let folder = try TemporaryFolder()
        _ = try run(folder)
        let saved = try SavedNetwork(path: folder.file("run"), registry: .catalogue)
        #expect(saved[note: "data"] == "drawn")
        try saved.safetensors.write(to: folder.file("weights"))
        let error = try #require(throws: WeightsError.self) { try Checkpoint(path: folder.file("weights")) }
        #expect(error.reason.hasPrefix("is no checkpoint: its metadata has no locoprop_checkpoint; weights alone"))
    }

    /// Any byte of the tensors, changed: a disk's fault that no header shows.
    @Test(arguments: [0, 1, 1000, 5000]) func `a changed bit is seen`(place: Int) throws {
        let folder = try TemporaryFolder()
        _ = try run(folder)
        var bytes = try folder.bytes(name)
        bytes[bytes.count - 1 - place] ^= 1
        try folder.write(bytes, name)
        for reading in [{ _ = try Checkpoint(path: folder.file(self.name)) }, { _ = try SavedNetwork(path: folder.file("run"), registry: .catalogue) }] {
            let error = try #require(throws: WeightsError.self) { try reading() }
            #expect(error.reason.hasPrefix("is no intact safetensors file: its content does not match its content_crc32; it is damaged"))
        }
    }

    /// Counters, losses, the place in the run: numbers in texts, which are as good after a disk's fault as before.
    @Test func `a changed bit of the metadata is seen`() throws {
        let folder = try TemporaryFolder()
        _ = try run(folder)
        let bytes = try folder.bytes(name)
        let text = Array("\"\(Safetensors.metadataCheckName)\"".utf8)
        func places(of word: [UInt8]) -> [Int] { bytes.indices.dropLast(word.count).filter { bytes[$0..<$0 + word.count].elementsEqual(word) } }
        // Without its name, the checksum is none.
        let own = try #require(places(of: text).first)
        let end = try #require(places(of: Array("\"},\"layers.".utf8)).first)
        var seen = 0
        for place in stride(from: 9, to: end, by: 7) where !(own..<own + text.count).contains(place) {
            var changed = bytes
            changed[place] ^= 1 << UInt8(place % 7)
            try folder.write(changed, "x")
            #expect(throws: WeightsError.self, "byte \(place)") { try Checkpoint(path: folder.file("x")) }
            seen += 1
        }
        #expect(seen > 200)
    }

    @Test func `a truncated file is refused at every length`() throws {
        let folder = try TemporaryFolder()
        _ = try run(folder)
        let bytes = try folder.bytes(name)
        for count in stride(from: 0, to: bytes.count, by: bytes.count / 40 + 1) {
            try folder.write(Array(bytes[..<count]), name)
            #expect(throws: WeightsError.self, "\(count)") { try Checkpoint(path: folder.file(name)) }
        }
    }

    /// The file is sparse: as large as it claims, with nothing in it. What is read of it is its header.
    @Test func `a claim of a hundred gigabytes takes no memory`() throws {
        let folder = try TemporaryFolder()
        let shape = 25_000_000_000
        let header = #"{"__metadata__":{"locoprop_format":"1","network":"4-3","activations":"[\"sigmoid\"]","loss":"sigmoid-cross-entropy"},"layers.0.weight":{"dtype":"F32","shape":[\#(shape)],"data_offsets":[0,\#(4 * shape)]}}"#
        try folder.write(SafetensorsTests.file(header), "large")
        #expect(truncate(folder.file("large"), off_t(8 + header.utf8.count + 4 * shape)) == 0)
        let before = residentPages()
        let error = try #require(throws: WeightsError.self) { try SavedNetwork(path: folder.file("large"), registry: .catalogue) }
        #expect(error.reason == "its tensor 'layers.0.weight' has shape [\(shape)], and its network needs [4, 3]")
        #expect(throws: WeightsError.self) { try Safetensors(path: folder.file("large")) }
        // 64 MiB: other tests run beside this one.
        if let before, let after = residentPages() { #expect(after - before < 1 << 14) }
        try folder.write(SafetensorsTests.file("{}", claim: 100_000_000_000), "claim")
        let claim = try #require(throws: WeightsError.self) { try Checkpoint(path: folder.file("claim")) }
        #expect(claim.reason.hasSuffix("its header claims 100000000000 bytes, and only 2 follow"))
    }

    /// Of this process (proc(5)); `nil` where the system does not say.
    private func residentPages() -> Int? {
        (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }

    @Test func `another run's checkpoint is refused with what differs`() throws {
        let folder = try TemporaryFolder()
        let plan = try run(folder)
        func reason(_ change: (inout TrainingPlan) throws -> Void) throws -> String {
            var other = plan
            try change(&other)
            return try #require(throws: WeightsError.self) { try SmallRuns.run(other, in: folder.file("run")) }.reason
        }
        #expect(try reason { $0.widths = try NetworkWidths(parsing: "784-20-5-20-784") }
            == "its tensor 'layers.1.weight' has shape [20, 6], and the run needs [20, 5]")
        #expect(try reason { $0.widths = try NetworkWidths(parsing: "784-20-6-20-20-784") }
            == "its tensor 'layers.3.weight' has shape [20, 784], and the run needs [20, 20]")
        #expect(try reason { $0.optimizer = Optimizer(.rmsprop) } == "has no tensor 'optimizer.layers.0.weight.velocity', which the run needs")
        #expect(try reason { $0.optimizer = Optimizer(.sgd) }
            == "the trainer's state: 'optimizer.layers.0.weight.mean' is not known to it; restore it with the network, method and optimizer it was taken with")
        #expect(try reason { $0.batchSize = 40 }
            == "is after epoch 2 and 4 steps in all, and an epoch has 3 steps: the data or the batch size are not those of the run")
    }

    @Test func `a file without a word, or with a bad one, is refused`() throws {
        let folder = try TemporaryFolder()
        _ = try run(folder)
        let whole = try Safetensors(path: folder.file(name))
        func reason(_ word: String, _ text: String?) throws -> String {
            var file = whole
            file.metadata.removeAll { $0.name == word }
            if let text { file.metadata.append((word, text)) }
            try file.write(to: folder.file("x"))
            return try #require(throws: WeightsError.self) { try Checkpoint(path: folder.file("x")) }.reason
        }
        #expect(try reason("locoprop_checkpoint", nil)
            == "is no checkpoint: its metadata has no locoprop_checkpoint; weights alone can be evaluated, and no run goes on from them")
        #expect(try reason("locoprop_checkpoint", "2") == "is a checkpoint of format 2, and this program reads 1; take the program that wrote it")
        for word in ["loop", "counters", "configuration", "catalogue_digest", "activation_digests"] {
            #expect(try reason(word, nil) == "its metadata has no '\(word)'")
        }
        for text in ["", "{}", "[]", #"{"epochs_done":-1,"steps_done":0,"steps_of_epoch":0,"loss_sum":0,"seconds_of_epoch":0}"#] {
            #expect(try reason("loop", text) == "its metadata 'loop' does not say where the run is")
        }
        #expect(try reason("counters", "7") == "its metadata 'counters' is no JSON object")
        #expect(try reason("counters", #"{"optimizer.iterations":"x"}"#) == "its counter 'optimizer.iterations' is no whole number")
    }

    @Test func `an activation whose digest is another is named`() throws {
        let folder = try TemporaryFolder()
        let plan = try run(folder)
        var file = try Safetensors(path: folder.file(name))
        let specification = try plan.specification()
        #expect(try Checkpoint(path: folder.file(name)).changedActivations(specification) == [])
        let index = try #require(file.metadata.firstIndex { $0.name == "activation_digests" })
        file.metadata[index].text = #"{"tanh":"0123456789abcdef","linear":"\#(Linear.descriptor.digest)"}"#
        try file.write(to: folder.file("x"))
        #expect(try Checkpoint(path: folder.file("x")).changedActivations(specification) == ["tanh"])
    }
}
