/// Decides identities between formulas by normal forms over atoms (see `NormalForm`), case by case where the
/// formulas are piecewise.
public enum RationalForm {
    /// Whether two formulas are the same function.
    ///
    /// - Parameters:
    ///   - x: one expression.
    ///   - y: the other.
    ///   - bounds: what holds of the variable and of parameters. Cases that it excludes are not looked at.
    /// - Returns: `true`: equal wherever both are defined, isolated points of the cases excepted (the ends of
    ///   bounds and the kinks themselves). `false`: they differ by a constant other than 0. `nil`: undecided.
    public static func areEqual(
        _ x: Expression, _ y: Expression, bounds: [Expression: RationalBounds] = [:]
    ) -> Bool? {
        let form = NormalForm(bounds: bounds)
        var search = Search(form: form, difference: .subtract(x, y))
        return search.decide()
    }

    /// What the normal form of a formula shows of its sign.
    public enum Sign: Hashable, Sendable {
        /// Above zero, wherever defined.
        case positive
        /// Zero in some cases or at some points, above it in the others.
        case nonnegative
        /// Zero.
        case zero
    }

    /// A proof that a formula is nowhere negative, isolated points as in ``areEqual(_:_:bounds:)`` excepted;
    /// `nil` where the normal form, a quotient of sums of terms of one sign, does not show it.
    public static func sign(of expression: Expression, bounds: [Expression: RationalBounds] = [:]) -> Sign? {
        var search = SignSearch(form: NormalForm(bounds: bounds), expression: expression)
        guard search.run() else { return nil }
        return search.signs == [1] && !search.mayVanish ? .positive : search.signs == [0] ? .zero : .nonnegative
    }

    private struct SignSearch {
        let form: NormalForm
        let expression: Expression
        var signs: Set<Int> = []
        var mayVanish = false
        var remaining = 128

        /// The sign of a quotient, where those of its parts show; notes that it may be 0.
        private mutating func shown(_ above: Polynomial, _ below: Polynomial) throws(NormalFormFailure) -> Int? {
            var product = 1
            for polynomial in [above, below] {
                if let known = form.oneSign(polynomial) {
                    product *= known.sign
                    if !known.isStrict { mayVanish = true }
                } else if let known = try form.signByConjugate(polynomial) {
                    product *= known
                } else if let known = try form.knownSign(polynomial) {
                    product *= known
                } else {
                    return nil
                }
            }
            return product
        }

        /// Whether every case has a sign, and none is negative.
        mutating func run() -> Bool {
            remaining -= 1
            guard remaining > 0 else { return false }
            if form.isContradictory { return true }
            do {
                let value = try form.convert(expression)
                guard let sign = value.isZero ? 0 : try shown(value.numerator, value.denominator), sign >= 0 else { return false }
                signs.insert(sign)
                return true
            } catch .finerRoot {
                return run()
            } catch .needsSign(let polynomial) {
                for sign in [1, -1] {
                    form.cases.append((polynomial, sign))
                    let shown = run()
                    form.cases.removeLast()
                    if !shown { return false }
                }
                return true
            } catch {
                return false
            }
        }
    }

    private struct Search {
        let form: NormalForm
        let difference: Expression
        /// Bounds the cases and the restarts together.
        var remaining = 128

        mutating func decide() -> Bool? {
            remaining -= 1
            guard remaining > 0 else { return nil }
            if form.isContradictory { return true }
            do {
                let value = try form.convert(difference)
                if value.isZero { return true }
                // A case may be empty without showing it, so only a difference without cases refutes.
                return value.constant != nil && form.cases.isEmpty ? false : nil
            } catch .finerRoot {
                return decide()
            } catch .needsSign(let polynomial) {
                for sign in [1, -1] {
                    form.cases.append((polynomial, sign))
                    let decision = decide()
                    form.cases.removeLast()
                    if decision != true { return nil }
                }
                return true
            } catch {
                return nil
            }
        }
    }
}
