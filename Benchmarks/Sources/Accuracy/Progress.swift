import Foundation
import Synchronization

/// A line on standard error that says how far the work is, and how long it will take.
final class Progress: Sendable {
    private let total: Int
    private let start = ContinuousClock.now
    private let state = Mutex((done: 0, shown: ContinuousClock.now))

    init(total: Int) { self.total = total }

    func advance(_ label: String) {
        state.withLock { state in
            state.done += 1
            guard ContinuousClock.now - state.shown > .milliseconds(200) else { return }
            state.shown = .now
            let elapsed = Double((ContinuousClock.now - start).components.seconds)
            let left = elapsed / Double(state.done) * Double(total - state.done)
            write("\r\u{1b}[K\(100 * state.done / total) % \(label), \(Self.time(left)) left")
        }
    }

    func finish() { write("\r\u{1b}[K") }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    private static func time(_ seconds: Double) -> String {
        seconds < 90 ? "\(Int(seconds)) s" : "\(Int(seconds / 60)) min"
    }
}
