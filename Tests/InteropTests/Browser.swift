import Foundation

/// A headless Chromium that is asked through the DevTools protocol, over two pipes: no port, no network.
final class Browser {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let process = Process()
    private let folder: URL
    private let toBrowser, fromBrowser: Int32
    private var buffer: [UInt8] = []
    private var nextNumber = 1
    /// What the browser said unasked, in order.
    private(set) var events: [[String: Any]] = []

    /// With a profile of its own: a second browser on one profile would hand its work to the first, and never answer.
    init() throws {
        guard let program = Browser.program else {
            throw Failure(description: "there is no Chromium; install it with: Scripts/install-packages chromium")
        }
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("locoprop-browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (input, output) = (folder.appendingPathComponent("in").path, folder.appendingPathComponent("out").path)
        guard mkfifo(input, 0o600) == 0, mkfifo(output, 0o600) == 0 else {
            throw Failure(description: "cannot make pipes in \(folder.path): \(String(cString: strerror(errno)))")
        }
        // Open for both directions, so that opening waits for nobody; a silent browser is noticed by poll.
        (toBrowser, fromBrowser) = (open(input, O_RDWR | O_CLOEXEC), open(output, O_RDWR | O_CLOEXEC))
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // Chromium reads commands from descriptor 3 and answers on 4.
        process.arguments = [
            "-c", "exec \"$@\" 3<\"$0/in\" 4>\"$0/out\"", folder.path, program, "--headless", "--remote-debugging-pipe",
            "--user-data-dir=\(folder.appendingPathComponent("profile").path)", "--no-first-run", "--disable-gpu",
            "--disable-dev-shm-usage", "--hide-scrollbars",
        ] + (geteuid() == 0 ? ["--no-sandbox"] : [])  // Chromium's sandbox refuses to run as root.
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        close(toBrowser)
        close(fromBrowser)
        try? FileManager.default.removeItem(at: folder)
    }

    private static let program: String? = ["chromium", "chromium-browser", "google-chrome"]
        .flatMap { name in
            (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
        }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Sends a command and waits for its result.
    @discardableResult
    func call(_ method: String, _ parameters: [String: Any] = [:], session: String? = nil) throws -> [String: Any] {
        let number = nextNumber
        nextNumber += 1
        var message: [String: Any] = ["id": number, "method": method, "params": parameters]
        if let session { message["sessionId"] = session }
        try send(try JSONSerialization.data(withJSONObject: message) + [0])
        while true {
            let answer = try receive()
            guard answer["id"] as? Int == number else {
                if answer["method"] != nil { events.append(answer) }
                continue
            }
            if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
            return answer["result"] as? [String: Any] ?? [:]
        }
    }

    /// Waits for an event of that name, from now on or before.
    func wait(for method: String) throws {
        while !events.contains(where: { $0["method"] as? String == method }) { events.append(try receive()) }
    }

    func forgetEvents() { events = [] }

    private func send(_ bytes: Data) throws {
        var rest = [UInt8](bytes)[...]
        while !rest.isEmpty {
            let put = rest.withUnsafeBytes { write(toBrowser, $0.baseAddress, $0.count) }
            guard put > 0 else { throw Failure(description: "the browser takes no commands") }
            rest = rest.dropFirst(put)
        }
    }

    private func receive() throws -> [String: Any] {
        while true {
            if let end = buffer.firstIndex(of: 0) {
                let message = Data(buffer[..<end])
                buffer.removeSubrange(...end)
                return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
            }
            var state = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
            guard poll(&state, 1, 120_000) > 0 else { throw Failure(description: "the browser does not answer") }
            var piece = [UInt8](repeating: 0, count: 1 << 16)
            let got = piece.withUnsafeMutableBytes { read(fromBrowser, $0.baseAddress, $0.count) }
            guard got > 0 else { throw Failure(description: "the browser has gone") }
            buffer += piece[..<got]
        }
    }
}
