import Foundation

/// Runs the built program, as a user would.
package enum Program {
    package struct Result {
        package let status: Int32
        package let output: String
        package let errors: String
    }

    package struct Missing: Error, CustomStringConvertible {
        package let description = "locoprop is not beside the test bundle; build it: swift build -c release"
    }

    /// The program beside the test bundle.
    package static let path: String? = {
        // On Linux the bundle is the running executable; on macOS it lies some folders above one.
        var url = URL(fileURLWithPath: CommandLine.arguments[0])
        for argument in CommandLine.arguments where argument.contains(".xctest") { url = URL(fileURLWithPath: argument) }
        while url.path.count > 1 {
            let candidate = url.deletingLastPathComponent().appendingPathComponent("locoprop").path
            if FileManager.default.isExecutableFile(atPath: candidate),
                !FileManager.default.fileExists(atPath: candidate + "/.") { return candidate }
            url = url.deletingLastPathComponent()
        }
        return nil
    }()

    /// - Parameters:
    ///   - folder: where it runs.
    ///   - signal: sent once, as soon as the output contains `mark`, or `milliseconds` after that; without a mark, after the start.
    ///   - action: called once, as soon as the output contains `mark`.
    ///   - shell: a script for `sh` that the program is run by: its path is `$0`, its arguments are `"$@"`.
    package static func run(
        _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
        input: String? = nil, interruptingWith signal: Int32? = nil, afterSeeing mark: String = "",
        afterMilliseconds milliseconds: Int? = nil, doing action: (() -> Void)? = nil, by shell: String? = nil
    ) throws -> Result {
        let process = Process()
        guard let path else { throw Missing() }
        process.executableURL = URL(fileURLWithPath: shell == nil ? path : "/bin/sh")
        process.arguments = shell.map { ["-c", $0, path] + arguments } ?? arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let inputPipe = Pipe()
        process.standardInput = input == nil ? FileHandle.nullDevice : inputPipe
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        if let input {
            // Shorter than a pipe holds, so that this does not wait for the program.
            inputPipe.fileHandleForWriting.write(Data(input.utf8))
            try inputPipe.fileHandleForWriting.close()
        }
        let collected = Collected()
        let thread = Thread { collected.set(errors: errors.fileHandleForReading.readDataToEndOfFile()) }
        thread.start()
        var text = ""
        var pending = signal
        var action = action
        func interrupt(_ signal: Int32) {
            pending = nil
            guard let milliseconds else {
                kill(process.processIdentifier, signal)
                return
            }
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
                if process.isRunning { kill(process.processIdentifier, signal) }
            }
        }
        if let signal, mark.isEmpty, milliseconds != nil { interrupt(signal) }
        while case let piece = output.fileHandleForReading.availableData, !piece.isEmpty {
            text += String(decoding: piece, as: UTF8.self)
            if let signal = pending, text.contains(mark) { interrupt(signal) }
            if text.contains(mark), let now = action {
                action = nil
                now()
            }
        }
        process.waitUntilExit()
        // A signal that killed it counts as the shell counts it, but negative: it should never be.
        let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        return Result(status: status, output: text, errors: String(decoding: collected.wait(), as: UTF8.self))
    }

    private final class Collected: @unchecked Sendable {
        private let ready = DispatchSemaphore(value: 0)
        private var errors = Data()

        func set(errors: Data) {
            self.errors = errors
            ready.signal()
        }

        func wait() -> Data {
            ready.wait()
            return errors
        }
    }
}
