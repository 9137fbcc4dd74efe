import CMPFR

/// Real intervals [lower, upper] with bounds of `precision` bits, rounded outward: whatever is computed with
/// them contains the exact value. Infinite bounds mean "unbounded"; the values themselves are finite.
///
/// A bound is *open* where it is known not to be reached: at an open end of a domain, at infinity, where rounding
/// has moved it outward. So exp is above 0 and tanh below 1 over the whole line.
final class IntervalRegisters {
    typealias Bound = UnsafeMutablePointer<__mpfr_struct>

    let precision: Int
    private let count: Int
    private let storage: Bound
    var status: [Enclosure.Status]
    var isLowerOpen: [Bool]
    var isUpperOpen: [Bool]

    /// Numbers above 2^4096 have their sine enclosed by [−1, 1]: reducing them takes as many bits as they have.
    static let largestReducedExponent = 4096

    init(count: Int, precision: Int) {
        self.precision = precision
        self.count = count
        storage = .allocate(capacity: 2 * count + Scratch.count)
        status = Array(repeating: .undefined, count: count)
        isLowerOpen = Array(repeating: false, count: count)
        isUpperOpen = Array(repeating: false, count: count)
        for i in 0..<(2 * count + Scratch.count) { mpfr_init2(storage + i, precision) }
    }

    deinit {
        for i in 0..<(2 * count + Scratch.count) { mpfr_clear(storage + i) }
        storage.deallocate()
    }

    private enum Scratch {
        static let count = 8
    }

    func lower(_ register: Int) -> Bound { storage + 2 * register }
    func upper(_ register: Int) -> Bound { storage + (2 * register + 1) }
    func scratch(_ i: Int) -> Bound { storage + (2 * count + i) }

    func isPoint(_ register: Int) -> Bool { mpfr_equal_p(lower(register), upper(register)) != 0 }
    func lowerSign(_ register: Int) -> Int { sign(lower(register)) }
    func upperSign(_ register: Int) -> Int { sign(upper(register)) }

    func sign(_ bound: Bound) -> Int {
        mpfr_zero_p(bound) != 0 ? 0 : mpfr_signbit(bound) != 0 ? -1 : 1
    }

    // MARK: Setting and reading

    func set(_ register: Int, _ value: Double) {
        status[register] = value.isFinite ? .defined : .undefined
        setOpen(register, false, false)
        mpfr_set_d(lower(register), value, MPFR_RNDD)
        mpfr_set_d(upper(register), value, MPFR_RNDU)
    }

    /// Bounds as they are; infinite ones are open.
    func set(_ register: Int, _ box: BoxInterval) {
        status[register] = .defined
        mpfr_set_d(lower(register), box.lower, MPFR_RNDD)
        mpfr_set_d(upper(register), box.upper, MPFR_RNDU)
        setOpen(register, box.isLowerOpen || box.lower.isInfinite, box.isUpperOpen || box.upper.isInfinite)
    }

    func setOpen(_ register: Int, _ low: Bool, _ high: Bool) {
        isLowerOpen[register] = low
        isUpperOpen[register] = high
    }

    /// Above zero, for certain.
    func isPositive(_ register: Int) -> Bool {
        lowerSign(register) > 0 || (lowerSign(register) == 0 && isLowerOpen[register])
    }

    /// Below zero, for certain.
    func isNegative(_ register: Int) -> Bool {
        upperSign(register) < 0 || (upperSign(register) == 0 && isUpperOpen[register])
    }

    func set(_ register: Int, _ value: Rational) {
        setDecimal(register, "\(value.numerator)")
        guard !value.isInteger else { return }
        let (low, high) = (scratch(0), scratch(1))
        mpfr_set_str(low, "\(value.denominator)", 10, MPFR_RNDD)
        mpfr_set_str(high, "\(value.denominator)", 10, MPFR_RNDU)
        // Both bounds have the numerator's sign, which says which denominator is the outward one.
        let negative = lowerSign(register) < 0
        mpfr_div(lower(register), lower(register), negative ? low : high, MPFR_RNDD)
        mpfr_div(upper(register), upper(register), negative ? high : low, MPFR_RNDU)
    }

    func setDecimal(_ register: Int, _ text: String) {
        let read = mpfr_set_str(lower(register), text, 10, MPFR_RNDD)
        mpfr_set_str(upper(register), text, 10, MPFR_RNDU)
        status[register] = read == 0 ? .defined : .undefined
        setOpen(register, false, false)
    }

    func setPi(_ register: Int) {
        mpfr_const_pi(lower(register), MPFR_RNDD)
        mpfr_const_pi(upper(register), MPFR_RNDU)
        status[register] = .defined
        setOpen(register, true, true)
    }

    /// Everything: no bound is known.
    func setUnbounded(_ register: Int, _ known: Enclosure.Status) {
        mpfr_set_inf(lower(register), -1)
        mpfr_set_inf(upper(register), 1)
        status[register] = known
        setOpen(register, true, true)
    }

    func setUndefined(_ register: Int) { setUnbounded(register, .undefined) }

    func copy(_ register: Int, from source: Int) {
        mpfr_set(lower(register), lower(source), MPFR_RNDD)
        mpfr_set(upper(register), upper(source), MPFR_RNDU)
        status[register] = status[source]
        setOpen(register, isLowerOpen[source], isUpperOpen[source])
    }

    func enclosure(_ register: Int) -> Enclosure {
        if status[register] == .undefined { return Enclosure(lower: .nan, upper: .nan, status: .undefined) }
        let (low, high) = (mpfr_get_d(lower(register), MPFR_RNDD), mpfr_get_d(upper(register), MPFR_RNDU))
        let (least, most) = (isPositive(register) ? 1 : lowerSign(register), isNegative(register) ? -1 : upperSign(register))
        // What underflows a Double keeps its sign but not an exact zero.
        if low == 0, high == 0, least != 0 || most != 0 {
            return Enclosure(
                lower: least < 0 ? -.leastNonzeroMagnitude : 0, upper: most > 0 ? .leastNonzeroMagnitude : 0,
                status: status[register], sign: least == most || least > 0 ? least : most < 0 ? most : nil)
        }
        return Enclosure(
            lower: low, upper: high, status: status[register],
            sign: least == most || least > 0 ? least : most < 0 ? most : nil)
    }

    /// The nearest Double, where the bounds agree on it.
    func nearest(_ register: Int) -> Double? {
        guard status[register] == .defined else { return nil }
        let low = mpfr_get_d(lower(register), MPFR_RNDN)
        return low == mpfr_get_d(upper(register), MPFR_RNDN) ? low : nil
    }

    // MARK: Arithmetic. The target is none of the operands.

    func add(_ target: Int, _ x: Int, _ y: Int) {
        let low = mpfr_add(lower(target), lower(x), lower(y), MPFR_RNDD)
        let high = mpfr_add(upper(target), upper(x), upper(y), MPFR_RNDU)
        status[target] = max(status[x], status[y])
        setOpen(target, low != 0 || isLowerOpen[x] || isLowerOpen[y], high != 0 || isUpperOpen[x] || isUpperOpen[y])
        widenNaN(target)
    }

    /// target += x.
    func accumulate(_ target: Int, _ x: Int) {
        let low = mpfr_add(lower(target), lower(target), lower(x), MPFR_RNDD)
        let high = mpfr_add(upper(target), upper(target), upper(x), MPFR_RNDU)
        status[target] = max(status[target], status[x])
        setOpen(target, low != 0 || isLowerOpen[x] || isLowerOpen[target], high != 0 || isUpperOpen[x] || isUpperOpen[target])
        widenNaN(target)
    }

    func subtract(_ target: Int, _ x: Int, _ y: Int) {
        let low = mpfr_sub(lower(target), lower(x), upper(y), MPFR_RNDD)
        let high = mpfr_sub(upper(target), upper(x), lower(y), MPFR_RNDU)
        status[target] = max(status[x], status[y])
        setOpen(target, low != 0 || isLowerOpen[x] || isUpperOpen[y], high != 0 || isUpperOpen[x] || isLowerOpen[y])
        widenNaN(target)
    }

    func negate(_ target: Int, _ x: Int) {
        mpfr_neg(lower(target), upper(x), MPFR_RNDD)
        mpfr_neg(upper(target), lower(x), MPFR_RNDU)
        status[target] = status[x]
        setOpen(target, isUpperOpen[x], isLowerOpen[x])
    }

    func multiply(_ target: Int, _ x: Int, _ y: Int) {
        status[target] = max(status[x], status[y])
        corners(target, x, y, zeroWins: (true, true)) { mpfr_mul($0, $1, $2, $3) }
    }

    func divide(_ target: Int, _ x: Int, _ y: Int) {
        let known = max(status[x], status[y])
        if !isPositive(y), !isNegative(y) {
            return setUnbounded(target, lowerSign(y) == 0 && upperSign(y) == 0 ? .undefined : max(known, .unknown))
        }
        status[target] = known
        // An open end at 0 is approached from inside.
        let (low, high) = (lowerSign(y), upperSign(y))
        if low == 0 { mpfr_set_zero(lower(y), 1) }
        if high == 0 { mpfr_set_zero(upper(y), -1) }
        corners(target, x, y, zeroWins: (true, false)) { mpfr_div($0, $1, $2, $3) }
    }

    /// The extremes of an operation that is monotone in each operand lie at the corners. A corner without a
    /// value counts as 0: zero times an unbounded finite value is zero, and ∞/∞ lies between its neighbours and 0.
    ///
    /// - Parameter zeroWins: whether an operand that is 0 makes the value 0 whatever the other is, so that a closed
    ///   0 reaches a corner that is open otherwise. `nil`: nothing is known of what is reached.
    func corners(
        _ target: Int, _ x: Int, _ y: Int, zeroWins: (x: Bool, y: Bool)? = nil,
        _ operation: (Bound, Bound, Bound, mpfr_rnd_t) -> Int32
    ) {
        let (low, high) = (lower(target), upper(target))
        setOpen(target, false, false)
        if isPoint(x), isPoint(y) {
            let inexact = operation(low, lower(x), lower(y), MPFR_RNDD)
            mpfr_set(high, low, MPFR_RNDU)
            // Rounded down: the value is between the two bounds.
            if inexact != 0 {
                mpfr_nextabove(high)
                setOpen(target, true, true)
            }
            return widenNaN(target)
        }
        let candidate = scratch(2)
        for i in 0..<4 {
            let (u, v) = (i & 1 == 0 ? lower(x) : upper(x), i & 2 == 0 ? lower(y) : upper(y))
            let isOpen = (
                i & 1 == 0 ? isLowerOpen[x] : isUpperOpen[x], i & 2 == 0 ? isLowerOpen[y] : isUpperOpen[y])
            var isReached = !isOpen.0 && !isOpen.1
            if let zeroWins {
                isReached = isReached || (zeroWins.x && mpfr_zero_p(u) != 0 && !isOpen.0)
                    || (zeroWins.y && mpfr_zero_p(v) != 0 && !isOpen.1)
            } else {
                isReached = true
            }
            let below = operation(candidate, u, v, MPFR_RNDD)
            if mpfr_nan_p(candidate) != 0 { mpfr_set_zero(candidate, 1) }
            let order = i == 0 ? -1 : mpfr_cmp3(candidate, low, 1)
            if order < 0 { mpfr_set(low, candidate, MPFR_RNDD) }
            let staysOpenLow = !isReached || below != 0
            if order < 0 { isLowerOpen[target] = staysOpenLow } else if order == 0, !staysOpenLow { isLowerOpen[target] = false }
            let above = operation(candidate, u, v, MPFR_RNDU)
            if mpfr_nan_p(candidate) != 0 { mpfr_set_zero(candidate, 1) }
            let rise = i == 0 ? 1 : mpfr_cmp3(candidate, high, 1)
            if rise > 0 { mpfr_set(high, candidate, MPFR_RNDU) }
            let staysOpenHigh = !isReached || above != 0
            if rise > 0 { isUpperOpen[target] = staysOpenHigh } else if rise == 0, !staysOpenHigh { isUpperOpen[target] = false }
        }
        widenNaN(target)
    }

    /// Infinite and missing bounds: no value reaches them.
    func widenNaN(_ register: Int) {
        if mpfr_nan_p(lower(register)) != 0 { mpfr_set_inf(lower(register), -1) }
        if mpfr_nan_p(upper(register)) != 0 { mpfr_set_inf(upper(register), 1) }
        if mpfr_inf_p(lower(register)) != 0 { isLowerOpen[register] = true }
        if mpfr_inf_p(upper(register)) != 0 { isUpperOpen[register] = true }
    }

    /// target ∩= x, where both contain the value; a bound that both have is open if either says so.
    func intersect(_ target: Int, _ x: Int) {
        let (low, high) = (mpfr_cmp3(lower(x), lower(target), 1), mpfr_cmp3(upper(x), upper(target), 1))
        if low > 0 {
            mpfr_set(lower(target), lower(x), MPFR_RNDD)
            isLowerOpen[target] = isLowerOpen[x]
        } else if low == 0, isLowerOpen[x] {
            isLowerOpen[target] = true
        }
        if high < 0 {
            mpfr_set(upper(target), upper(x), MPFR_RNDU)
            isUpperOpen[target] = isUpperOpen[x]
        } else if high == 0, isUpperOpen[x] {
            isUpperOpen[target] = true
        }
    }

    /// The smallest interval with both; a bound is open if both say so where they agree.
    func hull(_ target: Int, _ x: Int, _ y: Int) {
        let (low, high) = (mpfr_cmp3(lower(x), lower(y), 1), mpfr_cmp3(upper(x), upper(y), 1))
        mpfr_min(lower(target), lower(x), lower(y), MPFR_RNDD)
        mpfr_max(upper(target), upper(x), upper(y), MPFR_RNDU)
        setOpen(
            target, low < 0 ? isLowerOpen[x] : low > 0 ? isLowerOpen[y] : isLowerOpen[x] && isLowerOpen[y],
            high > 0 ? isUpperOpen[x] : high < 0 ? isUpperOpen[y] : isUpperOpen[x] && isUpperOpen[y])
    }

    // MARK: Selection

    /// Whether a comparison holds; `nil` where the bounds do not decide it.
    func decide(_ x: Int, _ relation: Condition.Relation, _ y: Int) -> Bool? {
        switch relation {
        case .less: below(x, y, strictly: true)
        case .lessOrEqual: below(x, y, strictly: false)
        case .greater: below(y, x, strictly: true)
        case .greaterOrEqual: below(y, x, strictly: false)
        }
    }

    private func below(_ x: Int, _ y: Int, strictly: Bool) -> Bool? {
        let (worst, best) = (mpfr_cmp3(upper(x), lower(y), 1), mpfr_cmp3(lower(x), upper(y), 1))
        let (touchesBelow, touchesAbove) = (isUpperOpen[x] || isLowerOpen[y], isLowerOpen[x] || isUpperOpen[y])
        if worst < 0 || (worst == 0 && (!strictly || touchesBelow)) { return true }
        return best > 0 || (best == 0 && (strictly || touchesAbove)) ? false : nil
    }

    func select(_ target: Int, _ relation: Condition.Relation, _ parts: [Int]) {
        let known = max(status[parts[0]], status[parts[1]])
        if known == .undefined { return setUndefined(target) }
        if known == .defined, let holds = decide(parts[0], relation, parts[1]) {
            return copy(target, from: holds ? parts[2] : parts[3])
        }
        let (x, y) = (parts[2], parts[3])
        if status[x] == .undefined, status[y] == .undefined { return setUndefined(target) }
        hull(target, x, y)
        status[target] = max(known, min(Enclosure.Status.unknown, max(status[x], status[y])))
    }
}
