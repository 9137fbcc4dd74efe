import LocoProp
import Testing

@Suite struct WorkPlanTests {
    private let benchmark = [784, 1000, 500, 250, 30, 250, 500, 1000, 784]

    private func layers(_ widths: [Int], coupled: Set<Int> = []) -> [(inputs: Int, outputs: Int, isWhole: Bool)] {
        zip(widths, widths.dropFirst()).enumerated().map { ($1.0, $1.1, coupled.contains($0)) }
    }

    @Test("the pieces cover every column once, on multiples of 16", arguments: [1, 2, 3, 4, 7, 64])
    func cover(members: Int) {
        for widths in [benchmark, [1, 1], [5, 17, 3], [10, 1000, 10]] {
            let layers = layers(widths)
            let pieces = WorkPlan.pieces(layers: layers, members: members)
            #expect(pieces.count == members)
            for (index, layer) in layers.enumerated() {
                let columns = pieces.flatMap(\.self).filter { $0.layer == index }.map(\.columns)
                #expect(columns.first?.lowerBound == 0)
                #expect(columns.last?.upperBound == layer.outputs)
                for (left, right) in zip(columns, columns.dropFirst()) {
                    #expect(left.upperBound == right.lowerBound)
                    #expect(left.upperBound % 16 == 0)
                }
                #expect(columns.allSatisfy { !$0.isEmpty })
            }
        }
    }

    @Test("shares of the benchmark network differ by less than a cut of 16 columns", arguments: [2, 3, 4])
    func balance(members: Int) {
        let layers = layers(benchmark)
        let work = WorkPlan.pieces(layers: layers, members: members).map { pieces in
            pieces.reduce(0) { $0 + (layers[$1.layer].inputs + 1) * $1.columns.count }
        }
        // Each end of a share is rounded to 16 columns of at most 1001 parameters, so by 8 of them.
        #expect((work.max() ?? 0) - (work.min() ?? 0) <= 2 * 16 * 1001)
    }

    @Test("layers that cannot be cut stay whole") func coupled() {
        let layers = layers([100, 64, 64, 100], coupled: [0, 2])
        for members in 1...8 {
            let pieces = WorkPlan.pieces(layers: layers, members: members).flatMap(\.self)
            #expect(pieces.filter { $0.layer == 0 }.map(\.columns) == [0..<64])
            #expect(pieces.filter { $0.layer == 2 }.map(\.columns) == [0..<100])
        }
    }

    @Test("rows and layers are shared out whole and evenly") func rowsAndLayers() {
        for (count, members) in [(1000, 2), (7, 3), (1, 4), (5, 5)] {
            let ranges = (0..<members).map { WorkPlan.rows(count, member: $0, members: members) }
            #expect(ranges.flatMap(Array.init) == Array(0..<count))
            #expect((ranges.map(\.count).max() ?? 0) - (ranges.map(\.count).min() ?? 0) <= 1)
        }
        #expect(WorkPlan.layers(costs: [1, 5, 4, 2], members: 2).map { $0.sorted() } == [[0, 1], [2, 3]])
    }
}
