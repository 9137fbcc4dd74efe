import Symbolic
import Testing

@Suite struct EvaluatorTests {
    /// Values of mpmath at 40 digits, to the nearest Double.
    @Test(arguments: [
        ("sin(a)", 0.479425538604203000273287935), ("cos(a)", 0.877582561890372716116281582), ("tan(a)", 0.546302489843790513255179466),
        ("asin(a)", 0.523598775598298873077107230), ("acos(a)", 1.047197551196597746154214461), ("atan(a)", 0.463647609000806116214256231),
        ("sinh(a)", 0.521095305493747361622425626), ("cosh(a)", 1.127625965206380785226225161), ("tanh(a)", 0.462117157260009758502318483),
        ("asinh(a)", 0.481211825059603447497758913), ("acosh(a + 1)", 0.962423650119206894995517826), ("atanh(a)", 0.549306144334054845697622618),
        ("exp(a)", 1.648721270700128146848650787), ("expm1(a)", 0.648721270700128146848650787), ("log(a)", -0.693147180559945309417232121),
        ("log1p(a)", 0.405465108108164381978013115), ("erf(a)", 0.520499877813046537682746653), ("li2(a)", 0.582240526465012505902656320),
        ("sqrt(a)", 0.707106781186547524400844362), ("pi * a", 1.570796326794896619231321691), ("a^0.3", 0.812252396356235522609709382775), ("abs(-a)", 0.5),
        ("sign(-a)", -1), ("min(a, 1)", 0.5), ("max(a, 1)", 1), ("0.1 + 0.2", 0.3), ("a^-2", 4), ("where(a > 0.5, 1, 2)", 2),
        ("0.3183098861837906715377675267450287240689192914809", 0.3183098861837906715377675),
    ]) func valuesAreTheNearestDoubles(_ pair: (String, Double)) throws {
        #expect(Evaluator.nearestDouble(of: try formula(pair.0), at: 0.5) == pair.1)
    }

    @Test func cancellationIsOutrunByPrecision() throws {
        // log1p(e⁻¹⁰⁰⁰) as written loses 1443 bits.
        #expect(Evaluator.nearestDouble(of: try formula("log(1 + exp(-a))"), at: 700) == 9.859676543759770e-305)
        #expect(Evaluator.nearestDouble(of: try formula("(expm1(a) - a) / a^2"), at: 0x1p-500) == 0.5)
    }

    @Test func sumsRunOverTheVector() throws {
        let softmax = try formula("exp(a) / sum(exp(a))")
        let value = Evaluator.nearestDouble(of: softmax, at: 1, vector: [0, 1, 2])
        #expect(value == 0.24472847105479764)
        #expect(Evaluator.nearestDouble(of: try formula("sum(beta * a) + a"), at: 1, parameters: ["beta": 2], vector: [3, 4]) == 15)
        #expect(Evaluator.nearestDouble(of: try formula("sum(1)"), vector: [3, 4, 9]) == 3)
    }

    @Test(arguments: [
        ("log(a)", 0.0), ("log(a)", -1), ("1 / a", 0), ("sqrt(a)", -1), ("asin(a)", 2), ("acosh(a)", 0), ("atanh(a)", 1), ("li2(a)", 2),
        ("a^0.5", -1), ("a^-1", 0), ("log1p(a)", -1), ("a / (a - a)", 3), ("gamma_1 * a", 1), ("log(log(a))", 1),
    ]) func whatHasNoValueIsUndefined(_ pair: (String, Double)) throws {
        let evaluator = Evaluator([try formula(pair.0)], parameters: ["beta"], precision: 128)
        #expect(evaluator.values(at: pair.1)[0].status == .undefined)
        #expect(Evaluator.nearestDouble(of: try formula(pair.0), at: pair.1) == nil)
    }

    @Test func onlyTheBranchTakenNeedsAValue() throws {
        #expect(Evaluator.nearestDouble(of: try formula("where(a > 0, log(a), 0)"), at: -1) == 0)
        #expect(Evaluator.nearestDouble(of: try formula("where(log(a) > 0, 1, 0)"), at: -1) == nil)
    }

    /// The bounds at 80 bits must contain what 400 bits find, for any formula at any point.
    @Test func boundsHold() throws {
        var random = SplitMix(seed: 5)
        var decided = 0
        for _ in 0..<3_000 {
            let tree = random.tree(depth: 4)
            let coarse = Evaluator([tree], parameters: ["beta"], precision: 80)
            let fine = Evaluator([tree], parameters: ["beta"], precision: 400)
            for evaluator in [coarse, fine] {
                evaluator.setParameters([0.75])
                evaluator.setVector([1, -0.5, 3])
            }
            for a in [-2.5, -1, -0x1p-30, 0, 0.3, 1, 7] {
                let (x, y) = (coarse.values(at: a)[0], fine.values(at: a)[0])
                if x.status == .unknown || y.status == .unknown { continue }
                #expect(x.status == y.status, "\(tree) at \(a)")
                guard x.status == .defined else { continue }
                #expect(x.lower <= y.upper && y.lower <= x.upper, "\(tree) at \(a): \(x) \(y)")
                if x.width <= 0x1p-40 * Swift.max(1, abs(x.lower)) { decided += 1 }
            }
        }
        #expect(decided > 8_000)
    }

    /// Simplification and differentiation are held to the evaluator, a second implementation.
    @Test func simplifiedFormulasHaveTheSameValues() throws {
        var random = SplitMix(seed: 6)
        var compared = 0
        for _ in 0..<3_000 {
            let tree = random.tree(depth: 4)
            let evaluator = Evaluator([tree, tree.simplified()], parameters: ["beta"], precision: 256)
            evaluator.setParameters([0.75])
            evaluator.setVector([1, -0.5, 3])
            for a in [-2.5, -0.3, 0.3, 1.25, 7] {
                let values = evaluator.values(at: a)
                guard values[0].status == .defined, values[1].status != .unknown else { continue }
                #expect(values[1].status == .defined, "\(tree) at \(a)")
                #expect(values[0].lower <= values[1].upper && values[1].lower <= values[0].upper, "\(tree) at \(a)")
                compared += 1
            }
        }
        #expect(compared > 5_000)
    }

    /// (u(a + h) − u(a − h)) / 2h with h = 2⁻⁶⁰ is off by about h² u‴ ≈ 1e-36 u‴.
    @Test func derivativesAreTheSlopes() throws {
        var random = SplitMix(seed: 8)
        var compared = 0
        let h = Expression.number(try #require(Rational(1, 1 << 60)))
        for _ in 0..<2_000 {
            let tree = random.tree(depth: 4)
            if tree.containsSum { continue }
            let right = tree.substitutingVariable(.add(.variable, h))
            let left = tree.substitutingVariable(.subtract(.variable, h))
            let slope = Expression.divide(.subtract(right, left), .multiply(.integer(2), h))
            let evaluator = Evaluator([tree.derivative(), slope], parameters: ["beta"], precision: 512)
            evaluator.setParameters([0.7])
            for a in [-2.3, -0.31, 0.37, 1.23, 6.1] {
                let values = evaluator.values(at: a)
                guard values.allSatisfy({ $0.status == .defined }), values.allSatisfy({ $0.lower.magnitude < 1e6 }) else { continue }
                let scale = Swift.max(1, values[0].midpoint.magnitude)
                #expect((values[0].midpoint - values[1].midpoint).magnitude <= 1e-12 * scale, "\(tree) at \(a): \(values)")
                compared += 1
            }
        }
        #expect(compared > 3_000)
    }

    /// Numbers keep their precision, so that no formula is dearer than another of its length.
    @Test(arguments: [
        "a^1000000000", "a^-1000000000", "exp(exp(exp(exp(a))))", "exp(-exp(exp(exp(a))))", "sin(exp(exp(exp(a))))", "tan(a^100000)",
        "cos(exp(1000000))", "li2(-exp(exp(exp(a))))", "erf(exp(exp(a)))", "log(exp(exp(exp(exp(exp(a))))))", "sinh(exp(exp(a)))", "cosh(a^999)",
        "atanh(tanh(a^9))", "1 / (exp(-a^300))", "(1 + 1 / a^1000)^(a^1000)", "a^a^a^a^a", "acosh(exp(a^9))", "asinh(exp(exp(exp(a))))", "log1p(exp(exp(exp(a))))",
        "0.0000001^(a^40)", "1e308^1e308^1e308", "tanh(exp(exp(exp(a))))", "expm1(-exp(exp(exp(a))))", "atan(exp(exp(exp(a))))", "erf(a^7)",
    ]) func hostileFormulasAreEvaluatedQuickly(_ text: String) throws {
        let evaluator = Evaluator([try formula(text)], precision: 2048)
        for a in [-1e300, -40, -1.5, 0, 0x1p-1000, 1.5, 40, 127, 1e9, 1e300] {
            let value = evaluator.values(at: a)[0]
            #expect(value.status == .undefined || value.lower <= value.upper)
        }
    }
}
