import Analysis
import Catalogue
import Symbolic

/// `GeneratedActivations.swift`: a typed struct for each entry, and the registry of them all.
struct SwiftActivations {
    let entries: [GeneratedEntry]
    let header: FileHeader
    let modules: ModuleNames

    static let fileName = "GeneratedActivations.swift"

    func text() -> String {
        var lines = header.lines(comment: "//") + imports + [""]
        for entry in entries {
            lines += structure(entry)
            lines.append("")
        }
        lines += [
            "extension ActivationRegistry {",
            "    /// The activations of this package's `activations.yaml`, in its order.",
            "    public static let \(modules.registry) = ActivationRegistry([",
        ]
        lines += entries.map { "        \($0.entry.type.value).self," }
        lines += ["    ])", "}"]
        return lines.joined(separator: "\n") + "\n"
    }

    private var imports: [String] {
        let kernels = "import \(modules.kernels)"
        return modules.isPackage ? [kernels] : ["public import ActivationCore", kernels]
    }

    // MARK: One entry

    private func structure(_ entry: GeneratedEntry) -> [String] {
        let source = entry.entry
        let kind = source.isCoupled ? "CoupledActivation" : "ElementwiseActivation"
        var lines = documentation(of: entry)
        lines.append("public struct \(source.type.value): \(kind) {")
        for (index, parameter) in source.parameters.enumerated() {
            lines += [
                "    /// \(sentence(parameter.note ?? "A parameter")) Domain \(parameter.domain), default"
                    + " \(parameter.defaultText).",
                "    public var \(identifier(parameter)): Double { parameterValues[\(index)] }", "",
            ]
        }
        lines += initialisers(of: source)
        lines += [
            source.parameters.isEmpty
                ? "    public var parameterValues: [Double] { [] }" : "    public let parameterValues: [Double]",
            "",
            "    public static var kernels: KernelTables {",
            "        // Generated together with the tables, so the ordinal is in both.",
            "        KernelTables(",
            "            float: \(modules.kernels)_best(\(entry.ordinal), Int32(ACTIVATION_FLOAT))!,",
            "            double: \(modules.kernels)_best(\(entry.ordinal), Int32(ACTIVATION_DOUBLE))!)",
            "    }", "",
        ]
        lines += descriptor(of: entry)
        return lines + ["}"]
    }

    private func documentation(of entry: GeneratedEntry) -> [String] {
        let source = entry.entry
        var text = [source.title + (source.title.hasSuffix(".") ? "" : ".")]
        text += ["", "- f(a) = `\(source.link.text)`"]
        text.append("- F(a) = " + entry.origins.integral.described(source.integral?.text))
        text.append("- f⁻¹(y) = " + entry.origins.inverse.described(source.inverse?.text))
        text.append("- F*(y) = " + entry.origins.dual.described(source.dual?.text))
        if let normalisation = entry.normalisationText { text += ["", normalisation] }
        text += ["", entry.certificate]
        if let note = source.note { text += ["", note] }
        if let reference = source.reference { text += ["", "Reference: \(reference)."] }
        // A note may be folded over lines of the YAML file.
        return text.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
            .map { $0.isEmpty ? "///" : "/// \($0)" }
    }

    private func initialisers(of source: CatalogueEntry) -> [String] {
        let type = source.type.value
        guard !source.parameters.isEmpty else {
            return [
                "    public init() {}", "",
                "    public init(parameterValues: [Double]) throws(ActivationError) {",
                "        try Self.validate(parameterValues)", "    }", "",
            ]
        }
        let defaults = source.parameters.map { literal($0.defaultValue) }.joined(separator: ", ")
        let arguments = source.parameters.map { "\(identifier($0)): Double" }
        let names = source.parameters.map(identifier)
        return [
            "    /// \(type) with the parameters' defaults.",
            "    public init() { parameterValues = [\(defaults)] }", "",
            "    /// - Throws: `ActivationError` if a parameter is outside its domain.",
            "    public init(\(arguments.joined(separator: ", "))) throws(ActivationError) {",
            "        try self.init(parameterValues: [\(names.joined(separator: ", "))])", "    }", "",
            "    public init(parameterValues: [Double]) throws(ActivationError) {",
            "        try Self.validate(parameterValues)", "        self.parameterValues = parameterValues", "    }", "",
        ]
    }

    private func descriptor(of entry: GeneratedEntry) -> [String] {
        let source = entry.entry
        let parameters = source.parameters.map {
            "            ActivationParameter(name: \(quoted($0.name.value)), defaultValue: \(literal($0.defaultValue)),"
                + " domain: \(domain($0.domain)), isLearnable: \($0.isLearnable), note: \(optional($0.note))),"
        }
        let slopes = entry.forms.slopes.map {
            "                ParameterSlopeFormulas(parameter: \(quoted($0.parameter)), link: \(quoted($0.link.description)),"
                + " integral: \(quoted($0.integral.description(of: "∂f/∂\($0.parameter)")))),"
        }
        let monotonicity: String =
            switch entry.monotonicity {
            case .strict: ".strict"
            case .nondecreasing: ".nondecreasing"
            case .falling(let intervals):
                ".falling(["
                    + intervals.map { "FallingInterval(lower: \(literal($0.lower)), upper: \(literal($0.upper)))" }
                        .joined(separator: ", ") + "])"
            case .strictExcept(let exceptions):
                ".strictWhere(["
                    + exceptions.map { exception in
                        // Every exception names a parameter of the entry: Analysis made it from one.
                        let index = source.parameters.firstIndex { $0.name.value == exception.parameter }!
                        return "ParameterCondition(parameter: \(quoted(exception.parameter)), index: \(index),"
                            + " excluded: \(literal(exception.value)),"
                            + " isLowerEnd: \(exception.value == source.parameters[index].domain.lower))"
                    }.joined(separator: ", ") + "])"
            }
        let computedDerivative: Term =
            switch entry.forms.jacobian {
            case .elementwise(let derivative): derivative
            case .coupled(let product, _): product
            }
        return [
            "    public static let descriptor = ActivationDescriptor(",
            "        name: \(quoted(source.name.value)),", "        type: \(quoted(source.type.value)),",
            "        title: \(quoted(source.title)),",
            "        aliases: [\(source.aliases.map { quoted($0.value) }.joined(separator: ", "))],",
            parameters.isEmpty ? "        parameters: []," : "        parameters: [",
        ] + parameters + (parameters.isEmpty ? [] : ["        ],"]) + [
            "        note: \(optional(source.note)),", "        reference: \(optional(source.reference)),",
            "        isCoupled: \(source.isCoupled),", "        monotonicity: \(monotonicity),",
            "        certificate: \(quoted(entry.certificate)),",
            "        hasZeroDerivative: \(entry.hasZeroDerivative),", "        domain: \(domain(source.domain)),",
            "        formulas: ActivationFormulas(", "            link: \(quoted(source.link.text)),",
            "            integral: \(quoted(entry.integralText)),",
            "            inverse: \(optional(entry.inverseText)),", "            dual: \(optional(source.dual?.text)),",
            "            integralOrigin: \(origin(entry.origins.integral)),",
            "            inverseOrigin: \(origin(entry.origins.inverse)),",
            "            dualOrigin: \(origin(entry.origins.dual)),",
            "            computedLink: \(quoted(entry.forms.link.description)),",
            "            computedDerivative: \(quoted(computedDerivative.description)),",
            "            computedIntegral: \(quoted(entry.forms.integral.description)),",
        ] + (slopes.isEmpty ? ["            parameterSlopes: []),"]
            : ["            parameterSlopes: ["] + slopes + ["            ]),"])
            + [
                "        linkGraph: " + LinkGraphRenderer(parameters: source.parameters.map(\.name.value))
                    .literal(entry.forms.link, isNormalised: source.isNormalised) + ",",
                "        digest: \(quoted(EntryDigest.text(of: entry))))",
            ]
    }

    // MARK: Swift's spelling

    /// `beta_one` is the member `betaOne`.
    private func identifier(_ parameter: CatalogueParameter) -> String {
        NameRules.camelCased(parameter.name.value)
    }

    private func literal(_ x: Double) -> String {
        x.isInfinite ? (x < 0 ? "-.infinity" : ".infinity") : "\(x)"
    }

    private func domain(_ interval: Interval) -> String {
        "ParameterDomain(lower: \(literal(interval.lower)), upper: \(literal(interval.upper)),"
            + " includesLower: \(interval.includesLower), includesUpper: \(interval.includesUpper))"
    }

    private func origin(_ origin: FormOrigin) -> String {
        switch origin {
        case .written: ".written"
        case .derived(let rule): ".derived(rule: \(quoted(rule)))"
        case .numeric(let method): ".numeric(method: \(quoted(method)))"
        case .none: ".none"
        }
    }

    private func optional(_ text: String?) -> String { text.map(quoted) ?? "nil" }

    /// A string literal. The reader has refused control characters other than line breaks.
    private func quoted(_ text: String) -> String {
        let escaped = text.map { character in
            switch character {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n", "\r\n": "\\n"
            default: String(character)
            }
        }
        return "\"\(escaped.joined())\""
    }

    private func sentence(_ text: String) -> String {
        let capital = text.prefix(1).uppercased() + text.dropFirst()
        return capital.hasSuffix(".") ? capital : capital + "."
    }
}

extension GeneratedEntry {
    /// Whether some choice of the parameters makes the link strictly increasing.
    var isInvertible: Bool {
        switch monotonicity {
        case .strict, .strictExcept: true
        case .nondecreasing, .falling: entry.isNormalised
        }
    }

    /// Whether the link falls somewhere: its integral is not convex, and there is no dual view.
    var isFalling: Bool {
        if case .falling = monotonicity { true } else { false }
    }

    /// The inverse as the descriptor tells it. That of a normalised link always exists, up to a constant along 1.
    var inverseText: String? {
        entry.inverse?.text ?? (entry.isNormalised ? "solved for by coordinate, then shifted along 1 so that F is 0" : nil)
    }

    /// How a normalised link comes from its formulas, for people; `nil` for others.
    var normalisationText: String? {
        guard entry.isNormalised else { return nil }
        return "The formulas are those of one coordinate φ: f(a)ᵢ = φ(aᵢ − λ(a)) with the one λ(a) for which the coordinates add up to 1, F(a) = λ(a) + Σ Φ(aᵢ − λ(a)), F*(y) = Σ Φ*(yᵢ) on the simplex."
    }

    /// What stands for an inverse and a dual that the catalogue does not give.
    /// The integral's formula, or what is computed in its place.
    var integralText: String { entry.integral?.text ?? forms.integral.description }
}

extension FormOrigin {
    /// The formula and where it comes from, in Markdown; or how it is computed.
    func described(_ formula: String?) -> String {
        switch self {
        case .written: "`\(formula ?? "")`"
        case .derived(let rule): "`\(formula ?? "")`, derived: \(rule)"
        case .numeric(let method): "computed: \(method)"
        case .none: "none"
        }
    }
}
