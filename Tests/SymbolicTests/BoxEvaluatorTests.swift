import Symbolic
import Testing

/// Bounds over boxes contain what the points inside give, and are tight where it matters.
@Suite struct BoxEvaluatorTests {
    private static func parse(_ text: String) throws -> Expression {
        try Formula.parse(text, context: FormulaContext(kind: .link, parameters: ["p"])).get()
    }

    private static let formulas = [
        "a^3 - 2 * a + 1", "exp(a) / (1 + exp(a))^2", "a * exp(-a^2)", "sin(3 * a) + cos(a)", "tan(a / 4)", "abs(a - p) * sign(a)",
        "min(a, p * a^2)", "max(a, 1 / (1 + a^2))", "where(a >= p, a^2, -a)", "log(1 + a^2) / (1 + abs(a))", "sqrt(a^2 + p^2) - a",
        "atan(a) + erf(a) - tanh(a)", "asinh(a) * sinh(a / 3)", "log1p(a^2) - expm1(-a^2)", "(1 + a^2)^-1.5", "2^a", "p^a * a",
        "acos(a / 9) - asin(a / 9)", "atanh(a / 9) + acosh(2 + a^2)", "li2(-exp(a))", "1 / (a + 9)^3", "a^2 * a^-1",
    ]

    @Test(arguments: formulas) func boundsContainTheValuesInside(_ text: String) throws {
        let expression = try Self.parse(text)
        let (boxes, points) = (BoxEvaluator([expression], parameters: ["p"]), Evaluator([expression], parameters: ["p"], precision: 256))
        var random = SplitMix(seed: 7)
        func unit() -> Double { Double(random.next() >> 11) * 0x1p-53 }
        for _ in 0..<300 {
            let (x, w) = (unit() * 16 - 8, unit() * unit() * unit() * 8)
            let (p, v) = (unit() * 3 + 0.1, unit() * unit())
            let a = BoxInterval(x, Swift.min(x + w, 8.5), isLowerOpen: random.next() % 2 == 0)
            let bounds = boxes.values(over: a, parameters: [BoxInterval(p, p + v)])[0]
            for k in 0...4 {
                let (at, beta) = (a.lower + (a.upper - a.lower) * Double(k) / 4, p + v * unit())
                guard !(k == 0 && a.isLowerOpen), at <= a.upper else { continue }
                points.setParameters([beta])
                let value = points.values(at: at)[0]
                if value.status == .undefined {
                    #expect(bounds.status != .defined, "\(text) over \(a) has no value at \(at), p = \(beta)")
                } else {
                    #expect(bounds.status != .undefined)
                    #expect(bounds.lower <= value.upper && bounds.upper >= value.lower, "\(text) at \(at), p = \(beta): \(value) outside \(bounds)")
                    if let sign = bounds.sign, bounds.status == .defined, let own = value.sign { #expect(own == sign, "\(text) at \(at)") }
                }
            }
        }
    }

    /// Over the whole line, and in its tails.
    @Test(arguments: [
        ("exp(a)", -Double.infinity, Double.infinity, 1), ("1 - tanh(a)^2", -.infinity, .infinity, 1), ("1 + cos(a)", -.infinity, .infinity, nil),
        ("1 / (1 + exp(-a))", -.infinity, .infinity, 1), ("1 - 8 * a * exp(-a^2)", 3, .infinity, 1), ("1 - 2 * a / (1 + a^2)", 2, .infinity, 1),
        ("1 + a * exp(a)", -.infinity, -2, 1), ("log(a) / a", 3, .infinity, 1), ("1 / a", 0, .infinity, 1), ("a - 1", -.infinity, 1, -1),
        ("1 + a * exp(-a) / (1 + exp(-a))^2", -.infinity, -3, 1),
    ] as [(String, Double, Double, Int?)]) func signsOverUnboundedBoxes(_ row: (String, Double, Double, Int?)) throws {
        let boxes = BoxEvaluator([try Self.parse(row.0)])
        let bounds = boxes.values(over: BoxInterval(row.1, row.2, isLowerOpen: true, isUpperOpen: true), parameters: [])[0]
        #expect(bounds.status == .defined)
        #expect(bounds.sign == row.3, "\(row.0): \(bounds)")
        if row.0 == "1 + cos(a)" { #expect(bounds.lower == 0) }
    }

    /// The error of the bounds falls with the square of the width, though a occurs many times.
    @Test func smallBoxesAreTight() throws {
        let boxes = BoxEvaluator([try Self.parse("a^4 - 3 * a^3 + a^2 + exp(a) - exp(a) * a + sin(a) * a")])
        func excess(_ w: Double) -> Double {
            let bounds = boxes.values(over: BoxInterval(1, 1 + w), parameters: [])[0]
            let ends = boxes.values(over: BoxInterval(point: 1), parameters: [])[0].midpoint - boxes.values(over: BoxInterval(point: 1 + w), parameters: [])[0].midpoint
            return bounds.width - ends.magnitude
        }
        #expect(excess(0x1p-10) < 100 * 0x1p-20)
        #expect(excess(0x1p-20) < 100 * 0x1p-40)
    }

    @Test func halvesCoverAndReachFar() throws {
        var box = BoxInterval(0, .infinity)
        var steps = 0
        while box.lower < 1e300, let halves = box.halves, steps < 100 {
            #expect(halves.0.upper == halves.1.lower && halves.0.lower == box.lower && halves.1.upper == .infinity)
            box = halves.1
            steps += 1
        }
        #expect(box.lower >= 1e300 && steps < 40)
        #expect(BoxInterval(1, 1.0.nextUp).halves == nil)
    }
}
