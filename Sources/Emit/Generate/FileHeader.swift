/// What every generated file begins with.
struct FileHeader: Sendable {
    /// Goes up with every change of the generator that changes its output.
    static let generatorVersion = "1.0"

    /// The digest of the catalogue's bytes.
    let catalogueDigest: String

    func lines(comment: String) -> [String] {
        [
            "\(comment) Generated from activations.yaml by generate-activations \(FileHeader.generatorVersion):"
                + " do not edit.",
            "\(comment) Catalogue digest \(catalogueDigest).",
            "",
        ]
    }

    /// The 64-bit FNV-1a hash of the bytes, in hexadecimal: tells catalogues apart, guards against nothing.
    static func digest(of bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
