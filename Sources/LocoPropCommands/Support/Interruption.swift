import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Ctrl-C, SIGTERM and a terminal that closes (SIGHUP): the first asks the program to stop when it next looks, the second of a kind kills it.
enum Interruption {
    private static let pending = Atomic<Int32>(0)

    /// Begins to listen.
    static func install() {
        // Made before any handler runs: making it is not safe within one.
        pending.store(0, ordering: .relaxed)
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let before = signal(number) { number in
                Interruption.pending.store(number, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
            // `nohup` lets a program outlive its terminal by having it ignore the signal: that stays.
            if number == SIGHUP, unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                signal(number, SIG_IGN)
            }
            sigaddset(&signals, number)
        }
        // A reader that goes away does not end a run, and a file-size limit is a failed write like another.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        // A parent that starts programs from a thread which blocks signals hands the block down.
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
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
