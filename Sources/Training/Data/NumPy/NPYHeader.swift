/// The header of a NumPy array file, versions 1.0 to 3.0: a magic, the length of a Python dictionary, and the
/// dictionary `{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }`.
///
/// Source: numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
struct NPYHeader: Equatable {
    let element: ArrayElement
    /// Whether elements are big-endian here, or little-endian on a big-endian machine.
    let isSwapped: Bool
    let isFortranOrdered: Bool
    let shape: [Int]
    /// Where the elements begin, from the magic.
    let byteCount: Int

    /// Longer dictionaries describe structured arrays. NumPy itself reads no more without being told to.
    static let largest = 10_000

    /// The number of elements.
    /// - Precondition: as ``init(reading:)`` leaves it, whose check this is.
    var count: Int { shape.reduce(1, *) }

    /// As in "float32 of shape (3, 4)".
    var description: String { "\(element.name) of shape (\(shape.map(String.init).joined(separator: ", "))\(shape.count == 1 ? "," : ""))" }

    /// Reads the header that a source begins with.
    /// - Throws: ``DataError``, for anything that is no header of an array of numbers.
    init(reading source: ByteSource) throws {
        let start = try source.bytes(8)
        guard start.count == 8, start.starts(with: [0x93] + Array("NUMPY".utf8)) else {
            throw DataError(source.path, .badHeader(reason: "is no .npy file: it \(Self.description(of: start))"))
        }
        guard 1...3 ~= start[6] else {
            throw DataError(source.path, .badHeader(reason: "is of version \(start[6]).\(start[7]) of the .npy format; versions 1.0 to 3.0 are read"))
        }
        let lengthBytes = try source.bytes(start[6] == 1 ? 2 : 4)
        let length = lengthBytes.reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= Self.largest else {
            throw DataError(source.path, .badHeader(reason: "claims a header of \(length) bytes, and \(Self.largest) is the most"))
        }
        let text = try source.bytes(length)
        guard lengthBytes.count == (start[6] == 1 ? 2 : 4), text.count == length else {
            throw DataError(source.path, .badHeader(reason: "ends within its header; write it again with numpy.save"))
        }
        byteCount = 8 + lengthBytes.count + length
        var dictionary = PythonDictionary(text)
        do throws(PythonDictionary.Unreadable) {
            let entries = try dictionary.entries()
            (element, isSwapped) = try Self.element(entries.descr)
            isFortranOrdered = entries.fortranOrder
            shape = entries.shape
        } catch {
            throw DataError(source.path, .badHeader(reason: "has a header that cannot be used: \(error.reason)"))
        }
        var bytes = element.size
        for length in shape {
            let (product, overflow) = bytes.multipliedReportingOverflow(by: max(length, 1))
            guard !overflow, product < 1 << 62 else {
                throw DataError(source.path, .badHeader(reason: "claims \(description), more than any file holds"))
            }
            bytes = product
        }
    }

    private static func description(of start: [UInt8]) -> String {
        if start.starts(with: [0x50, 0x4B]) { return "is a zip archive; name it .npz" }
        if start.starts(with: [0x1F, 0x8B]) { return "is compressed by gzip; unpack it" }
        return start.isEmpty ? "is empty" : "does not begin with the format's magic"
    }

    private static func element(_ descr: String) throws(PythonDictionary.Unreadable) -> (ArrayElement, isSwapped: Bool) {
        var name = Substring(descr)
        let isLittle = Int(littleEndian: 1) == 1
        var isSwapped = false
        switch name.first {
        case "<": isSwapped = !isLittle
        case ">": isSwapped = isLittle
        case "|", "=": break
        default: name = "|" + name
        }
        guard let element = ArrayElement(rawValue: String(name.dropFirst())) else {
            let known = ArrayElement.allCases.map(\.name).joined(separator: ", ")
            throw .init(reason: "its elements are '\(descr.prefix(40))'; \(known) are read: save it with array.astype('float32')")
        }
        return (element, element.size > 1 && isSwapped)
    }
}

/// The one dictionary that a header may be; nothing else of Python is understood.
private struct PythonDictionary {
    struct Unreadable: Error {
        let reason: String
    }

    private let text: [UInt8]
    private var at = 0

    init(_ text: [UInt8]) { self.text = text }

    mutating func entries() throws(Unreadable) -> (descr: String, fortranOrder: Bool, shape: [Int]) {
        var (descr, fortranOrder, shape): (String?, Bool?, [Int]?)
        try expect("{")
        while !skip("}") {
            let key = try string()
            try expect(":")
            switch key {
            case "descr" where descr == nil:
                guard next() != UInt8(ascii: "[") else {
                    throw Unreadable(reason: "it is a structured array; save one plain array for each part")
                }
                descr = try string()
            case "fortran_order" where fortranOrder == nil: fortranOrder = try truth()
            case "shape" where shape == nil: shape = try tuple()
            default: throw Unreadable(reason: "it has a second or unknown key '\(key.prefix(40))'")
            }
            if !skip(",") {
                try expect("}")
                break
            }
        }
        guard next() == nil else { throw Unreadable(reason: "something follows its dictionary") }
        guard let descr, let fortranOrder, let shape else {
            throw Unreadable(reason: "it lacks one of 'descr', 'fortran_order' and 'shape'")
        }
        return (descr, fortranOrder, shape)
    }

    /// The next byte that is no space.
    private mutating func next() -> UInt8? {
        while at < text.count, [0x20, 0x0A, 0x0D, 0x09].contains(text[at]) { at += 1 }
        return at < text.count ? text[at] : nil
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next() == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(Unreadable) {
        guard skip(character) else { throw Unreadable(reason: "its byte \(at) is not the '\(character)' of a dictionary") }
    }

    private mutating func string() throws(Unreadable) -> String {
        guard let quote = next(), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
            throw Unreadable(reason: "its byte \(at) begins no text in quotes")
        }
        let rest = text[(at + 1)...]
        guard let end = rest.firstIndex(of: quote) else { throw Unreadable(reason: "a text in it has no end") }
        at = end + 1
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    private mutating func truth() throws(Unreadable) -> Bool {
        _ = next()
        for (word, value) in [("True", true), ("False", false)] where text[at...].starts(with: word.utf8) {
            at += word.utf8.count
            return value
        }
        throw Unreadable(reason: "its byte \(at) is neither True nor False")
    }

    private mutating func tuple() throws(Unreadable) -> [Int] {
        var numbers: [Int] = []
        try expect("(")
        while !skip(")") {
            _ = next()
            let digits = text[at...].prefix { (48...57).contains($0) }
            // Python 2 wrote long numbers as 3L.
            guard let number = Int(String(decoding: digits, as: UTF8.self)), numbers.count < 32 else {
                throw Unreadable(reason: "its byte \(at) begins no length of a shape")
            }
            at += digits.count
            _ = skip("L")
            numbers.append(number)
            if !skip(",") {
                try expect(")")
                break
            }
        }
        return numbers
    }
}
