import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Ctrl-C, SIGTERM and a terminal that closes (SIGHUP): the first asks the program to stop when it next looks, the second of a kind kills it.
///
/// No handler runs for them: a thread of their own waits. oneDNN's products work with the stack pointer in a block of
/// their own, a few kilobytes from its end; the system would push a handler's frame there, and beyond, into whatever
/// the program has beside it.
enum Interruption {
    private static let pending = Atomic<Int32>(0)
    private static let isInstalled = Atomic<Bool>(false)

    /// Begins to listen. To be called before there are other threads, which get this one's mask.
    static func install() {
        // A reader that goes away does not end a run, and a file-size limit is a failed write like another.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        guard !isInstalled.exchange(true, ordering: .relaxed) else { return }
        // Made before the other thread is.
        pending.store(0, ordering: .relaxed)
        var signals = heard
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        // A parent may have them ignored, as shells do for what runs in the background.
        for number in numbers where sigismember(&signals, number) == 1 { signal(number, SIG_DFL) }
        // Without the thread, they end the program as they end any.
        if !listen() { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
    }

    private static let numbers = [SIGINT, SIGTERM, SIGHUP]

    private static var heard: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in numbers {
            // `nohup` lets a program outlive its terminal by having it ignore the signal: that stays.
            var action = sigaction()
            sigaction(number, nil, &action)
            if number == SIGHUP, isIgnored(action) { continue }
            sigaddset(&signals, number)
        }
        return signals
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        #if canImport(Darwin)
        let handler = action.__sigaction_u.__sa_handler
        #else
        let handler = action.__sigaction_handler.sa_handler
        #endif
        return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Starts the thread. Returns whether there is one.
    private static func listen() -> Bool {
        #if canImport(Darwin)
        var thread: pthread_t?
        let status = pthread_create(&thread, nil, { _ in Interruption.wait() }, nil)
        if status == 0, let thread { pthread_detach(thread) }
        #else
        var thread = pthread_t()
        let status = pthread_create(&thread, nil, { _ in Interruption.wait() }, nil)
        if status == 0 { pthread_detach(thread) }
        #endif
        return status == 0
    }

    private static func wait() -> UnsafeMutableRawPointer? {
        var signals = heard
        var seen: Set<Int32> = []
        while true {
            var number: Int32 = 0
            guard sigwait(&signals, &number) == 0 else { continue }
            pending.store(number, ordering: .relaxed)
            guard !seen.insert(number).inserted else { continue }
            // The second of a kind: the default action, which is to end.
            var one = sigset_t()
            sigemptyset(&one)
            sigaddset(&one, number)
            raise(number)
            pthread_sigmask(SIG_UNBLOCK, &one, nil)
        }
    }

    /// Whether to stop.
    static var isPending: Bool { pending.load(ordering: .relaxed) != 0 }

    /// Ends the program with 128 + the signal's number, as a shell says of a program that it killed.
    static func exitIfPending() {
        let number = pending.load(ordering: .relaxed)
        if number != 0 { exit(128 + number) }
    }
}

/// Thrown through work that an interruption ends, so that what it began is taken back.
struct Interrupted: Error {}
