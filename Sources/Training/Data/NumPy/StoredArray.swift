/// The elements of an array that stays in its file: each batch reads the examples that it needs.
///
/// Examples are read with `pread`, not mapped into memory: a file that is cut short or cannot be read while it is
/// used is an error with a name, where a mapped one kills the program. The system keeps what is read often.
package final class StoredArray: Sendable {
    let file: InputFile
    /// The file, and in an archive the member.
    let name: String
    /// Where the first element begins.
    let offset: Int
    let element: ArrayElement
    let isSwapped: Bool
    /// The elements of an example.
    let width: Int

    init(file: InputFile, name: String, offset: Int, element: ArrayElement, isSwapped: Bool, width: Int) {
        self.file = file
        self.name = name
        self.offset = offset
        self.element = element
        self.isSwapped = isSwapped
        self.width = width
    }

    /// Floats in the machine's byte order are read where they belong; others through a buffer of one example.
    func copy(_ places: some Sequence<Int>, into target: UnsafeMutablePointer<Float>) throws {
        let bytes = width * element.size
        var target = target
        if element == .f4, !isSwapped {
            for place in places {
                try read(place, into: UnsafeMutableRawBufferPointer(start: target, count: bytes))
                target += width
            }
            return
        }
        try withUnsafeTemporaryAllocation(byteCount: bytes, alignment: 8) { buffer in
            for place in places {
                try read(place, into: buffer)
                element.decode(UnsafeRawPointer(buffer.baseAddress!), count: width, isSwapped: isSwapped, into: target)  // width > 0
                target += width
            }
        }
    }

    private func read(_ place: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
        let got: Int
        do {
            got = try file.read(into: buffer, at: offset + place * buffer.count)
        } catch {
            throw DataError(name, .unreadable(reason: error.reason))
        }
        guard got == buffer.count else {
            throw DataError(name, .unreadable(reason: "it was cut short while it was used: example \(place) has \(got) of \(buffer.count) bytes"))
        }
    }
}
