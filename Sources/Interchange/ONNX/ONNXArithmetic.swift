// Arithmetic on values of a graph, so that formulas look like formulas. Numbers become constants of the same type.

extension ONNXValue {
    static func + (x: Self, y: Self) -> Self { x.builder.apply("Add", [x, y]) }
    static func - (x: Self, y: Self) -> Self { x.builder.apply("Sub", [x, y]) }
    static func * (x: Self, y: Self) -> Self { x.builder.apply("Mul", [x, y]) }
    static func / (x: Self, y: Self) -> Self { x.builder.apply("Div", [x, y]) }
    static prefix func - (x: Self) -> Self { x.builder.apply("Neg", [x]) }

    static func + (x: Self, y: Double) -> Self { x + x.number(y) }
    static func + (x: Double, y: Self) -> Self { y.number(x) + y }
    static func - (x: Self, y: Double) -> Self { x - x.number(y) }
    static func - (x: Double, y: Self) -> Self { y.number(x) - y }
    static func * (x: Double, y: Self) -> Self { y.number(x) * y }
    static func / (x: Self, y: Double) -> Self { x / x.number(y) }
    static func / (x: Double, y: Self) -> Self { y.number(x) / y }

    func number(_ x: Double) -> Self { builder.number(x, type) }

    /// An operator of one argument. ONNX Runtime has some for single precision only: they get a detour there.
    func apply(_ operation: String) -> Self {
        guard type == .double, !Self.inDouble.contains(operation) else { return builder.apply(operation, [self]) }
        return converted(to: .float).apply(operation).converted(to: .double)
    }

    /// Those that ONNX Runtime's processor has for doubles, of those used here.
    private static let inDouble: Set = [
        "Abs", "Sign", "Sqrt", "Exp", "Log", "Tanh", "Sin", "Sigmoid", "Neg", "Identity",
    ]

    func converted(to type: ONNX.ElementType) -> Self {
        type == self.type ? self : builder.apply("Cast", [self], [.integer("to", type.rawValue)], type: type)
    }

    func raised(to exponent: Self) -> Self { builder.apply("Pow", [self, exponent]) }
    func minimum(_ other: Self) -> Self { builder.apply("Min", [self, other]) }
    func maximum(_ other: Self) -> Self { builder.apply("Max", [self, other]) }
    var squared: Self { self * self }

    // MARK: Choices

    static func < (x: Self, y: Self) -> Self { x.builder.apply("Less", [x, y], type: .bool) }
    static func <= (x: Self, y: Self) -> Self { x.builder.apply("LessOrEqual", [x, y], type: .bool) }
    static func > (x: Self, y: Self) -> Self { x.builder.apply("Greater", [x, y], type: .bool) }
    static func >= (x: Self, y: Self) -> Self { x.builder.apply("GreaterOrEqual", [x, y], type: .bool) }
    static func == (x: Self, y: Self) -> Self { x.builder.apply("Equal", [x, y], type: .bool) }

    static func < (x: Self, y: Double) -> Self { x < x.number(y) }
    static func > (x: Self, y: Double) -> Self { x > x.number(y) }
    static func >= (x: Self, y: Double) -> Self { x >= x.number(y) }
    static func == (x: Self, y: Double) -> Self { x == x.number(y) }

    /// x where this holds, else y. Both are computed: what is not chosen may be infinite or no number.
    func choose(_ x: Self, _ y: Self) -> Self { builder.apply("Where", [self, x, y], type: x.type) }

    // MARK: Over the last axis

    /// The sum, or the greatest, of a row, as a row of one.
    var total: Self {
        // Operator set 17 takes the axes of sums as a tensor, those of the greatest as an attribute.
        builder.apply("ReduceSum", [self, builder.lastAxis], [.integer("keepdims", 1)])
    }

    var greatest: Self { builder.apply("ReduceMax", [self], [.integers("axes", [-1]), .integer("keepdims", 1)]) }
}
