import Charts
import Testing

@Suite("Ticks and numbers")
struct TicksTests {
    @Test func `steps are 1, 2 or 5 times a power of ten, and ticks are exactly those decimals`() {
        #expect(Ticks.values(in: -4...4, count: 8) == [-4, -3, -2, -1, 0, 1, 2, 3, 4])
        #expect(Ticks.values(in: 0...1, count: 6) == [0, 0.2, 0.4, 0.6, 0.8, 1])
        #expect(Ticks.values(in: 0.05...0.35, count: 3) == [0.1, 0.2, 0.3])
        #expect(Ticks.values(in: -1e6...1e6, count: 4) == [-1e6, -5e5, 0, 5e5, 1e6])
    }

    @Test(arguments: [1e-12, 3e-7, 0.02, 0.7, 1, 3.3, 9.99, 47, 1e5, 7e11])
    func `no more intervals than asked for, and not far fewer`(_ length: Double) {
        for offset in [-0.3, 0, 0.7] {
            for count in [3, 5, 8] {
                let range = offset * length...offset * length + length
                let ticks = Ticks.values(in: range, count: count)
                #expect(ticks.count <= count + 1)
                #expect(ticks.count >= count / 3)
                #expect(ticks.allSatisfy { range.contains($0) || ($0 - range.upperBound).magnitude < 1e-8 * length })
            }
        }
    }

    @Test func `numbers are short and plain`() {
        #expect(NumberText.short(-0.5) == "−0.5")
        #expect(NumberText.short(0.1 + 0.2) == "0.3")
        #expect(NumberText.short(12345.678) == "12350")
        #expect(NumberText.short(0.00012345) == "0.0001235")
        #expect(NumberText.short(1e20) == "1·10²⁰")
        #expect(NumberText.short(-2.5e-300) == "−2.5·10⁻³⁰⁰")
        #expect(NumberText.short(.leastNonzeroMagnitude).hasSuffix("·10⁻³²⁴"))
        #expect(NumberText.short(-.infinity) == "−∞")
        #expect(NumberText.short(1e-5) == "0.00001")
        #expect(NumberText.short(999_999.9) == "1000000")
    }
}
