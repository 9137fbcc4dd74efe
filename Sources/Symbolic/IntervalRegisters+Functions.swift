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
        case .min: smaller(target, x, arguments[1])
        case .max: larger(target, x, arguments[1])
        case .sqrt: onDomain(target, x, from: 0, closed: true) { increasing(target, x, $0, $1) { mpfr_sqrt($0, $1, $2) } }
        case .exp: increasing(target, x, lower(x), upper(x)) { mpfr_exp($0, $1, $2) }
        case .expm1: increasing(target, x, lower(x), upper(x)) { mpfr_expm1($0, $1, $2) }
        case .log: onDomain(target, x, from: 0, closed: false) { increasing(target, x, $0, $1) { mpfr_log($0, $1, $2) } }
        case .log1p: onDomain(target, x, from: -1, closed: false) { increasing(target, x, $0, $1) { mpfr_log1p($0, $1, $2) } }
        case .sinh: increasing(target, x, lower(x), upper(x)) { mpfr_sinh($0, $1, $2) }
        case .cosh: hyperbolicCosine(target, x)
        case .tanh: increasing(target, x, lower(x), upper(x)) { mpfr_tanh($0, $1, $2) }
        case .asinh: increasing(target, x, lower(x), upper(x)) { mpfr_asinh($0, $1, $2) }
        case .acosh: onDomain(target, x, from: 1, closed: true) { increasing(target, x, $0, $1) { mpfr_acosh($0, $1, $2) } }
        case .atanh:
            onDomain(target, x, from: -1, to: 1, closed: false) { increasing(target, x, $0, $1) { mpfr_atanh($0, $1, $2) } }
        case .sin: wave(target, x, shift: 0.5) { mpfr_sin($0, $1, $2) }
        case .cos: wave(target, x, shift: 0) { mpfr_cos($0, $1, $2) }
        case .tan: tangent(target, x)
        case .asin: onDomain(target, x, from: -1, to: 1, closed: true) { increasing(target, x, $0, $1) { mpfr_asin($0, $1, $2) } }
        case .acos:
            // acos falls: the upper end of the argument gives the lower bound.
            onDomain(target, x, from: -1, to: 1, closed: true) { low, high in
                _ = mpfr_acos(scratch(4), high, MPFR_RNDD)
                _ = mpfr_acos(upper(target), low, MPFR_RNDU)
                mpfr_set(lower(target), scratch(4), MPFR_RNDD)
                setOpen(target, isUpperOpen[x], isLowerOpen[x])
            }
        case .atan: increasing(target, x, lower(x), upper(x)) { mpfr_atan($0, $1, $2) }
        case .erf: increasing(target, x, lower(x), upper(x)) { mpfr_erf($0, $1, $2) }
        case .li2:
            onDomain(target, x, to: 1, closed: true) { increasing(target, x, $0, $1) { mpfr_li2($0, $1, $2) } }
        }
    }

    // MARK: Shapes of functions

    /// A strictly increasing function of [low, high], the bounds of register x, or of it cut to a domain.
    private func increasing(_ target: Int, _ x: Int, _ low: Bound, _ high: Bound, _ function: Unary) {
        let isPoint = mpfr_equal_p(low, high) != 0
        // The bounds may live in the target: the upper one is done first.
        if isPoint {
            let inexact = function(lower(target), low, MPFR_RNDD)
            mpfr_set(upper(target), lower(target), MPFR_RNDU)
            if inexact != 0 { mpfr_nextabove(upper(target)) }
            setOpen(target, inexact != 0 || isLowerOpen[x], inexact != 0 || isUpperOpen[x])
        } else {
            let above = function(upper(target), high, MPFR_RNDU)
            let below = function(lower(target), low, MPFR_RNDD)
            setOpen(target, below != 0 || isLowerOpen[x], above != 0 || isUpperOpen[x])
        }
        widenNaN(target)
    }

    /// Cuts the argument to where the function is real, and notes what that says about the value.
    private func onDomain(
        _ target: Int, _ x: Int, from least: Double = -.infinity, to most: Double = .infinity, closed: Bool,
        _ body: (_ low: Bound, _ high: Bound) -> Void
    ) {
        let (belowLeast, aboveMost) = (mpfr_cmp_d(upper(x), least), mpfr_cmp_d(lower(x), most))
        if belowLeast < 0 || (belowLeast == 0 && (!closed || isUpperOpen[x])) { return setUndefined(target) }
        if aboveMost > 0 || (aboveMost == 0 && (!closed || isLowerOpen[x])) { return setUndefined(target) }
        let (low, high) = (scratch(0), scratch(1))
        mpfr_set(low, lower(x), MPFR_RNDD)
        mpfr_set(high, upper(x), MPFR_RNDU)
        let (reachesLeast, reachesMost) = (mpfr_cmp_d(low, least), mpfr_cmp_d(high, most))
        if least.isFinite, reachesLeast < 0 || (reachesLeast == 0 && !closed && !isLowerOpen[x]) {
            status[target] = max(status[target], .unknown)
            mpfr_set_d(low, least, MPFR_RNDD)
        }
        if most.isFinite, reachesMost > 0 || (reachesMost == 0 && !closed && !isUpperOpen[x]) {
            status[target] = max(status[target], .unknown)
            mpfr_set_d(high, most, MPFR_RNDU)
        }
        body(low, high)
        // An end that was cut off is reached where the domain has it.
        if closed, reachesLeast < 0 || reachesMost > 0 { setOpen(target, false, false) }
    }

    private func smaller(_ target: Int, _ x: Int, _ y: Int) {
        let (low, high) = (mpfr_cmp3(lower(x), lower(y), 1), mpfr_cmp3(upper(x), upper(y), 1))
        mpfr_min(lower(target), lower(x), lower(y), MPFR_RNDD)
        mpfr_min(upper(target), upper(x), upper(y), MPFR_RNDU)
        setOpen(
            target, low < 0 ? isLowerOpen[x] : low > 0 ? isLowerOpen[y] : isLowerOpen[x] && isLowerOpen[y],
            high < 0 ? isUpperOpen[x] : high > 0 ? isUpperOpen[y] : isUpperOpen[x] || isUpperOpen[y])
    }

    private func larger(_ target: Int, _ x: Int, _ y: Int) {
        let (low, high) = (mpfr_cmp3(lower(x), lower(y), 1), mpfr_cmp3(upper(x), upper(y), 1))
        mpfr_max(lower(target), lower(x), lower(y), MPFR_RNDD)
        mpfr_max(upper(target), upper(x), upper(y), MPFR_RNDU)
        setOpen(
            target, low > 0 ? isLowerOpen[x] : low < 0 ? isLowerOpen[y] : isLowerOpen[x] || isLowerOpen[y],
            high > 0 ? isUpperOpen[x] : high < 0 ? isUpperOpen[y] : isUpperOpen[x] && isUpperOpen[y])
    }

    private func absolute(_ target: Int, _ x: Int) {
        if lowerSign(x) >= 0 {
            set(target, boundsOf: x)
        } else if upperSign(x) <= 0 {
            mpfr_neg(lower(target), upper(x), MPFR_RNDD)
            mpfr_neg(upper(target), lower(x), MPFR_RNDU)
            setOpen(target, isUpperOpen[x], isLowerOpen[x])
        } else {
            mpfr_set_zero(lower(target), 1)
            mpfr_neg(upper(target), lower(x), MPFR_RNDU)
            let order = mpfr_cmp3(upper(target), upper(x), 1)
            mpfr_max(upper(target), upper(target), upper(x), MPFR_RNDU)
            setOpen(
                target, false, order > 0 ? isLowerOpen[x] : order < 0 ? isUpperOpen[x] : isLowerOpen[x] && isUpperOpen[x])
        }
    }

    private func signum(_ target: Int, _ x: Int) {
        mpfr_set_si(lower(target), isPositive(x) ? 1 : lowerSign(x), MPFR_RNDD)
        mpfr_set_si(upper(target), isNegative(x) ? -1 : upperSign(x), MPFR_RNDU)
        setOpen(target, false, false)
    }

    private func hyperbolicCosine(_ target: Int, _ x: Int) {
        absolute(target, x)
        increasing(target, target, lower(target), upper(target)) { mpfr_cosh($0, $1, $2) }
    }

    /// sin and cos: monotone between their extremes, which lie at half-integer and at integer multiples of π.
    ///
    /// Where the multiples cannot be told apart, by the bound that they change no faster than their argument.
    private func wave(_ target: Int, _ x: Int, shift: Double, _ function: Unary) {
        setOpen(target, false, false)
        let width = scratch(3)
        mpfr_sub(width, upper(x), lower(x), MPFR_RNDU)
        let isReducible = mpfr_number_p(lower(x)) != 0 && mpfr_number_p(upper(x)) != 0
            && (mpfr_zero_p(lower(x)) != 0 || mpfr_get_exp(lower(x)) <= Self.largestReducedExponent)
        guard isReducible, mpfr_cmp_d(width, 7) < 0 else {
            mpfr_set_si(lower(target), -1, MPFR_RNDD)
            mpfr_set_si(upper(target), 1, MPFR_RNDU)
            return
        }
        _ = function(scratch(0), lower(x), MPFR_RNDD)
        _ = function(scratch(1), upper(x), MPFR_RNDD)
        mpfr_min(lower(target), scratch(0), scratch(1), MPFR_RNDD)
        _ = function(scratch(0), lower(x), MPFR_RNDU)
        _ = function(scratch(1), upper(x), MPFR_RNDU)
        mpfr_max(upper(target), scratch(0), scratch(1), MPFR_RNDU)
        if isPoint(x) { return }
        let (first, last) = (scratch(4), scratch(5))
        halfTurns(first, lower(x), shift, MPFR_RNDD)
        halfTurns(last, upper(x), shift, MPFR_RNDU)
        mpfr_sub(scratch(6), last, first, MPFR_RNDU)
        if mpfr_zero_p(scratch(6)) != 0 { return }
        if mpfr_cmp_d(scratch(6), 1) == 0 {
            // The extreme between them is at the multiple `last`: 1 where that is even.
            mpfr_div_2ui(scratch(6), last, 1, MPFR_RNDN)
            if mpfr_integer_p(scratch(6)) != 0 {
                mpfr_set_si(upper(target), 1, MPFR_RNDU)
            } else {
                mpfr_set_si(lower(target), -1, MPFR_RNDD)
            }
            return
        }
        mpfr_sub(lower(target), lower(target), width, MPFR_RNDD)
        mpfr_add(upper(target), upper(target), width, MPFR_RNDU)
        if mpfr_cmp_d(lower(target), -1) < 0 { mpfr_set_si(lower(target), -1, MPFR_RNDD) }
        if mpfr_cmp_d(upper(target), 1) > 0 { mpfr_set_si(upper(target), 1, MPFR_RNDU) }
    }

    /// ⌊x/π − shift⌋, rounded in one direction throughout.
    private func halfTurns(_ result: Bound, _ x: Bound, _ shift: Double, _ direction: mpfr_rnd_t) {
        let isDown = direction == MPFR_RNDD
        // A larger divisor makes a smaller size: which way that goes depends on the sign.
        mpfr_const_pi(scratch(6), isDown == (sign(x) >= 0) ? MPFR_RNDU : MPFR_RNDD)
        mpfr_div(result, x, scratch(6), direction)
        mpfr_sub_d(result, result, shift, direction)
        mpfr_floor(result, result)
    }

    /// tan rises between its poles, which the cosine shows: where it keeps away from 0 there is none inside.
    private func tangent(_ target: Int, _ x: Int) {
        let known = status[target]
        wave(target, x, shift: 0) { mpfr_cos($0, $1, $2) }
        guard lowerSign(target) > 0 || upperSign(target) < 0 else { return setUnbounded(target, max(known, .unknown)) }
        increasing(target, x, lower(x), upper(x)) { mpfr_tan($0, $1, $2) }
    }

    // MARK: Powers

    func power(_ target: Int, _ x: Int, _ y: Int) {
        let known = max(status[x], status[y])
        if known == .undefined { return setUndefined(target) }
        status[target] = known
        if isPoint(y), mpfr_integer_p(lower(y)) != 0 { return integerPower(target, x, y) }
        if isPositive(x) || (lowerSign(x) == 0 && lowerSign(y) > 0) {
            if lowerSign(x) == 0 { mpfr_set_zero(lower(x), 1) }
            // y·log x is bilinear, so the extremes are at the corners.
            corners(target, x, y) { mpfr_pow($0, $1, $2, $3) }
            if isPositive(x), lowerSign(target) == 0 { isLowerOpen[target] = true }
            return
        }
        let isNegative = upperSign(x) < 0
        let isZeroToNegative = lowerSign(x) == 0 && upperSign(x) == 0 && upperSign(y) < 0
        setUnbounded(target, (isNegative && isPoint(y)) || isZeroToNegative ? .undefined : max(known, .unknown))
    }

    private func integerPower(_ target: Int, _ x: Int, _ y: Int) {
        let exponent = scratch(5)
        mpfr_abs(exponent, lower(y), MPFR_RNDN)
        let inverts = lowerSign(y) < 0
        if mpfr_zero_p(exponent) != 0 {
            setOpen(target, false, false)
            mpfr_set_si(lower(target), 1, MPFR_RNDD)
            mpfr_set_si(upper(target), 1, MPFR_RNDU)
            return
        }
        if inverts, !isPositive(x), !isNegative(x) {
            return setUnbounded(target, isPoint(x) ? .undefined : max(status[target], .unknown))
        }
        // Halving an integer leaves an integer exactly if it is even.
        mpfr_div_2ui(scratch(4), exponent, 1, MPFR_RNDN)
        let isEven = mpfr_integer_p(scratch(4)) != 0
        if isEven { absolute(target, x) } else { set(target, boundsOf: x) }
        increasing(target, target, lower(target), upper(target)) { mpfr_pow($0, $1, exponent, $2) }
        guard inverts else { return }
        // 1/z falls on either side of zero.
        // An open end at 0 goes to infinity.
        let reachesZero = (lowerSign(target) == 0, upperSign(target) == 0)
        let open = (isLowerOpen[target], isUpperOpen[target])
        let below = mpfr_ui_div(scratch(4), 1, upper(target), MPFR_RNDD)
        let above = mpfr_ui_div(upper(target), 1, lower(target), MPFR_RNDU)
        mpfr_set(lower(target), scratch(4), MPFR_RNDD)
        if reachesZero.1 { mpfr_set_inf(lower(target), -1) }
        if reachesZero.0 { mpfr_set_inf(upper(target), 1) }
        setOpen(target, below != 0 || open.1, above != 0 || open.0)
        widenNaN(target)
    }

    private func set(_ target: Int, boundsOf x: Int) {
        mpfr_set(lower(target), lower(x), MPFR_RNDD)
        mpfr_set(upper(target), upper(x), MPFR_RNDU)
        setOpen(target, isLowerOpen[x], isUpperOpen[x])
    }
}
