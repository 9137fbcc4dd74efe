import Foundation
import Testing

/// The README's path for a user who adds an activation, command by command, in a copy of this package.
@Suite("The paths of a user", .serialized)
struct UserPathTests {
    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../..").standardized
    /// Kept between runs, so that only the first one builds everything.
    private static let copy = package.appendingPathComponent(".build-user-path/package")

    @Test("leaky_arctan: a link added, built, shown, trained; and a link that falls stops the build", .timeLimit(.minutes(60)))
    func leakyArctan() throws {
        try Self.copyPackage()
        let catalogue = Self.copy.appendingPathComponent("activations.yaml")
        let original = try String(contentsOf: catalogue, encoding: .utf8)

        let commands = try Self.commands(after: "## Add an activation")
        try #require(commands.count == 4, "the README's section has four commands: \(commands)")
        let outputs = try commands.map { command in
            let result = try Self.shell(command)
            try #require(result.status == 0, "\(command)\n\(result.output.suffix(4000))")
            return result.output
        }
        #expect(outputs[2].contains("a^2/10 + atan_integral(a)"), "the derived integral's stable form is shown")
        #expect(outputs[3].contains("leaky_arctan"))

        // The same entry with a wrong sign: the build stops, says where and why, and the program is as it was.
        let wrong = original + (try Self.entry()).replacingOccurrences(of: "a / 5 + atan(a)", with: "a / 5 - atan(a)")
        try wrong.write(to: catalogue, atomically: true, encoding: .utf8)
        let refused = try Self.shell(commands[1])
        #expect(refused.status != 0)
        let place = #/activations\.yaml:\d+:\d+: error: link decreases at a = 0: .*it falls for -2 < a < 2/#
        #expect(refused.output.contains(place), "\(refused.output.suffix(2000))")
        #expect(try Self.shell(commands[2]).status == 0)
    }

    /// A package outside of this one: its catalogue, its types, its registry, its errors.
    @Test("Examples/CustomActivations: built and run, edited, and a wrong entry stops the build", .timeLimit(.minutes(60)))
    func customActivations() throws {
        try Self.copyPackage()
        let catalogue = Self.copy.appendingPathComponent("Examples/CustomActivations/activations.yaml")
        let original = try String(contentsOf: catalogue, encoding: .utf8)
        let build = "swift build -c release --package-path Examples/CustomActivations --scratch-path .build-custom"
        let run = ".build-custom/release/train-custom"

        let built = try Self.shell(build)
        try #require(built.status == 0, "\(built.output.suffix(4000))")
        let output = try Self.shell(run).output
        #expect(output.contains("Custom activations: log_modulus, smooth_leaky, sharp_softmax\n"))
        #expect(output.contains("smooth_leaky(beta=0.2): f(1) = 1.2506"))
        for method in ["BackProp", "LocoProp-M"] {
            let words = output.split(separator: "\n").first { $0.hasPrefix("\(method): loss ") }?.split(separator: " ") ?? []
            let losses = words.compactMap { Double($0) }
            try #require(losses.count == 3, "before, after, and the number of steps: \(output)")
            #expect(losses[1] < losses[0] / 5, "\(method) learns with the custom activations")
        }

        // An edit reaches the program: one more everywhere.
        let edited = original
            .replacingOccurrences(of: "link: beta * a +", with: "link: 1 + beta * a +")
            .replacingOccurrences(of: "integral: beta * a^2", with: "integral: a + beta * a^2")
        try #require(edited != original)
        try edited.write(to: catalogue, atomically: true, encoding: .utf8)
        let rebuilt = try Self.shell(build)
        try #require(rebuilt.status == 0, "\(rebuilt.output.suffix(4000))")
        #expect(try Self.shell(run).output.contains("smooth_leaky(beta=0.2): f(1) = 2.2506"))

        // An error stops the build where it is, as catalogue check would say it.
        try original.replacingOccurrences(of: "tau * log(sum(", with: "tau * lgo(sum(").write(to: catalogue, atomically: true, encoding: .utf8)
        let refused = try Self.shell(build)
        #expect(refused.status != 0)
        let said = #/Examples\/CustomActivations\/activations\.yaml:\d+:21: error: there is no function 'lgo'.* \[CAT045\]/#
        #expect(refused.output.contains(said), "\(refused.output.suffix(2000))")
        #expect(refused.output.contains("|     integral: tau * lgo(sum(exp(a / tau)))\n   |                     ^~~\n"))
        #expect(try Self.shell(run).output.contains("f(1) = 2.2506"), "the program is as it was")
    }

    /// The documentation's tutorial, from the refused idea to the Swift program; what it shows is what is said.
    @Test("Invent an activation: every command of the tutorial, in order", .timeLimit(.minutes(60)))
    func tutorial() throws {
        try Self.copyPackage()
        // What the tutorial makes, of an earlier run of this test.
        let clean = "rm -rf idea.yaml idea.yaml.before runs/ripple Snippets"
        try #require(try Self.shell(clean).status == 0)
        defer { _ = try? Self.shell(clean) }
        let built = try Self.shell("swift build -c release --product locoprop")
        try #require(built.status == 0, "\(built.output.suffix(4000))")

        let blocks = try Self.blocks(of: "Sources/Activations/Activations.docc/InventAnActivation.md")
        #expect(blocks.count { $0.kind == "console" } == 5 && blocks.count { $0.kind == "text" } == 2)
        var output = ""
        var outputs: [String: String] = [:]
        for block in blocks {
            if block.kind == "text" {
                #expect(output.contains(block.text), "shown, but not said: \(block.text)\n\(output.suffix(2000))")
            } else if block.kind == "console" {
                for command in Self.commands(of: block.text) {
                    let result = try Self.shell(command)
                    try #require(result.status == 0, "\(command)\n\(result.output.suffix(4000))")
                    output = result.output
                    outputs[command.split(separator: " ").prefix(3).joined(separator: " ")] = output
                }
            }
        }
        #expect(outputs[".build/release/locoprop activations show"]?.contains("strictly increasing") == true)
        #expect(outputs[".build/release/locoprop watch runs/ripple"]?.contains("Finished after 2 epochs.") == true)
        // f(1) = 1 + 0.3 sin 1.
        let said = outputs["swift run -c"] ?? ""
        #expect(said.contains("f(1) = 1.25244129544236"), "\(said)")
        #expect(said.contains("inverse: 1.0") || said.contains("inverse: 0.99999999"), "\(said)")
        #expect(said.contains(/matching loss: [01]\.\d+/) && said.contains("refused: "), "\(said)")
    }

    // MARK: The README

    /// The commands (after `$ `, with their here-documents) of the first console block below a heading.
    private static func commands(after heading: String) throws -> [String] {
        let readme = try String(contentsOf: package.appendingPathComponent("README.md"), encoding: .utf8)
        let section = try #require(readme.range(of: heading)).upperBound
        let open = try #require(readme.range(of: "```console\n", range: section..<readme.endIndex)).upperBound
        let close = try #require(readme.range(of: "```", range: open..<readme.endIndex)).lowerBound
        return commands(of: readme[open..<close])
    }

    /// The blocks of code in a document, in order.
    private static func blocks(of file: String) throws -> [(kind: String, text: String)] {
        let text = try String(contentsOf: package.appendingPathComponent(file), encoding: .utf8)
        return text.matches(of: /(?ms)^```(\w+)\n(.*?)\n```$/).map { (String($0.1), String($0.2)) }
    }

    /// Those of a block of console text.
    private static func commands(of block: some StringProtocol) -> [String] {
        var commands: [String] = []
        var isInHereDocument = false
        for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("$ ") {
                commands.append(String(line.dropFirst(2)))
                isInHereDocument = line.contains("<<")
            } else if isInHereDocument, let last = commands.popLast() {
                commands.append(last + "\n" + line)
                if line == "END" { isInHereDocument = false }
            }
        }
        return commands
    }

    /// The YAML of the README's here-document.
    private static func entry() throws -> String {
        let lines = try commands(after: "## Add an activation")[0].split(separator: "\n")
        return lines.dropFirst().dropLast().joined(separator: "\n") + "\n"
    }

    // MARK: Running

    private static func copyPackage() throws {
        let files = FileManager.default
        try files.createDirectory(at: copy, withIntermediateDirectories: true)
        for name in ["Package.swift", "activations.yaml", "Sources", "Plugins", "Tests", "Examples", "Makefile", "Scripts"] {
            // -p keeps the times, so that the copy's next build knows what has not changed.
            let result = try shell("rm -rf '\(name)' && cp -Rp '\(package.appendingPathComponent(name).path)' .")
            try #require(result.status == 0, "\(result.output)")
        }
        // What was built in place is of another place.
        try #require(try shell("rm -rf Examples/*/.build").status == 0)
    }

    private static func shell(_ command: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = copy
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}
