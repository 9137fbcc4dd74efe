/// Why a file of weights cannot be used. `description` names the file and says how to mend it.
public struct WeightsError: Error, Equatable, CustomStringConvertible {
    public let path: String
    public let reason: String

    public init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    public var description: String { "\(path): \(reason)" }
}

/// A safetensors file open for reading, of which the header has been read and found to agree with the file's size.
///
/// Nothing that it says of itself is trusted: the tensors must cover the bytes after the header exactly, without gaps
/// or overlaps, as the format demands. A tensor's bytes are read when they are asked for, so a reader that looks at
/// the shapes first takes no memory for what it does not want.
package struct SafetensorsFile {
    /// Where a tensor lies: `range` counts from the first byte after the header.
    package struct Place: Sendable {
        package let name: String
        package let shape: [Int]
        package let type: TensorType
        let range: Range<Int>
    }

    package let path: String
    /// Without the checksums.
    package let metadata: [(name: String, text: String)]
    package let places: [Place]
    private let file: InputFile
    private let dataStart: Int
    /// What the file says that its content's checksum is.
    private let check: String?

    /// The format allows 100 MB; that of a network of 1000 layers has one.
    static let largestHeader = 1 << 24

    /// - Throws: ``WeightsError``.
    package init(_ path: String) throws(WeightsError) {
        do {
            try self.init(InputFile(path))
        } catch {
            throw Self.error(error, path)
        }
    }

    package subscript(metadata name: String) -> String? {
        metadata.first { $0.name == name }?.text
    }

    /// The bytes of a tensor.
    /// - Throws: ``WeightsError``.
    package func bytes(of place: Place) throws(WeightsError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: place.range.count)
        do {
            try bytes.withUnsafeMutableBytes { try read(into: $0, at: place.range.lowerBound) }
        } catch {
            throw Self.error(error, path)
        }
        return bytes
    }

    /// Compares the content with the checksum, where the file has one, piece by piece.
    /// - Throws: ``WeightsError``.
    package func verify() throws(WeightsError) {
        guard let check else { return }
        var sum = CRC32()
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        do {
            for place in places.sorted(by: { Safetensors.isBefore($0.name, $1.name) }) {
                for start in stride(from: place.range.lowerBound, to: place.range.upperBound, by: piece.count) {
                    let count = min(piece.count, place.range.upperBound - start)
                    try piece.withUnsafeMutableBytes { buffer in
                        let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
                        try read(into: part, at: start)
                        sum.add(UnsafeRawBufferPointer(part))
                    }
                }
            }
            guard sum.text == check else {
                throw FormatError(
                    "its content does not match its \(Safetensors.checkName); it is damaged, or was changed by a program that kept this word of its metadata")
            }
        } catch {
            throw Self.error(error, path)
        }
    }

    private func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws {
        let got = try file.read(into: buffer, at: dataStart + offset)
        guard got == buffer.count else { throw FileError(path: path, action: "read", reason: "it ended early") }
    }

    // MARK: The header

    private struct FormatError: Error {
        let reason: String
        init(_ reason: String) { self.reason = reason }
    }

    private static func error(_ error: any Error, _ path: String) -> WeightsError {
        switch error {
        case let error as FileError: WeightsError(path, "cannot be read: \(error.reason)")
        case let error as FormatError: WeightsError(path, "is no intact safetensors file: \(error.reason)")
        default: WeightsError(path, "\(error)")
        }
    }

    private init(_ file: InputFile) throws {
        self.file = file
        path = file.path
        guard file.byteCount >= 8 else {
            throw FormatError("it has \(file.byteCount) bytes, and its header's length alone needs 8")
        }
        let length = try Self.bytes(8, of: file).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(file.byteCount - 8) else {
            throw FormatError("its header claims \(length) bytes, and only \(file.byteCount - 8) follow")
        }
        guard length <= Self.largestHeader else {
            throw FormatError("its header claims \(length) bytes, and \(Self.largestHeader) is the most")
        }
        dataStart = 8 + Int(length)
        let header: JSONValue
        do {
            header = try JSONValue(parsing: Self.bytes(Int(length), of: file))
        } catch let error as JSONError {
            throw FormatError("its header is not JSON: \(error)")
        }
        guard case .object(let members) = header else { throw FormatError("its header is no JSON object") }
        let metadata = try Self.metadata(in: header)
        check = metadata.first { $0.name == Safetensors.checkName }?.text
        self.metadata = metadata.filter { ![Safetensors.checkName, Safetensors.metadataCheckName].contains($0.name) }
        if let sum = metadata.first(where: { $0.name == Safetensors.metadataCheckName }), sum.text != Safetensors.check(of: self.metadata) {
            throw FormatError(
                "its metadata do not match their \(sum.name); it is damaged, or was changed by a program that kept this word of them")
        }
        places = try members.filter { $0.name != Safetensors.metadataName }.map(Self.place)
        try Self.check(places, cover: file.byteCount - dataStart)
    }

    private static func bytes(_ count: Int, of file: InputFile) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let got = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
        guard got == count else { throw FileError(path: file.path, action: "read", reason: "it ended early") }
        return bytes
    }

    private static func check(_ places: [Place], cover count: Int) throws(FormatError) {
        var end = 0
        for place in places.sorted(by: { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }) {
            guard place.range.lowerBound == end else {
                throw FormatError("tensor '\(place.name)' begins at byte \(place.range.lowerBound), where \(end) is next")
            }
            end = place.range.upperBound
        }
        guard end == count else {
            throw FormatError("its tensors need \(end) bytes and it has \(count); it is truncated or was added to")
        }
    }

    private static func metadata(in header: JSONValue) throws(FormatError) -> [(name: String, text: String)] {
        guard let value = header[Safetensors.metadataName] else { return [] }
        guard case .object(let members) = value else { throw FormatError("its \(Safetensors.metadataName) is no JSON object") }
        return try members.map { (member) throws(FormatError) in
            guard let text = member.value.string else { throw FormatError("its \(Safetensors.metadataName) '\(member.name)' is no text") }
            return (member.name, text)
        }
    }

    private static func place(_ member: JSONValue.Member) throws(FormatError) -> Place {
        let name = member.name
        let word = member.value["dtype"]?.string ?? "none"
        guard let type = TensorType(rawValue: word) else {
            let known = TensorType.allCases.map(\.rawValue).joined(separator: ", ")
            throw FormatError("tensor '\(name)' has type \(word), where \(known) are read")
        }
        guard let shape = member.value["shape"]?.array?.map(\.integer), !shape.contains(where: { ($0 ?? -1) < 0 }) else {
            throw FormatError("tensor '\(name)' has no shape of whole numbers")
        }
        guard let offsets = member.value["data_offsets"]?.array?.map(\.integer), offsets.count == 2,
            let start = offsets[0], let end = offsets[1], 0 <= start, start <= end
        else { throw FormatError("tensor '\(name)' has no data_offsets [start, end]") }
        let widths = shape.compactMap { $0 }
        var bytes = type.byteCount
        for width in widths {
            let (product, overflow) = bytes.multipliedReportingOverflow(by: width)
            guard !overflow else { throw FormatError("tensor '\(name)' has a shape too large for any file") }
            bytes = product
        }
        guard bytes == end - start else {
            throw FormatError("tensor '\(name)' of shape \(widths) needs \(bytes) bytes and has \(end - start)")
        }
        return Place(name: name, shape: widths, type: type, range: start..<end)
    }
}

extension Safetensors {
    /// As many bytes as fit a network's parameters, 2²⁸, and the header.
    static let largestFile = 1 << 30 + 1 << 20

    /// Reads all of a file into memory, and compares it with its checksum if it has one.
    /// - Throws: ``WeightsError``.
    package init(path: String) throws(WeightsError) {
        let file = try SafetensorsFile(path)
        guard file.places.last.map({ $0.range.upperBound <= Self.largestFile }) ?? true else {
            throw WeightsError(path, "has more than \(Self.largestFile) bytes, the most that is read at once")
        }
        try file.verify()
        metadata = file.metadata
        tensors = try file.places.map { (place) throws(WeightsError) in
            Tensor(name: place.name, shape: place.shape, type: place.type, bytes: try file.bytes(of: place))
        }
    }
}
