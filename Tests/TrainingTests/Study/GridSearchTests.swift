import Testing
import Training

@Suite struct GridSearchTests {
    /// Searches the least of a function of the exponent, and says where it looked.
    private func search(from start: Double = 1e-3, trials: Int = 8, _ loss: (Int) -> Double) -> (GridSearch, [Int]) {
        var (grid, order) = (GridSearch(start: start, trials: trials), [Int]())
        while let k = grid.next {
            order.append(k)
            grid.take(loss(k), at: k)
        }
        return (grid, order)
    }

    @Test func `it looks to both sides, then beside the best`() {
        let (grid, order) = search { abs(Double($0) - 0.3) }
        #expect(order == [0, -2, 2, 1, -1])
        #expect(grid.ranking.first == 0 && !grid.isEnd(0))
    }

    @Test func `it follows a fall to its end, and refines there`() {
        let (grid, order) = search { abs(Double($0) - 7) }
        #expect(order == [0, -2, 2, 4, 6, 8, 7])
        #expect(grid.ranking.first == 7)
    }

    @Test func `the trials are not more than were granted, and an end is told`() {
        let (grid, order) = search(trials: 5) { -Double($0) }
        #expect(order == [0, -2, 2, 4, 6])
        #expect(grid.isEnd(grid.ranking[0]))
    }

    @Test func `where everything diverges it goes down by decades, and NaN counts as diverged`() {
        let (grid, order) = search(trials: 6) { $0 < -9 ? 1 : .nan }
        #expect(order == [0, -2, 2, -6, -10, -12])
        #expect(grid.losses[0] == .infinity && grid.ranking.first == -10)
    }

    @Test func `values have three digits, but for the start`() {
        let grid = GridSearch(start: 0.123456, trials: 3)
        #expect([0, 2, -2, 4, 1].map(grid.value) == [0.123456, 0.39, 0.039, 1.23, 0.22])
        #expect(GridSearch(start: 1e-5, trials: 3).value(2) == 3.16e-5)
        #expect(GridSearch(start: 1e-5, trials: 3).value(-4) == 1e-6)
    }

    @Test func `a start at the end of numbers ends the search`() {
        let (_, order) = search(from: 1e-30, trials: 100) { Double($0) }
        #expect(order == [0, -2, 2])
    }
}
