import CTrainingKernels

/// Work that every member of a ``ThreadTeam`` does its part of.
class ParallelSection {
    /// Runs on each member once, at the same time: parts must not share what they write.
    func run(member: Int) {}
}

/// A persistent team of threads, the caller being member 0. Running a section allocates nothing.
package final class ThreadTeam {
    package let count: Int
    private let team: OpaquePointer

    /// - Parameter count: 1 … ``largestCount``.
    /// - Throws: ``LocoPropError/threads(_:)`` if the count is out of range or the system refuses.
    package init(count: Int) throws(LocoPropError) {
        _ = BLASThreads.pinnedToCaller
        guard (1...Self.largestCount).contains(count), let team = thread_team_create(Int32(count)) else {
            throw .threads(count)
        }
        self.count = count
        self.team = team
    }

    package static let largestCount = 256

    deinit { thread_team_destroy(team) }

    func run(_ section: ParallelSection) {
        thread_team_run(
            team,
            { context, member in
                // The context is the section below, which outlives the call.
                Unmanaged<ParallelSection>.fromOpaque(context!).takeUnretainedValue().run(member: Int(member))
            },
            Unmanaged.passUnretained(section).toOpaque())
    }

    /// Runs a closure on each member, once, at the same time.
    package func onEachMember(_ body: @escaping (Int) -> Void) {
        final class ClosureSection: ParallelSection {
            let body: (Int) -> Void
            init(_ body: @escaping (Int) -> Void) { self.body = body }
            override func run(member: Int) { body(member) }
        }
        run(ClosureSection(body))
    }
}
