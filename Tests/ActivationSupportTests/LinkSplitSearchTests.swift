import CActivationSupport
import Foundation
import Testing

/// `find_split` where nothing is known of a link: its falling intervals are searched.
@Suite("The search for falling intervals")
struct LinkSplitSearchTests {
    private struct Link {
        var link, derivative, integral: conjugate_function
        var domain = -Double.infinity...Double.infinity
        var kinks: [link_kink] = []
        var parameters: [Double] = []

        /// The split's breakpoints and regions; `nil` where there is none.
        func split(known: [link_interval]? = nil) -> (breakpoints: [Double], regions: [link_region])? {
            kinks.withUnsafeBufferPointer { kinks in
                parameters.withUnsafeBufferPointer { parameters in
                    var link = elementwise_link()
                    (link.link, link.derivative, link.integral) = (self.link, derivative, integral)
                    (link.domain_lower, link.domain_upper) = (domain.lowerBound, domain.upperBound)
                    (link.kink_count, link.kinks, link.parameters) = (Int32(kinks.count), kinks.baseAddress, parameters.baseAddress)
                    var split = link_split()
                    guard find_split(&link, known, Int32(known?.count ?? 0), &split) != 0 else { return nil }
                    let count = Int(split.breakpoint_count)
                    return (
                        withUnsafeBytes(of: &split.breakpoints) { Array($0.bindMemory(to: Double.self).prefix(count)) },
                        withUnsafeBytes(of: &split.regions) { Array($0.bindMemory(to: link_region.self).prefix(count + 1)) }
                    )
                }
            }
        }
    }

    /// a σ(βa).
    private let swish = Link(
        link: { a, p in a / (1 + exp(-p![0] * a)) },
        derivative: { a, p in
            let s = 1 / (1 + exp(-p![0] * a))
            return s + p![0] * a * s * (1 - s)
        },
        integral: { a, _ in a })

    @Test("swish falls below −1.2784645427610738/β, at every scale", arguments: [0.001, 0.1, 1, 2, 37, 1e4])
    func swish(beta: Double) throws {
        var link = swish
        link.parameters = [beta]
        let split = try #require(link.split())
        #expect(split.breakpoints.count == 1)
        let root = -1.278464542761073795109358739022980155439 / beta
        #expect(abs(split.breakpoints[0] / root - 1) < 1e-7)
        #expect(split.regions.map(\.is_falling) == [1, 0])
        #expect(split.regions[0].level == 0)
        #expect(abs(split.regions[1].level + link.link(root, [beta])) < 1e-12 / beta)
    }

    @Test("a wave on an interval, known and searched")
    func wave() throws {
        let wave = Link(
            link: { a, _ in sin(a) }, derivative: { a, _ in cos(a) }, integral: { a, _ in -cos(a) }, domain: -5...5)
        let cuts = [-1.5, -0.5, 0.5, 1.5].map { $0 * Double.pi }
        let known = [link_interval(lower: cuts[0], upper: cuts[1]), link_interval(lower: cuts[2], upper: cuts[3])]
        for split in [try #require(wave.split()), try #require(wave.split(known: known))] {
            #expect(zip(split.breakpoints, cuts).allSatisfy { abs($0 - $1) < 1e-9 } && split.breakpoints.count == 4)
            #expect(split.regions.map(\.is_falling) == [0, 1, 0, 1, 0])
            // f₊ climbs by what sin climbs, 1 to begin with and 2 each time.
            #expect(zip(split.regions.map(\.level), [0, 1, 2, 3, 4]).allSatisfy { abs($0 - $1) < 1e-12 })
        }
    }

    @Test("a wave without end is cut off, not followed")
    func endless() throws {
        let wave = Link(link: { a, _ in sin(a) }, derivative: { a, _ in cos(a) }, integral: { a, _ in -cos(a) })
        let split = try #require(wave.split())
        #expect(split.breakpoints.count <= 2 * Int(MAXIMUM_FALLING_INTERVALS) && split.breakpoints.count >= 10)
    }

    @Test("a jump down is left to f₋, a jump up to f₊")
    func jumps() throws {
        // a below 2, a − 1 beyond, and 3 more beyond 4.
        let saw = Link(
            link: { a, _ in a < 2 ? a : a <= 4 ? a - 1 : a + 2 }, derivative: { _, _ in 1 },
            integral: { a, _ in a < 2 ? a * a / 2 : a <= 4 ? a * a / 2 - a + 2 : a * a / 2 + 2 * a - 10 },
            kinks: [link_kink(location: 2, is_jump: 1), link_kink(location: 4, is_jump: 1)])
        let split = try #require(saw.split())
        // 2 belongs to the right, 4 to the left.
        #expect(split.breakpoints == [Double(2).nextDown, 4])
        #expect(split.regions.map(\.is_falling) == [0, 0, 0])
        #expect(zip(split.regions.map(\.level), [0, 1, 1]).allSatisfy { abs($0 - $1) < 1e-14 })
    }

    @Test("a link that falls from infinity: both parts stay finite")
    func fromInfinity() throws {
        let square = Link(link: { a, _ in a * a }, derivative: { a, _ in 2 * a }, integral: { a, _ in a * a * a / 3 })
        let split = try #require(square.split())
        #expect(split.breakpoints.count == 1 && abs(split.breakpoints[0]) < 1e-12)
        #expect(split.regions.map(\.is_falling) == [1, 0])
        #expect(split.regions.allSatisfy { abs($0.level) < 1e-12 })
    }

    @Test("an increasing link has one region, and is its own rising part")
    func increasing() throws {
        let line = Link(link: { a, _ in a }, derivative: { _, _ in 1 }, integral: { a, _ in a * a / 2 })
        let split = try #require(line.split())
        #expect(split.breakpoints.isEmpty && split.regions[0].is_falling == 0 && split.regions[0].level == 0)
    }

    @Test("a link without finite values there has none")
    func undefined() {
        let pole = Link(
            link: { a, _ in .infinity }, derivative: { a, _ in a < 0 ? -1 : 1 }, integral: { _, _ in .nan })
        #expect(pole.split() == nil)
    }
}
