import CMPFR

/// The functions of the formula language on intervals.
extension IntervalRegisters {
    private typealias Unary = (Bound, Bound, mpfr_rnd_t) -> Int32

    func call(_ function: Function, _ target: Int, _ arguments: [Int]) {
        let x = arguments[0]
        let known = arguments.map { status[$0] }.max() ?? .defined
        if known == .undefined { return setUndefined(target) }
        status[target] = known
        switch function {
        case .abs: absolute(target, x)
        case .sign: signum(target, x)
        case .min: pairwise(target, x, arguments[1]) { mpfr_min($0, $1, $2, $3) }
        case .max: pairwise(target, x, arguments[1]) { mpfr_max($0, $1, $2, $3) }
        case .sqrt: onDomain(target, x, from: 0, closed: true) { increasing(target, $0, $1) { mpfr_sqrt($0, $1, $2) } }
        case .exp: increasing(target, lower(x), upper(x)) { mpfr_exp($0, $1, $2) }
        case .expm1: increasing(target, lower(x), upper(x)) { mpfr_expm1($0, $1, $2) }
        case .log: onDomain(target, x, from: 0, closed: false) { increasing(target, $0, $1) { mpfr_log($0, $1, $2) } }
        case .log1p: onDomain(target, x, from: -1, closed: false) { increasing(target, $0, $1) { mpfr_log1p($0, $1, $2) } }
        case .sinh: increasing(target, lower(x), upper(x)) { mpfr_sinh($0, $1, $2) }
        case .cosh: hyperbolicCosine(target, x)
        case .tanh: increasing(target, lower(x), upper(x)) { mpfr_tanh($0, $1, $2) }
        case .asinh: increasing(target, lower(x), upper(x)) { mpfr_asinh($0, $1, $2) }
        case .acosh: onDomain(target, x, from: 1, closed: true) { increasing(target, $0, $1) { mpfr_acosh($0, $1, $2) } }
        case .atanh:
            onDomain(target, x, from: -1, to: 1, closed: false) { increasing(target, $0, $1) { mpfr_atanh($0, $1, $2) } }
        case .sin: wave(target, x) { mpfr_sin($0, $1, $2) }
        case .cos: wave(target, x) { mpfr_cos($0, $1, $2) }
        case .tan: tangent(target, x)
        case .asin: onDomain(target, x, from: -1, to: 1, closed: true) { increasing(target, $0, $1) { mpfr_asin($0, $1, $2) } }
        case .acos:
            // acos falls: the upper end of the argument gives the lower bound.
            onDomain(target, x, from: -1, to: 1, closed: true) { low, high in
                _ = mpfr_acos(scratch(4), high, MPFR_RNDD)
                _ = mpfr_acos(upper(target), low, MPFR_RNDU)
                mpfr_set(lower(target), scratch(4), MPFR_RNDD)
            }
        case .atan: increasing(target, lower(x), upper(x)) { mpfr_atan($0, $1, $2) }
        case .erf: increasing(target, lower(x), upper(x)) { mpfr_erf($0, $1, $2) }
        case .li2:
            onDomain(target, x, to: 1, closed: true) { increasing(target, $0, $1) { mpfr_li2($0, $1, $2) } }
        }
    }

    // MARK: Shapes of functions

    private func increasing(_ target: Int, _ low: Bound, _ high: Bound, _ function: Unary) {
        let isPoint = mpfr_equal_p(low, high) != 0
        // The bounds may live in the target: the upper one is done first.
        if isPoint {
            let inexact = function(lower(target), low, MPFR_RNDD)
            mpfr_set(upper(target), lower(target), MPFR_RNDU)
            if inexact != 0 { mpfr_nextabove(upper(target)) }
        } else {
            _ = function(upper(target), high, MPFR_RNDU)
            _ = function(lower(target), low, MPFR_RNDD)
        }
        widenNaN(target)
    }

    /// Cuts the argument to where the function is real, and notes what that says about the value.
    private func onDomain(
        _ target: Int, _ x: Int, from least: Double = -.infinity, to most: Double = .infinity, closed: Bool,
        _ body: (_ low: Bound, _ high: Bound) -> Void
    ) {
        let (belowLeast, aboveMost) = (mpfr_cmp_d(upper(x), least), mpfr_cmp_d(lower(x), most))
        if closed ? belowLeast < 0 : belowLeast <= 0 { return setUndefined(target) }
        if closed ? aboveMost > 0 : aboveMost >= 0 { return setUndefined(target) }
        let (low, high) = (scratch(0), scratch(1))
        mpfr_set(low, lower(x), MPFR_RNDD)
        mpfr_set(high, upper(x), MPFR_RNDU)
        let (reachesLeast, reachesMost) = (mpfr_cmp_d(low, least), mpfr_cmp_d(high, most))
        if least.isFinite, closed ? reachesLeast < 0 : reachesLeast <= 0 {
            status[target] = max(status[target], .unknown)
            mpfr_set_d(low, least, MPFR_RNDD)
        }
        if most.isFinite, closed ? reachesMost > 0 : reachesMost >= 0 {
            status[target] = max(status[target], .unknown)
            mpfr_set_d(high, most, MPFR_RNDU)
        }
        body(low, high)
    }

    private func pairwise(_ target: Int, _ x: Int, _ y: Int, _ pick: (Bound, Bound, Bound, mpfr_rnd_t) -> Int32) {
        _ = pick(lower(target), lower(x), lower(y), MPFR_RNDD)
        _ = pick(upper(target), upper(x), upper(y), MPFR_RNDU)
    }

    private func absolute(_ target: Int, _ x: Int) {
        if lowerSign(x) >= 0 {
            mpfr_set(lower(target), lower(x), MPFR_RNDD)
            mpfr_set(upper(target), upper(x), MPFR_RNDU)
        } else if upperSign(x) <= 0 {
            mpfr_neg(lower(target), upper(x), MPFR_RNDD)
            mpfr_neg(upper(target), lower(x), MPFR_RNDU)
        } else {
            mpfr_set_zero(lower(target), 1)
            mpfr_neg(upper(target), lower(x), MPFR_RNDU)
            mpfr_max(upper(target), upper(target), upper(x), MPFR_RNDU)
        }
    }

    private func signum(_ target: Int, _ x: Int) {
        mpfr_set_si(lower(target), lowerSign(x), MPFR_RNDD)
        mpfr_set_si(upper(target), upperSign(x), MPFR_RNDU)
    }

    private func hyperbolicCosine(_ target: Int, _ x: Int) {
        absolute(target, x)
        increasing(target, lower(target), upper(target)) { mpfr_cosh($0, $1, $2) }
    }

    /// sin and cos change by no more than their argument does.
    private func wave(_ target: Int, _ x: Int, _ function: Unary) {
        let width = scratch(3)
        mpfr_sub(width, upper(x), lower(x), MPFR_RNDU)
        let isReducible = mpfr_number_p(lower(x)) != 0
            && (mpfr_zero_p(lower(x)) != 0 || mpfr_get_exp(lower(x)) <= Self.largestReducedExponent)
        guard isReducible, mpfr_cmp_d(width, 1) < 0 else {
            mpfr_set_si(lower(target), -1, MPFR_RNDD)
            mpfr_set_si(upper(target), 1, MPFR_RNDU)
            return
        }
        let inexact = function(lower(target), lower(x), MPFR_RNDD)
        mpfr_set(upper(target), lower(target), MPFR_RNDU)
        if inexact != 0 { mpfr_nextabove(upper(target)) }
        mpfr_sub(lower(target), lower(target), width, MPFR_RNDD)
        mpfr_add(upper(target), upper(target), width, MPFR_RNDU)
        if mpfr_cmp_d(lower(target), -1) < 0 { mpfr_set_si(lower(target), -1, MPFR_RNDD) }
        if mpfr_cmp_d(upper(target), 1) > 0 { mpfr_set_si(upper(target), 1, MPFR_RNDU) }
    }

    /// tan rises between its poles, which the cosine shows: where it keeps away from 0 there is none inside.
    private func tangent(_ target: Int, _ x: Int) {
        let known = status[target]
        wave(target, x) { mpfr_cos($0, $1, $2) }
        guard lowerSign(target) > 0 || upperSign(target) < 0 else { return setUnbounded(target, max(known, .unknown)) }
        increasing(target, lower(x), upper(x)) { mpfr_tan($0, $1, $2) }
    }

    // MARK: Powers

    func power(_ target: Int, _ x: Int, _ y: Int) {
        let known = max(status[x], status[y])
        if known == .undefined { return setUndefined(target) }
        status[target] = known
        if isPoint(y), mpfr_integer_p(lower(y)) != 0 { return integerPower(target, x, y) }
        if lowerSign(x) > 0 || (lowerSign(x) == 0 && lowerSign(y) > 0) {
            // y·log x is bilinear, so the extremes are at the corners.
            return corners(target, x, y) { mpfr_pow($0, $1, $2, $3) }
        }
        let isNegative = upperSign(x) < 0
        let isZeroToNegative = lowerSign(x) == 0 && upperSign(x) == 0 && upperSign(y) < 0
        setUnbounded(target, (isNegative && isPoint(y)) || isZeroToNegative ? .undefined : max(known, .unknown))
    }

    private func integerPower(_ target: Int, _ x: Int, _ y: Int) {
        let exponent = scratch(5)
        mpfr_abs(exponent, lower(y), MPFR_RNDN)
        let inverts = lowerSign(y) < 0
        if inverts, lowerSign(x) <= 0, upperSign(x) >= 0 {
            return setUnbounded(target, isPoint(x) ? .undefined : max(status[target], .unknown))
        }
        // Halving an integer leaves an integer exactly if it is even.
        mpfr_div_2ui(scratch(4), exponent, 1, MPFR_RNDN)
        let isEven = mpfr_integer_p(scratch(4)) != 0
        if isEven { absolute(target, x) } else { set(target, boundsOf: x) }
        increasing(target, lower(target), upper(target)) { mpfr_pow($0, $1, exponent, $2) }
        guard inverts else { return }
        // 1/z falls on either side of zero.
        mpfr_ui_div(scratch(4), 1, upper(target), MPFR_RNDD)
        mpfr_ui_div(upper(target), 1, lower(target), MPFR_RNDU)
        mpfr_set(lower(target), scratch(4), MPFR_RNDD)
        widenNaN(target)
    }

    private func set(_ target: Int, boundsOf x: Int) {
        mpfr_set(lower(target), lower(x), MPFR_RNDD)
        mpfr_set(upper(target), upper(x), MPFR_RNDU)
    }
}
