/// Numbers as people read them on an axis or in a sentence.
package enum NumberText {
    /// With at most `digits` significant digits, no zeros at the end and a proper minus sign; ∞ for an infinite one.
    package static func short(_ x: Double, digits: Int = 4) -> String {
        if x.isNaN { return "undefined" }
        if x.isInfinite { return x < 0 ? "−∞" : "∞" }
        if x == 0 { return "0" }
        let exponent = decimalExponent(x.magnitude)
        guard (-5..<9).contains(exponent) else { return scientific(x, exponent, digits) }
        return signed(x, decimal(rounded(x.magnitude, places: digits - 1 - exponent)))
    }

    /// A coordinate of a drawing: tenths, without a zero that is not needed.
    static func coordinate(_ x: Double) -> String { tenths(Int((x * 10).rounded())) }

    static func tenths(_ tenths: Int) -> String {
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        let digits = rest == 0 ? "\(whole)" : whole == 0 ? ".\(rest)" : "\(whole).\(rest)"
        return tenths < 0 ? "-" + digits : digits
    }

    /// ⌊log₁₀ x⌋ for a positive finite x.
    static func decimalExponent(_ x: Double) -> Int {
        var exponent = 0
        var scaled = x
        while scaled >= 10 { (scaled, exponent) = (scaled / 10, exponent + 1) }
        while scaled < 1 { (scaled, exponent) = (scaled * 10, exponent - 1) }
        return exponent
    }

    static func powerOfTen(_ n: Int) -> Double {
        var power = 1.0
        for _ in 0..<n.magnitude { power *= 10 }
        return n < 0 ? 1 / power : power
    }

    private static func rounded(_ x: Double, places: Int) -> Double {
        let scale = powerOfTen(abs(places))
        return places >= 0 ? (x * scale).rounded() / scale : (x / scale).rounded() * scale
    }

    private static func scientific(_ x: Double, _ exponent: Int, _ digits: Int) -> String {
        // Twice, because the power of ten itself may leave the range of Double.
        let half = exponent / 2
        let mantissa = x.magnitude / powerOfTen(half) / powerOfTen(exponent - half)
        return signed(x, decimal(rounded(mantissa, places: digits - 1)) + "·10" + superscript(exponent))
    }

    private static func superscript(_ n: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        // A decimal digit is its own place in the list.
        return (n < 0 ? "⁻" : "") + String("\(n.magnitude)".map { digits[$0.wholeNumberValue!] })
    }

    /// Digits with a point, never an exponent: for 10⁻⁵ ≤ x < 10⁹.
    private static func decimal(_ x: Double) -> String {
        let text = "\(x)"
        if text.hasSuffix(".0") { return String(text.dropLast(2)) }
        guard let e = text.firstIndex(of: "e") else { return text }
        let places = Int(text[text.index(e, offsetBy: 2)...]) ?? 0
        return "0." + String(repeating: "0", count: places - 1) + text[..<e].filter { $0 != "." }
    }

    private static func signed(_ x: Double, _ digits: String) -> String {
        x < 0 && digits != "0" ? "−" + digits : digits
    }
}
