/// What every generated file begins with.
struct FileHeader: Sendable {
    /// Goes up with every change of the generator that changes its output.
    static let generatorVersion = "1.0"

    /// The digest of the catalogue's bytes.
    let catalogueDigest: String

    func lines(comment: String) -> [String] {
        [Self.origin(comment: comment), "\(comment) Catalogue digest \(catalogueDigest).", ""]
    }

    /// Of a file that holds a part of the catalogue, and stays the same while that part does.
    static func linesWithoutDigest(comment: String) -> [String] { [origin(comment: comment), ""] }

    private static func origin(comment: String) -> String {
        "\(comment) Generated from activations.yaml by generate-activations \(generatorVersion): do not edit."
    }

    /// The 64-bit FNV-1a hash of the bytes, in hexadecimal: tells catalogues apart, guards against nothing.
    static func digest(of bytes: [UInt8]) -> String {
        let digits = String(hash(of: bytes), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    static func hash(of bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
