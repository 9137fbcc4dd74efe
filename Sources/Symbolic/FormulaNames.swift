import Suggestions

/// What to write instead of a name that the formula language does not have.
enum FormulaNames {
    /// - Parameter isCall: whether the name is followed by a parenthesis.
    static func advice(for name: String, isCall: Bool, context: FormulaContext) -> String {
        let shown = name.count <= 64 ? name : String(name.prefix(60)) + "…"
        if isCall {
            if let advice = calls[name.lowercased()] {
                return "there is no function '\(shown)'; write \(advice.replacing("x", by: context.variable))"
            }
            let functions = Function.allCases.map(\.rawValue) + ["where", "sum"]
            return "there is no function '\(shown)'." + suggestion(for: name, in: functions)
                + " The functions are where, sum, \(Function.allCases.map(\.rawValue).joined(separator: ", "))"
        }
        let variable = context.variable
        if name == "a" || name == "y" {
            return "\(article(context.kind)) is a formula in '\(variable)'; write '\(variable)' instead of '\(name)'"
        }
        if let advice = names[name] { return "'\(shown)' is not a name of the formula language; write \(advice)" }
        // A declared parameter is the likelier target of a slip than the one-letter variable.
        if let near = nearMatch(to: name, in: context.parameters + ["pi"]) {
            return "unknown name '\(shown)'. Did you mean '\(near)'?"
        }
        if ["x", "z", "t", "u", "A", "Y", "α"].contains(name) {
            return "unknown name '\(shown)'; the variable of \(article(context.kind)) is '\(variable)'"
        }
        if let near = nearMatch(to: name, in: Function.allCases.map(\.rawValue)), name.count > 2 {
            return "unknown name '\(shown)'. Did you mean the function '\(near)(…)'?"
        }
        let known = context.parameters.isEmpty ? "" : ", " + context.parameters.prefix(20).joined(separator: ", ")
        return "unknown name '\(shown)'; declare it under 'parameters', or use one of \(variable), pi\(known)"
    }

    /// The name to write in its place, where another name alone mends it.
    static func fix(for name: String, isCall: Bool, context: FormulaContext) -> String? {
        let functions = Function.allCases.map(\.rawValue) + ["where", "sum"]
        if isCall {
            guard let advice = calls[name.lowercased()] else { return nearMatch(to: name, in: functions) }
            // `log(x): log is natural` is another name for the same arguments; `1 / cosh(x)` is not.
            let function = advice.prefix { $0.isLetter || $0.isNumber }
            let rest = advice.dropFirst(function.count)
            return functions.contains(String(function)) && (rest == "(x)" || rest.hasPrefix("(x):") || rest.hasPrefix("(x),"))
                ? String(function) : nil
        }
        if name == "a" || name == "y" { return context.variable }
        if let advice = names[name] { return advice.contains(" ") || advice.contains("…") ? nil : advice }
        if let near = nearMatch(to: name, in: context.parameters + ["pi"]) { return near }
        return ["x", "z", "t", "u", "A", "Y", "α"].contains(name) ? context.variable : nil
    }

    static func article(_ kind: FormulaContext.Kind) -> String {
        switch kind {
        case .integral, .inverse: "an \(kind.rawValue)"
        case .link, .dual: "a \(kind.rawValue)"
        }
    }

    /// `x` stands for the argument.
    private static let calls: [String: String] = [
        "ln": "log(x): log is natural", "log2": "log(x) / log(2)", "log10": "log(x) / log(10)", "exp2": "2^x",
        "pow": "x^2: a power is written with '^'", "power": "x^2: a power is written with '^'",
        "square": "x^2", "sq": "x^2", "cbrt": "sign(x) * abs(x)^(1 / 3)", "hypot": "sqrt(x^2 + …)",
        "sigmoid": "1 / (1 + exp(-x))", "logistic": "1 / (1 + exp(-x))", "expit": "1 / (1 + exp(-x))",
        "sigma": "1 / (1 + exp(-x))", "logit": "log(x / (1 - x))",
        "relu": "max(x, 0)", "softplus": "log(1 + exp(x))", "swish": "x / (1 + exp(-x))", "silu": "x / (1 + exp(-x))",
        "softmax": "exp(x) / sum(exp(x))", "logsumexp": "log(sum(exp(x)))", "mean": "sum(x) / sum(1)",
        "norm": "sqrt(sum(x^2))", "gelu": "x * (1 + erf(x / sqrt(2))) / 2", "phi": "(1 + erf(x / sqrt(2))) / 2",
        "erfc": "1 - erf(x)", "heaviside": "(1 + sign(x)) / 2", "step": "(1 + sign(x)) / 2",
        "sech": "1 / cosh(x)", "csch": "1 / sinh(x)", "coth": "1 / tanh(x)", "sec": "1 / cos(x)", "csc": "1 / sin(x)",
        "cot": "1 / tan(x)", "sgn": "sign(x)", "fabs": "abs(x)", "clamp": "min(max(x, low), high)",
        "clip": "min(max(x, low), high)", "if": "where(condition, x, …)", "ifelse": "where(condition, x, …)",
        "select": "where(condition, x, …)", "cond": "where(condition, x, …)", "piecewise": "where(condition, x, …)",
        "arctan": "atan(x)", "arcsin": "asin(x)", "arccos": "acos(x)", "arctanh": "atanh(x)", "artanh": "atanh(x)",
        "arcsinh": "asinh(x)", "arsinh": "asinh(x)", "arccosh": "acosh(x)", "arcosh": "acosh(x)",
        "polylog": "li2(x), the dilogarithm", "dilog": "li2(x)", "spence": "li2(1 - x)",
    ]

    private static let names: [String: String] = [
        "e": "exp(1)", "E": "exp(1)", "PI": "pi", "Pi": "pi", "π": "pi", "tau": "2 * pi", "τ": "2 * pi",
        "inf": "a finite number: infinity is a bound of a domain only",
        "infinity": "a finite number: infinity is a bound of a domain only",
        "nan": "a number", "and": "one where(…) inside another", "or": "one where(…) inside another",
        "if": "where(condition, x, y)", "else": "where(condition, x, y)",
    ]
}

extension String {
    /// Replaces the letter `x` where it stands alone, not inside a word.
    fileprivate func replacing(_ letter: Character, by replacement: String) -> String {
        let letters = Array(self)
        var result = ""
        for (i, character) in letters.enumerated() {
            let alone = character == letter
                && !(i > 0 && letters[i - 1].isLetter) && !(i + 1 < letters.count && letters[i + 1].isLetter)
            result += alone ? replacement : String(character)
        }
        return result
    }
}
