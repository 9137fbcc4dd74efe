import CMPFR

/// Real intervals [lower, upper] with bounds of `precision` bits, rounded outward: whatever is computed with
/// them contains the exact value. Infinite bounds mean "unbounded"; the values themselves are finite.
final class IntervalRegisters {
    typealias Bound = UnsafeMutablePointer<__mpfr_struct>

    let precision: Int
    private let count: Int
    private let storage: Bound
    var status: [Enclosure.Status]

    /// Numbers above 2^4096 have their sine enclosed by [−1, 1]: reducing them takes as many bits as they have.
    static let largestReducedExponent = 4096

    init(count: Int, precision: Int) {
        self.precision = precision
        self.count = count
        storage = .allocate(capacity: 2 * count + Scratch.count)
        status = Array(repeating: .undefined, count: count)
        for i in 0..<(2 * count + Scratch.count) { mpfr_init2(storage + i, precision) }
    }

    deinit {
        for i in 0..<(2 * count + Scratch.count) { mpfr_clear(storage + i) }
        storage.deallocate()
    }

    private enum Scratch {
        static let count = 6
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
        mpfr_set_d(lower(register), value, MPFR_RNDD)
        mpfr_set_d(upper(register), value, MPFR_RNDU)
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
    }

    func setPi(_ register: Int) {
        mpfr_const_pi(lower(register), MPFR_RNDD)
        mpfr_const_pi(upper(register), MPFR_RNDU)
        status[register] = .defined
    }

    /// Everything: no bound is known.
    func setUnbounded(_ register: Int, _ known: Enclosure.Status) {
        mpfr_set_inf(lower(register), -1)
        mpfr_set_inf(upper(register), 1)
        status[register] = known
    }

    func setUndefined(_ register: Int) { setUnbounded(register, .undefined) }

    func copy(_ register: Int, from source: Int) {
        mpfr_set(lower(register), lower(source), MPFR_RNDD)
        mpfr_set(upper(register), upper(source), MPFR_RNDU)
        status[register] = status[source]
    }

    func enclosure(_ register: Int) -> Enclosure {
        if status[register] == .undefined { return Enclosure(lower: .nan, upper: .nan, status: .undefined) }
        let (low, high) = (mpfr_get_d(lower(register), MPFR_RNDD), mpfr_get_d(upper(register), MPFR_RNDU))
        let (least, most) = (lowerSign(register), upperSign(register))
        // What underflows a Double keeps its sign but not an exact zero.
        if low == 0, high == 0, least != 0 || most != 0 {
            return Enclosure(
                lower: least < 0 ? -.leastNonzeroMagnitude : 0, upper: most > 0 ? .leastNonzeroMagnitude : 0,
                status: status[register], sign: least == most ? least : nil)
        }
        return Enclosure(lower: low, upper: high, status: status[register], sign: least == most ? least : nil)
    }

    /// The nearest Double, where the bounds agree on it.
    func nearest(_ register: Int) -> Double? {
        guard status[register] == .defined else { return nil }
        let low = mpfr_get_d(lower(register), MPFR_RNDN)
        return low == mpfr_get_d(upper(register), MPFR_RNDN) ? low : nil
    }

    // MARK: Arithmetic. The target is none of the operands.

    func add(_ target: Int, _ x: Int, _ y: Int) {
        mpfr_add(lower(target), lower(x), lower(y), MPFR_RNDD)
        mpfr_add(upper(target), upper(x), upper(y), MPFR_RNDU)
        status[target] = max(status[x], status[y])
        widenNaN(target)
    }

    /// target += x.
    func accumulate(_ target: Int, _ x: Int) {
        mpfr_add(lower(target), lower(target), lower(x), MPFR_RNDD)
        mpfr_add(upper(target), upper(target), upper(x), MPFR_RNDU)
        status[target] = max(status[target], status[x])
        widenNaN(target)
    }

    func subtract(_ target: Int, _ x: Int, _ y: Int) {
        mpfr_sub(lower(target), lower(x), upper(y), MPFR_RNDD)
        mpfr_sub(upper(target), upper(x), lower(y), MPFR_RNDU)
        status[target] = max(status[x], status[y])
        widenNaN(target)
    }

    func negate(_ target: Int, _ x: Int) {
        mpfr_neg(lower(target), upper(x), MPFR_RNDD)
        mpfr_neg(upper(target), lower(x), MPFR_RNDU)
        status[target] = status[x]
    }

    func multiply(_ target: Int, _ x: Int, _ y: Int) {
        status[target] = max(status[x], status[y])
        corners(target, x, y) { mpfr_mul($0, $1, $2, $3) }
    }

    func divide(_ target: Int, _ x: Int, _ y: Int) {
        let known = max(status[x], status[y])
        if lowerSign(y) <= 0, upperSign(y) >= 0 {
            return setUnbounded(target, lowerSign(y) == 0 && upperSign(y) == 0 ? .undefined : max(known, .unknown))
        }
        status[target] = known
        corners(target, x, y) { mpfr_div($0, $1, $2, $3) }
    }

    /// The extremes of an operation that is monotone in each operand lie at the corners. A corner without a
    /// value counts as 0: zero times an unbounded finite value is zero, and ∞/∞ lies between its neighbours and 0.
    func corners(_ target: Int, _ x: Int, _ y: Int, _ operation: (Bound, Bound, Bound, mpfr_rnd_t) -> Int32) {
        let (low, high) = (lower(target), upper(target))
        if isPoint(x), isPoint(y) {
            let inexact = operation(low, lower(x), lower(y), MPFR_RNDD)
            mpfr_set(high, low, MPFR_RNDU)
            if inexact != 0 { mpfr_nextabove(high) }
            return widenNaN(target)
        }
        mpfr_set_inf(low, 1)
        mpfr_set_inf(high, -1)
        let candidate = scratch(2)
        for i in 0..<4 {
            let (u, v) = (i & 1 == 0 ? lower(x) : upper(x), i & 2 == 0 ? lower(y) : upper(y))
            _ = operation(candidate, u, v, MPFR_RNDD)
            if mpfr_nan_p(candidate) != 0 { mpfr_set_zero(candidate, 1) }
            mpfr_min(low, low, candidate, MPFR_RNDD)
            _ = operation(candidate, u, v, MPFR_RNDU)
            if mpfr_nan_p(candidate) != 0 { mpfr_set_zero(candidate, 1) }
            mpfr_max(high, high, candidate, MPFR_RNDU)
        }
    }

    func widenNaN(_ register: Int) {
        if mpfr_nan_p(lower(register)) != 0 { mpfr_set_inf(lower(register), -1) }
        if mpfr_nan_p(upper(register)) != 0 { mpfr_set_inf(upper(register), 1) }
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
        if strictly ? worst < 0 : worst <= 0 { return true }
        return (strictly ? best >= 0 : best > 0) ? false : nil
    }

    func select(_ target: Int, _ relation: Condition.Relation, _ parts: [Int]) {
        let known = max(status[parts[0]], status[parts[1]])
        if known == .undefined { return setUndefined(target) }
        if known == .defined, let holds = decide(parts[0], relation, parts[1]) {
            return copy(target, from: holds ? parts[2] : parts[3])
        }
        let (x, y) = (parts[2], parts[3])
        if status[x] == .undefined, status[y] == .undefined { return setUndefined(target) }
        mpfr_min(lower(target), lower(x), lower(y), MPFR_RNDD)
        mpfr_max(upper(target), upper(x), upper(y), MPFR_RNDU)
        status[target] = max(known, min(Enclosure.Status.unknown, max(status[x], status[y])))
    }
}
