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

extension Safetensors {
    /// Reads a file of F32 tensors, trusting nothing that it says of itself: the tensors must cover the bytes
    /// after the header exactly, without gaps or overlaps, as the format demands.
    /// - Throws: ``WeightsError``.
    package init(path: String) throws(WeightsError) {
        do {
            try self.init(file: InputFile(path))
        } catch let error as FileError {
            throw WeightsError(path, "cannot be read: \(error.reason)")
        } catch let error as FormatError {
            throw WeightsError(path, "is no intact safetensors file: \(error.reason)")
        } catch {
            throw WeightsError(path, "\(error)")
        }
    }

    private struct FormatError: Error {
        let reason: String
        init(_ reason: String) { self.reason = reason }
    }

    /// The tensors' bytes are read only once the header agrees with the file's size.
    private init(file: InputFile) throws {
        guard file.byteCount <= Self.largestFile else {
            throw FormatError("it has \(file.byteCount) bytes, and \(Self.largestFile) is the most")
        }
        guard file.byteCount >= 8 else {
            throw FormatError("it has \(file.byteCount) bytes, and its header's length alone needs 8")
        }
        let length = try file.bytes(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= Self.largestHeader else {
            throw FormatError("its header claims \(length) bytes, and \(Self.largestHeader) is the most")
        }
        guard 8 + Int(length) <= file.byteCount else {
            throw FormatError("its header claims \(length) bytes, and only \(file.byteCount - 8) follow")
        }
        let header: JSONValue
        do {
            header = try JSONValue(parsing: file.bytes(Int(length)))
        } catch let error as JSONError {
            throw FormatError("its header is not JSON: \(error)")
        }
        guard case .object(let members) = header else { throw FormatError("its header is no JSON object") }
        metadata = try Self.metadata(in: header)
        let places = try members.filter { $0.name != Self.metadataName }.map { try Place($0) }
        let dataCount = file.byteCount - 8 - Int(length)
        try Self.check(places, cover: dataCount)
        let data = try file.bytes(dataCount)
        tensors = places.map { place in
            let values = (0..<place.range.count / 4).map { index in
                let at = place.range.lowerBound + 4 * index
                let bits = UInt32(data[at]) | UInt32(data[at + 1]) << 8 | UInt32(data[at + 2]) << 16 | UInt32(data[at + 3]) << 24
                return Float(bitPattern: bits)
            }
            return Tensor(name: place.name, shape: place.shape, values: values)
        }
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
        guard let value = header[metadataName] else { return [] }
        guard case .object(let members) = value else { throw FormatError("its \(metadataName) is no JSON object") }
        return try members.map { (member) throws(FormatError) in
            guard let text = member.value.string else { throw FormatError("its \(metadataName) '\(member.name)' is no text") }
            return (member.name, text)
        }
    }

    /// Where the header says that a tensor's bytes lie.
    private struct Place {
        let name: String
        let shape: [Int]
        let range: Range<Int>

        init(_ member: JSONValue.Member) throws(FormatError) {
            name = member.name
            let type = member.value["dtype"]?.string ?? "none"
            guard type == "F32" else { throw FormatError("tensor '\(name)' has type \(type), where F32 is read") }
            guard let shape = member.value["shape"]?.array?.map(\.integer), !shape.contains(where: { ($0 ?? -1) < 0 }) else {
                throw FormatError("tensor '\(name)' has no shape of whole numbers")
            }
            self.shape = shape.compactMap { $0 }
            guard let offsets = member.value["data_offsets"]?.array?.map(\.integer), offsets.count == 2,
                let start = offsets[0], let end = offsets[1], 0 <= start, start <= end
            else { throw FormatError("tensor '\(name)' has no data_offsets [start, end]") }
            range = start..<end
            var bytes = 4
            for width in self.shape {
                let (product, overflow) = bytes.multipliedReportingOverflow(by: width)
                guard !overflow else { throw FormatError("tensor '\(name)' has a shape too large for any file") }
                bytes = product
            }
            guard bytes == range.count else {
                throw FormatError("tensor '\(name)' of shape \(self.shape) needs \(bytes) bytes and has \(range.count)")
            }
        }
    }
}

extension InputFile {
    /// The next `count` bytes, fewer at the end of the file: a file that shrinks while it is read.
    fileprivate func bytes(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let got = try bytes.withUnsafeMutableBytes { try read(into: $0) }
        guard got == count else { throw FileError(path: path, action: "read", reason: "it ended early") }
        return bytes
    }
}
