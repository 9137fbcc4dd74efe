/// Reads decimal numbers from bytes, the same whatever the system's language is.
enum DecimalNumber {
    /// The number that is nearest to the text, spaces around it aside; `nil` for what is no decimal number.
    /// `inf` and `nan` are read, and are not finite.
    static func float(_ text: UnsafeBufferPointer<UInt8>) -> Float? {
        let text = trimmed(text)
        return short(text) ?? long(text)
    }

    static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var range = text.indices
        while let first = range.first, text[first] == 0x20 || text[first] == 0x09 { range.removeFirst() }
        while let last = range.last, text[last] == 0x20 || text[last] == 0x09 { range.removeLast() }
        return UnsafeBufferPointer(rebasing: text[range])
    }

    /// Numbers of few digits without exponent. With the digits below 2²⁴ and a power of ten up to 10¹⁰ both are Floats
    /// without error, so that their quotient is the nearest Float (Clinger 1990).
    private static func short(_ text: UnsafeBufferPointer<UInt8>) -> Float? {
        var index = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative || text.first == UInt8(ascii: "+") { index = 1 }
        var (digits, decimals, count) = (0, 0, 0)
        var isPastPoint = false
        while index < text.count {
            let byte = text[index]
            switch byte {
            case 48...57:
                digits = digits * 10 + Int(byte - 48)
                count += 1
                if isPastPoint { decimals += 1 }
                guard digits < 1 << 24, decimals <= 10 else { return nil }
            case UInt8(ascii: ".") where !isPastPoint: isPastPoint = true
            default: return nil
            }
            index += 1
        }
        guard count > 0 else { return nil }
        let value = Float(digits) / powers[decimals]
        return isNegative ? -value : value
    }

    private static let powers: [Float] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10]

    private static func long(_ text: UnsafeBufferPointer<UInt8>) -> Float? {
        // Swift would read hexadecimal numbers, too, and only as far as a zero byte.
        guard !text.isEmpty, text.count <= 1000,
            !text.contains(where: { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "X") || $0 == 0 })
        else { return nil }
        return Float(String(decoding: text, as: UTF8.self))
    }
}
