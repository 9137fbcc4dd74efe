/// Names and calls: the variable, parameters, functions, `where` and `sum`.
extension FormulaParser {
    mutating func named(_ name: String, _ token: FormulaToken) throws(Stop) -> Parsed {
        let isCall = current.kind == .symbol("(")
        let range = token.offset..<(token.offset + token.length)
        if let value = constant(name, token) {
            if isCall { report(token, "missing-operator", "'\(name)' is not a function; write \(name) * (…) for a product") }
            guard isCall else { return try node(value, over: [], range) }
            let factor = try arguments(of: token)
            return try node(value, over: factor.parts, range)
        }
        let isFunction = Function(rawValue: name) != nil || name == "where" || name == "sum"
        guard isFunction else {
            report(
                token, isCall ? "unknown-function" : wrongVariable(name) ? "wrong-variable" : "unknown-name",
                FormulaNames.advice(for: name, isCall: isCall, context: context),
                fix: FormulaNames.fix(for: name, isCall: isCall, context: context))
            if isCall { _ = try arguments(of: token) }
            return try node(.number(.one), over: [], range)
        }
        guard isCall else {
            report(token, "wrong-arity", "'\(name)' is a function; its arguments go in parentheses: \(usage(name))")
            if isOperand(current.kind) { _ = try nested { parser throws(Stop) in try parser.argumentWithoutParentheses() } }
            return try node(.number(.one), over: [], range)
        }
        if name == "sum" { return try sum(token) }
        let list = try arguments(of: token)
        return name == "where" ? try selection(list, token) : try call(name, list, token)
    }

    private mutating func argumentWithoutParentheses() throws(Stop) -> Parsed { try expression() }

    private func wrongVariable(_ name: String) -> Bool { name == "a" || name == "y" }

    private mutating func constant(_ name: String, _ token: FormulaToken) -> Expression? {
        if name == context.variable {
            if sumDepth == 0, variableOutsideSum == nil { variableOutsideSum = token }
            return .variable
        }
        if name == "pi" { return .pi }
        return context.parameters.contains(name) ? .parameter(name) : nil
    }

    private func usage(_ name: String) -> String {
        let variable = context.variable
        switch name {
        case "where": return "where(\(variable) >= 0, x, y)"
        case "min", "max": return "\(name)(\(variable), 0)"
        default: return "\(name)(\(variable))"
        }
    }

    // MARK: Arguments

    struct ArgumentList {
        var items: [Argument]
        var end: Int

        var parts: [Parsed] {
            items.flatMap { item in
                switch item {
                case .value(let parsed): [parsed]
                case .comparison(let left, _, let right): [left, right]
                }
            }
        }
    }

    /// The current token is the opening parenthesis.
    private mutating func arguments(of name: FormulaToken) throws(Stop) -> ArgumentList {
        let opening = current
        advance()
        nesting += 1
        guard nesting <= Formula.maximumDepth else { throw tooDeep(at: opening.offset) }
        var items: [Argument] = []
        if current.kind != .symbol(")") {
            items.append(try argument())
            while current.kind == .symbol(",") {
                advance()
                items.append(try argument())
            }
        }
        try close(opening: opening)
        nesting -= 1
        return ArgumentList(items: items, end: tokens[index - 1].offset + 1)
    }

    private mutating func argument() throws(Stop) -> Argument {
        let left = try expression()
        guard case .comparison(let relation) = current.kind else { return .value(left) }
        advance()
        let right = try expression()
        if case .comparison = current.kind {
            throw fail(
                current, "chained-comparison",
                "comparisons cannot be chained; nest two: where(\(context.variable) > 0, where(\(context.variable) < 1, x, y), z)")
        }
        return .comparison(left, relation, right)
    }

    // MARK: Calls

    private mutating func call(_ name: String, _ list: ArgumentList, _ token: FormulaToken) throws(Stop) -> Parsed {
        let range = token.offset..<list.end
        let placeholder = Expression.number(.one)
        // The caller asks only for names of functions.
        guard let function = Function(rawValue: name) else { return try node(placeholder, over: [], range) }
        var values: [Expression] = []
        for case .value(let parsed) in list.items { values.append(parsed.expression) }
        guard values.count == list.items.count else {
            report(token, "misplaced-comparison", "'\(name)' takes numbers, not a comparison; a comparison is the first argument of where")
            return try node(placeholder, over: list.parts, range)
        }
        guard values.count == function.arity else {
            var fix = "write \(usage(name))"
            if function.arity == 2, values.count > 2 { fix = "nest the calls: \(name)(x, \(name)(y, z))" }
            if function == .log, values.count == 2 { fix = "log is natural; write log(x) / log(base)" }
            if function == .atan, values.count == 2 { fix = "write atan(y / x)" }
            report(
                token, "wrong-arity",
                "'\(name)' takes \(counted(function.arity)), not \(values.count); \(fix)")
            return try node(placeholder, over: list.parts, range)
        }
        return try node(.call(function, values), over: list.parts, range)
    }

    private func counted(_ count: Int) -> String { count == 1 ? "1 argument" : "\(count) arguments" }

    private mutating func selection(_ list: ArgumentList, _ token: FormulaToken) throws(Stop) -> Parsed {
        let range = token.offset..<list.end
        guard list.items.count == 3 else {
            report(token, "wrong-arity", "'where' takes 3 arguments, not \(list.items.count); write \(usage("where"))")
            return try node(.number(.one), over: list.parts, range)
        }
        guard case .comparison(let left, let relation, let right) = list.items[0] else {
            report(token, "missing-comparison", "the first argument of 'where' is a comparison (< <= > >=); write \(usage("where"))")
            return try node(.number(.one), over: list.parts, range)
        }
        guard case .value(let then) = list.items[1], case .value(let otherwise) = list.items[2] else {
            report(token, "misplaced-comparison", "only the first argument of 'where' is a comparison; write \(usage("where"))")
            return try node(.number(.one), over: list.parts, range)
        }
        let condition = Condition(left.expression, relation, right.expression)
        return try node(.select(condition, then.expression, otherwise.expression), over: list.parts, range)
    }

    private mutating func sum(_ token: FormulaToken) throws(Stop) -> Parsed {
        sawSum = true
        if sumDepth > 0 {
            report(token, "nested-sum", "a sum(…) inside a sum(…) is not read; take the inner sum out as a factor")
        }
        sumDepth += 1
        let list = try arguments(of: token)
        sumDepth -= 1
        let range = token.offset..<list.end
        guard list.items.count == 1, case .value(let term) = list.items[0] else {
            let found = list.items.count == 1 ? "a comparison" : "\(list.items.count)"
            report(token, "wrong-arity", "'sum' takes 1 argument, the term of one coordinate, not \(found)")
            return try node(.number(.one), over: list.parts, range)
        }
        return try node(.sum(term.expression), over: list.parts, range)
    }
}
