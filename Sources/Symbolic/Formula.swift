/// Where a formula stands in its entry, which fixes the names it may use.
public struct FormulaContext: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case link, integral, inverse, dual
    }

    public var kind: Kind
    /// The names of the entry's parameters.
    public var parameters: [String]

    public init(kind: Kind, parameters: [String] = []) {
        self.kind = kind
        self.parameters = parameters
    }

    /// The name of the variable: `a`, or `y` where the formula is one of the dual view.
    public var variable: String {
        switch kind {
        case .link, .integral: "a"
        case .inverse, .dual: "y"
        }
    }
}

/// A problem of a formula's text.
public struct FormulaError: Error, Hashable, Sendable {
    /// Where it begins, in characters from the start of the formula, counted from 0.
    public var offset: Int
    /// How many characters it covers; 0 at the end of the text.
    public var length: Int
    /// A stable name for the kind of problem, such as `unknown-name`.
    public var code: String
    /// What is wrong and what to write instead.
    public var message: String
    /// What to write in place of the characters it covers, where that alone mends it.
    public var fix: String?

    public init(offset: Int, length: Int, code: String, message: String, fix: String? = nil) {
        self.offset = offset
        self.length = length
        self.code = code
        self.message = message
        self.fix = fix
    }
}

/// All problems of one formula, in the order of the text; never empty.
public struct FormulaErrors: Error, Hashable, Sendable {
    public var errors: [FormulaError]

    public init(_ errors: [FormulaError]) { self.errors = errors }
}

/// The formula language of the catalogue.
///
/// ```
/// expression := term (('+' | '-') term)*
/// term       := unary (('*' | '/') unary)*
/// unary      := '-' unary | power
/// power      := primary ('^' exponent)?        binds tighter than unary minus, and to the right
/// exponent   := '-' exponent | power
/// primary    := number | name | name '(' arguments ')' | '(' expression ')'
/// ```
/// The first argument of `where` is `expression ('<' | '<=' | '>' | '>=') expression`.
public enum Formula {
    /// The most characters a formula may have.
    public static let maximumLength = 10_000
    /// How deep operations may nest, a chain `a + a + …` counting one level for each operator.
    public static let maximumDepth = 200
    /// The most operations and operands a formula may have.
    public static let maximumNodes = 2_000

    /// Names with a meaning of their own, which no parameter may take.
    public static let reservedNames: Set<String> =
        Set(Function.allCases.map(\.rawValue)).union(["a", "y", "pi", "inf", "where", "sum"])

    /// Reads a formula.
    ///
    /// - Returns: the tree, or every independent problem found (unknown names all at once; after a
    ///   problem of structure, those before it).
    public static func parse(_ text: String, context: FormulaContext) -> Result<Expression, FormulaErrors> {
        // Bytes bound characters from above by a constant, cheaply, before anything walks the text.
        if text.utf8.count > 4 * maximumLength || text.count > maximumLength {
            return .failure(FormulaErrors([FormulaError(
                offset: maximumLength, length: 0, code: "formula-too-long",
                message: "the formula is longer than \(maximumLength) characters; split it or simplify it")]))
        }
        var lexer = FormulaLexer(text)
        lexer.run()
        var parser = FormulaParser(tokens: lexer.tokens, text: lexer.characters, context: context, errors: lexer.errors)
        let expression = parser.run()
        guard parser.errors.isEmpty else {
            return .failure(FormulaErrors(parser.errors.sorted { ($0.offset, $0.code) < ($1.offset, $1.code) }))
        }
        return .success(expression)
    }
}
