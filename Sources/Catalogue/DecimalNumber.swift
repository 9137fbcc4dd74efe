/// A number as the catalogue writes it: `1`, `-0.5`, `2e-3`.
struct DecimalNumber {
    let value: Double

    /// - Throws: what is wrong with the text and how to mend it, to follow the text in a message.
    init(_ text: String) throws(Malformed) {
        guard text.utf8.count <= CatalogueLimits.nameLength else {
            throw Malformed("is a number of more than \(CatalogueLimits.nameLength) characters; round it")
        }
        guard DecimalNumber.isWellFormed(Array(text.utf8)), let value = Double(text) else {
            throw Malformed("is not a decimal number; write it like 1, -0.5 or 2e-3")
        }
        guard value.isFinite else { throw Malformed("is too large for a Double; the largest is about 1.8e308") }
        let mantissa = text.prefix { $0 != "e" && $0 != "E" }
        guard value != 0 || !mantissa.contains(where: { ("1"..."9").contains($0) }) else {
            throw Malformed("is too small for a Double; write 0, or at least 5e-324")
        }
        self.value = value
    }

    struct Malformed: Error {
        let reason: String
        init(_ reason: String) { self.reason = reason }
    }

    /// `-? digits (. digits)? ([eE] [+-]? digits)?`: what Swift, C and the formula language all read alike.
    private static func isWellFormed(_ text: [UInt8]) -> Bool {
        var rest = text[...]
        func digits() -> Bool {
            let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
            rest = rest.dropFirst(count)
            return count > 0
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        guard digits() else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits() else { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard digits() else { return false }
        }
        return rest.isEmpty
    }
}
