extension Rational {
    /// Reads digits with an optional point and exponent, exactly.
    /// - Returns: `nil` where the value leaves 128 bits.
    public init?(decimal text: String) {
        var digits: Int128 = 0
        var scale = 0
        var seenPoint = false
        var exponent = 0
        var iterator = text.utf8.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                // Zeros after the point cost nothing until a digit follows, so they may be many.
                let (shifted, o1) = digits.multipliedReportingOverflow(by: 10)
                let (next, o2) = shifted.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
                if o1 || o2 { return nil }
                digits = next
                if seenPoint { scale += 1 }
            case UInt8(ascii: "."):
                seenPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                var rest = ""
                while let next = iterator.next() { rest.append(Character(UnicodeScalar(next))) }
                guard let value = Int(rest), abs(value) < 10_000 else { return nil }
                exponent = value
            default:
                return nil
            }
        }
        if digits == 0 {
            self = .zero
            return
        }
        var power: Int128 = 1
        for _ in 0..<abs(exponent - scale) {
            let (next, overflow) = power.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            power = next
        }
        if exponent >= scale {
            let (value, overflow) = digits.multipliedReportingOverflow(by: power)
            if overflow { return nil }
            self.init(value)
        } else {
            self.init(digits, power)
        }
    }

    /// The value in decimal digits, where it has finitely many and they are few.
    var decimalText: String? {
        if isInteger { return "\(numerator)" }
        var rest = denominator
        var (twos, fives) = (0, 0)
        while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
        while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
        let places = max(twos, fives)
        guard rest == 1, places <= 38 else { return nil }
        var scale: Int128 = 1
        for _ in 0..<places { scale *= 10 }
        let (scaled, overflow) = numerator.multipliedReportingOverflow(by: scale / denominator)
        guard !overflow else { return nil }
        var digits = String(scaled.magnitude)
        while digits.count <= places { digits = "0" + digits }
        let point = digits.index(digits.endIndex, offsetBy: -places)
        return (scaled < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
    }
}
