/// Independent tasks of known cost, shared out whole: the dearest first, each to the member with least to do. Which
/// member a task falls to does not change its result.
final class TaskSection: ParallelSection {
    private let shares: [[Int]]
    private let body: (_ task: Int, _ member: Int) -> Void

    init(costs: [Double], members: Int, _ body: @escaping (_ task: Int, _ member: Int) -> Void) {
        shares = WorkPlan.layers(costs: costs, members: members)
        self.body = body
    }

    override func run(member: Int) {
        for task in shares[member] { body(task, member) }
    }
}
