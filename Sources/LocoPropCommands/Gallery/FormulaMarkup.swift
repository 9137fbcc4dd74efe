import Charts
import Symbolic

/// A formula of the catalogue as MathML: fractions, powers and cases as on paper. The text of the catalogue stays with
/// it as a tooltip and for readers of the page's source.
struct FormulaMarkup {
    private let parameters: [String]
    private let kind: FormulaContext.Kind
    private let isCoupled: Bool

    /// - Parameter isCoupled: whether variables carry an index.
    init(kind: FormulaContext.Kind, parameters: [String], isCoupled: Bool) {
        (self.kind, self.parameters, self.isCoupled) = (kind, parameters, isCoupled)
    }

    /// `text` as mathematics after `head`, or as text where it is not in the catalogue's language.
    func equation(_ head: [Markup], _ text: String) -> Markup { equation(head, text) { $0 } }

    /// The derivative of `text`, likewise.
    func derivative(_ head: [Markup], _ text: String) -> Markup { equation(head, text) { $0.derivative() } }

    private func equation(_ head: [Markup], _ text: String, _ change: (Expression) -> Expression) -> Markup {
        let context = FormulaContext(kind: kind, parameters: parameters)
        guard case .success(let parsed) = Formula.parse(text, context: context) else {
            return .fragment([.tag("math", [:], head + [Self.op("=")]), .text(" "), .tag("code", text: text)])
        }
        let expression = change(parsed)
        let shown = expression.text(variable: context.variable)
        return .tag("math", ["display": "block", "alttext": shown, "title": shown], [
            .tag("mrow", [:], head + [Self.op("=")] + write(expression, index: "i").parts)
        ])
    }

    // MARK: Trees

    private enum Level: Int, Comparable {
        case sum, product, negation, power, primary

        static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }

    private typealias Written = (parts: [Markup], level: Level)

    private func write(_ expression: Expression, index: String) -> Written {
        func at(_ level: Level, _ x: Expression) -> [Markup] { self.at(level, x, index) }
        func whole(_ x: Expression) -> [Markup] { write(x, index: index).parts }
        switch expression {
        case .number, .literal: return number(expression)
        case .pi: return ([Self.identifier("π")], .primary)
        case .variable: return ([variable(index)], .primary)
        case .parameter(let name): return ([Self.parameter(name)], .primary)
        case .add(let x, let y): return (at(.sum, x) + [Self.op("+")] + at(.product, y), .sum)
        case .subtract(let x, let y): return (at(.sum, x) + [Self.op("−")] + at(.product, y), .sum)
        case .multiply(let x, let y):
            // A reduction or a choice reaches to the right as far as it goes.
            return (at(.product, x) + [between(x, y)] + at(.negation, y), .product)
        case .divide(let x, let y): return ([.tag("mfrac", [:], Self.row(whole(x)), Self.row(whole(y)))], .primary)
        case .negate(let x): return ([Self.op("−", isPrefix: true)] + at(.product, x), .negation)
        case .power(let x, let y):
            // A function's power is read as a power of its argument: it needs parentheses.
            let base = isPlain(x) ? whole(x) : Self.parenthesised(whole(x))
            return ([.tag("msup", [:], Self.row(base), Self.row(whole(y)))], .power)
        case .call(let function, let arguments): return call(function, arguments, index)
        case .select: return ([cases(expression, index)], .primary)
        case .sum(let x):
            let k = index == "k" ? "l" : "k"
            return ([.tag("munder", [:], Self.op("∑"), Self.identifier(k))] + self.at(.product, x, k), .negation)
        }
    }

    private func at(_ level: Level, _ expression: Expression, _ index: String) -> [Markup] {
        let written = write(expression, index: index)
        return written.level < level ? Self.parenthesised(written.parts) : written.parts
    }

    private func isPlain(_ x: Expression) -> Bool {
        switch x {
        case .number(let value): value.isInteger && value.numerator >= 0
        case .literal, .pi, .variable, .parameter: true
        case .call(.abs, _): true
        default: false
        }
    }

    private func call(_ function: Function, _ arguments: [Expression], _ index: String) -> Written {
        let parts = arguments.map { write($0, index: index).parts }
        func named(_ name: String) -> Written {
            var inside: [Markup] = []
            for (i, part) in parts.enumerated() { inside += (i > 0 ? [Self.op(",")] : []) + part }
            return ([Self.name(name)] + Self.parenthesised(inside), .primary)
        }
        switch function {
        case .abs: return ([Self.fence("|")] + parts[0] + [Self.fence("|")], .primary)
        case .sqrt: return ([.tag("msqrt", [:], parts[0])], .primary)
        case .exp where isShort(arguments[0]):
            return ([.tag("msup", [:], Self.identifier("e"), Self.row(parts[0]))], .power)
        case .expm1 where isShort(arguments[0]):
            return ([.tag("msup", [:], Self.identifier("e"), Self.row(parts[0])), Self.op("−"), Self.digits("1")], .sum)
        case .exp: return named("exp")
        case .expm1: return (named("exp").parts + [Self.op("−"), Self.digits("1")], .sum)
        case .log1p: return ([Self.name("log")] + Self.parenthesised([Self.digits("1"), Self.op("+")] + at(.product, arguments[0], index)), .primary)
        case .sign: return named("sgn")
        case .asinh: return named("arsinh")
        case .acosh: return named("arcosh")
        case .atanh: return named("artanh")
        case .asin: return named("arcsin")
        case .acos: return named("arccos")
        case .atan: return named("arctan")
        case .li2: return ([.tag("msub", [:], Self.name("Li"), Self.digits("2"))] + Self.parenthesised(parts[0]), .primary)
        case .min, .max, .log, .sinh, .cosh, .tanh, .sin, .cos, .tan, .erf: return named(function.rawValue)
        }
    }

    /// Whether an exponent is still readable when set small.
    private func isShort(_ x: Expression) -> Bool {
        switch x {
        case .number, .literal, .pi, .variable, .parameter: true
        case .negate(let x): isShort(x)
        case .add(let x, let y), .subtract(let x, let y), .multiply(let x, let y), .power(let x, let y):
            isShort(x) && isShort(y)
        case .divide(let x, let y): isShort(x) && isShort(y)
        case .call(.abs, let arguments): isShort(arguments[0])
        default: false
        }
    }

    /// `where` in `where` is one brace with a line for each case.
    private func cases(_ expression: Expression, _ index: String) -> Markup {
        var lines: [Markup] = []
        var rest = expression
        func line(_ value: Expression, _ condition: [Markup]) -> Markup {
            .tag("mtr", [:], .tag("mtd", [:], write(value, index: index).parts), .tag("mtd", [:], condition))
        }
        while case .select(let condition, let x, let y) = rest {
            let relation = ["<=": "≤", ">=": "≥"][condition.relation.rawValue] ?? condition.relation.rawValue
            let test = write(condition.left, index: index).parts + [Self.op(relation)] + write(condition.right, index: index).parts
            lines.append(line(x, [.tag("mtext", text: "if\u{a0}")] + test))
            rest = y
        }
        lines.append(line(rest, [.tag("mtext", text: "else")]))
        return .tag("mrow", [:], .tag("mo", ["stretchy": "true", "form": "prefix"], text: "{"), .tag("mtable", ["class": "cases"], lines))
    }

    private func number(_ expression: Expression) -> Written {
        guard case .number(let value) = expression else { return ([Self.digits(expression.description)], .primary) }
        let text = expression.description
        if text.contains("/") {
            let (n, d) = ("\(value.numerator.magnitude)", "\(value.denominator)")
            let fraction = Markup.tag("mfrac", [:], Self.digits(n), Self.digits(d))
            return value.numerator < 0 ? ([Self.op("−", isPrefix: true), fraction], .negation) : ([fraction], .primary)
        }
        if value.numerator < 0 { return ([Self.op("−", isPrefix: true), Self.digits(String(text.dropFirst()))], .negation) }
        return ([Self.digits(text)], .primary)
    }

    /// A dot between numbers, nothing between names.
    private func between(_ x: Expression, _ y: Expression) -> Markup {
        if case .number = y { return Self.op("·") }
        if case .literal = y { return Self.op("·") }
        return Self.op("\u{2062}")
    }

    private func variable(_ index: String) -> Markup {
        let name = Self.identifier(FormulaContext(kind: kind).variable)
        let isIndexed = isCoupled && (index != "i" || kind == .link || kind == .inverse)
        return isIndexed ? .tag("msub", [:], name, Self.identifier(index)) : name
    }

    // MARK: Words of MathML

    static func identifier(_ name: String) -> Markup { .tag("mi", text: name) }
    static func digits(_ text: String) -> Markup { .tag("mn", text: text) }
    static func name(_ text: String) -> Markup { .tag("mi", ["mathvariant": "normal"], text: text) }
    static func fence(_ text: String) -> Markup { .tag("mo", ["stretchy": "false"], text: text) }
    static func row(_ parts: [Markup]) -> Markup { parts.count == 1 ? parts[0] : .tag("mrow", [:], parts) }
    static func parenthesised(_ parts: [Markup]) -> [Markup] {
        [.tag("mrow", [:], [.tag("mo", text: "(")] + parts + [.tag("mo", text: ")")])]
    }

    static func op(_ text: String, isPrefix: Bool = false) -> Markup {
        isPrefix ? .tag("mo", ["form": "prefix"], text: text) : .tag("mo", text: text)
    }

    /// Parameters called by a Greek letter's name show that letter; others of several letters are set upright.
    static func parameter(_ name: String) -> Markup {
        if let letter = greek[name] { return identifier(letter) }
        let parts = name.split(separator: "_", maxSplits: 1)
        if parts.count == 2, let letter = greek[String(parts[0])] ?? (parts[0].count == 1 ? String(parts[0]) : nil) {
            return .tag("msub", [:], identifier(letter), self.name(String(parts[1])))
        }
        return name.count == 1 ? identifier(name) : self.name(name)
    }

    static func symbol(_ parameter: String) -> String { greek[parameter] ?? parameter }

    private static let greek = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "eta": "η", "theta": "θ",
        "kappa": "κ", "lambda": "λ", "lambd": "λ", "mu": "μ", "nu": "ν", "rho": "ρ", "sigma": "σ", "tau": "τ",
        "phi": "φ", "omega": "ω",
    ]
}
