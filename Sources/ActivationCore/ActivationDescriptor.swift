/// What the catalogue says of an activation, and what the generator found out about it.
public struct ActivationDescriptor: Sendable {
    /// The name on the command line: unique, snake_case.
    public let name: String
    /// The name of the Swift type.
    public let type: String
    public let title: String
    /// Further names on the command line.
    public let aliases: [String]
    public let parameters: [ActivationParameter]
    public let note: String?
    public let reference: String?
    /// Whether f(a)ᵢ depends on other coordinates than aᵢ (softmax).
    public let isCoupled: Bool
    /// Whether and where f increases strictly.
    public let monotonicity: Monotonicity
    /// How the generator established that f increases and that F′ = f.
    public let certificate: String
    /// Whether f′ = 0 wherever it exists (step): nothing can be learned by back-propagation through it.
    public let hasZeroDerivative: Bool
    /// The domain of a.
    public let domain: ParameterDomain
    /// The formulas, as written in the catalogue and as computed.
    public let formulas: ActivationFormulas
    /// The link's stable form as data.
    public let linkGraph: LinkGraph
    /// Of all that the generator computes for the entry: another formula, parameter, default or domain has another
    /// digest, another note or place in the file has the same. Empty where nothing was generated.
    public let digest: String

    public init(
        name: String, type: String, title: String, aliases: [String], parameters: [ActivationParameter],
        note: String?, reference: String?, isCoupled: Bool, monotonicity: Monotonicity, certificate: String,
        hasZeroDerivative: Bool, domain: ParameterDomain, formulas: ActivationFormulas,
        linkGraph: LinkGraph,
        digest: String = ""
    ) {
        self.name = name
        self.type = type
        self.title = title
        self.aliases = aliases
        self.parameters = parameters
        self.note = note
        self.reference = reference
        self.isCoupled = isCoupled
        self.monotonicity = monotonicity
        self.certificate = certificate
        self.hasZeroDerivative = hasZeroDerivative
        self.domain = domain
        self.formulas = formulas
        self.linkGraph = linkGraph
        self.digest = digest
    }
}

/// A parameter of an activation, as the catalogue declares it.
public struct ActivationParameter: Sendable {
    public let name: String
    public let defaultValue: Double
    public let domain: ParameterDomain
    /// Whether a layer trains it together with its weights, unless the network says otherwise.
    public let isLearnable: Bool
    public let note: String?

    public init(name: String, defaultValue: Double, domain: ParameterDomain, isLearnable: Bool, note: String?) {
        self.name = name
        self.defaultValue = defaultValue
        self.domain = domain
        self.isLearnable = isLearnable
        self.note = note
    }
}

/// An interval of the extended real line.
public struct ParameterDomain: Sendable, Hashable, CustomStringConvertible {
    public let lower: Double
    public let upper: Double
    public let includesLower: Bool
    public let includesUpper: Bool

    public init(lower: Double, upper: Double, includesLower: Bool, includesUpper: Bool) {
        self.lower = lower
        self.upper = upper
        self.includesLower = includesLower
        self.includesUpper = includesUpper
    }

    public func contains(_ x: Double) -> Bool {
        (includesLower ? x >= lower : x > lower) && (includesUpper ? x <= upper : x < upper)
    }

    public var description: String {
        func text(_ x: Double) -> String {
            x == x.rounded() && abs(x) < 1e15 ? String(Int(x)) : "\(x)"
        }
        return "\(includesLower ? "[" : "(")\(text(lower)), \(text(upper))\(includesUpper ? "]" : ")")"
    }
}

/// Whether f increases strictly (its inverse exists), or only never decreases.
public enum Monotonicity: Sendable, Equatable {
    case strict
    case nondecreasing
    /// Strict where all conditions on the parameters hold, else nondecreasing.
    case strictWhere([ParameterCondition])
    /// Falling somewhere (gelu): at the parameters' defaults on these intervals, in increasing order. There is no
    /// inverse, no dual and no convex integral.
    case falling([FallingInterval])
}

/// An interval on which a link falls, up to an infinite end; of one point where the link jumps down.
public struct FallingInterval: Sendable, Equatable, CustomStringConvertible {
    public let lower: Double
    public let upper: Double

    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// `a < -0.75`, `0.5 < a < 2`, `at a = 1`.
    public var description: String {
        switch (lower.isFinite, upper.isFinite) {
        case (true, true): lower == upper ? "at a = \(lower)" : "for \(lower) < a < \(upper)"
        case (true, false): "for a > \(lower)"
        case (false, true): "for a < \(upper)"
        case (false, false): "for all a"
        }
    }
}

/// A condition on one parameter, such as β > 0: that it is not at the given end of its domain.
public struct ParameterCondition: Sendable, Equatable, CustomStringConvertible {
    public let parameter: String
    /// The parameter's place in the catalogue's order.
    public let index: Int
    /// The end of the parameter's domain at which f is not strict.
    public let excluded: Double
    /// Whether that is the domain's lower end.
    public let isLowerEnd: Bool

    public init(parameter: String, index: Int, excluded: Double, isLowerEnd: Bool) {
        self.parameter = parameter
        self.index = index
        self.excluded = excluded
        self.isLowerEnd = isLowerEnd
    }

    func holds(for values: [Double]) -> Bool { values[index] != excluded }

    public var description: String {
        let bound = excluded == excluded.rounded() && abs(excluded) < 1e15 ? "\(Int(excluded))" : "\(excluded)"
        return "\(parameter) \(isLowerEnd ? ">" : "<") \(bound)"
    }
}

/// An activation's formulas in the catalogue's language, for people to read.
public struct ActivationFormulas: Sendable {
    public let link: String
    /// Where no formula is known, in words: `∫ f from 0 to a`.
    public let integral: String
    /// `nil` where no formula is known.
    public let inverse: String?
    /// `nil` where no formula is known.
    public let dual: String?
    /// Where these three come from.
    public let integralOrigin: FormulaOrigin
    public let inverseOrigin: FormulaOrigin
    public let dualOrigin: FormulaOrigin
    /// The stable forms that the kernels compute.
    public let computedLink: String
    /// Of f′; for a coupled entry of J v.
    public let computedDerivative: String
    public let computedIntegral: String
    /// One for each parameter, in the catalogue's order.
    public let parameterSlopes: [ParameterSlopeFormulas]

    public init(
        link: String, integral: String, inverse: String?, dual: String?, integralOrigin: FormulaOrigin,
        inverseOrigin: FormulaOrigin, dualOrigin: FormulaOrigin, computedLink: String, computedDerivative: String,
        computedIntegral: String, parameterSlopes: [ParameterSlopeFormulas]
    ) {
        self.link = link
        self.integral = integral
        self.inverse = inverse
        self.dual = dual
        self.integralOrigin = integralOrigin
        self.inverseOrigin = inverseOrigin
        self.dualOrigin = dualOrigin
        self.computedLink = computedLink
        self.computedDerivative = computedDerivative
        self.computedIntegral = computedIntegral
        self.parameterSlopes = parameterSlopes
    }
}

/// The stable forms of ∂f/∂θ and ∂F/∂θ for one parameter θ.
public struct ParameterSlopeFormulas: Sendable {
    public let parameter: String
    public let link: String
    public let integral: String

    public init(parameter: String, link: String, integral: String) {
        self.parameter = parameter
        self.link = link
        self.integral = integral
    }
}

/// Where an activation's integral, inverse or dual comes from.
public enum FormulaOrigin: Sendable, Hashable, CustomStringConvertible {
    /// The catalogue gives the formula.
    case written
    /// The generator found the formula by the rule named, and checked it like a written one.
    case derived(rule: String)
    /// No formula is known: it is computed by the method named, with the accuracy stated there.
    case numeric(method: String)
    /// There is none.
    case none

    /// `written`, `derived (…)`, `numeric (…)`, `none`.
    public var description: String {
        switch self {
        case .written: "written"
        case .derived(let rule): "derived (\(rule))"
        case .numeric(let method): "numeric (\(method))"
        case .none: "none"
        }
    }
}
