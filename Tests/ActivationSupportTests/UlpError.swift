/// The distance of `value` from `reference` in units of the last place of the reference's binade
/// (of the smallest subnormal number below that). Infinite if one is nan and the other is not, or
/// if the signs differ, also of zeros. An overflow counts as the power of two where it begins.
func ulpError<T: BinaryFloatingPoint>(of value: T, from reference: Real) -> Double {
    if reference.isNaN || value.isNaN { return reference.isNaN && value.isNaN ? 0 : .infinity }
    if reference.isNegative != (value.sign == .minus) { return .infinity }
    if reference.isInfinite || reference.isZero {
        return value == T(reference.double) ? 0 : .infinity
    }
    let top = Int(T.greatestFiniteMagnitude.exponent) + 1
    let bottom = Int(T.leastNonzeroMagnitude.exponent)
    let binade = min(reference.exponent, top)
    let unit = max(binade - T.significandBitCount - 1, bottom)

    let overflow = Real(1)
    let expected = reference.exponent > top ? nil : reference.magnitude
    let actual = value.isInfinite ? nil : Real(Double(value)).magnitude
    switch (expected, actual) {
    case (nil, nil): return 0
    case (let expected?, let actual?): return (expected - actual).magnitude(scaledBy: -unit)
    case (let finite?, nil), (nil, let finite?):
        return (overflow.scaled(by: top) - finite).magnitude(scaledBy: -unit)
    }
}
