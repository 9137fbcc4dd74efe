import Catalogue
import Testing
import YAMLReader

/// Whatever the bytes, the reader returns: entries, problems with places inside the file, or both.
@Suite struct TotalityTests {
    @Test func truncatedAtEveryByte() throws {
        let bytes = Array(try packageText("activations.yaml").utf8)
        // The header is one comment after another: a truncation of it is an empty file.
        let start = try #require(bytes.firstRange(of: Array("schema: 1\nact".utf8))).lowerBound
        #expect(CatalogueReader.read(bytes: Array(bytes[..<start])).diagnostics.map(\.code) == ["empty-file"])
        for end in start..<bytes.count { checkTotality(Array(bytes[start..<end])) }
    }

    @Test func mutatedAThousandTimes() throws {
        let bytes = Array(try packageText("activations.yaml").utf8)
        let start = try #require(bytes.firstRange(of: Array("schema: 1\nact".utf8))).lowerBound
        var random = SplitMix64(seed: 1)
        for _ in 0..<1_000 {
            var text = Array(bytes[start...])
            for _ in 0...Int.random(in: 0..<4, using: &random) { mutate(&text, &random) }
            checkTotality(text)
        }
    }

    @Test func randomBytesAndRandomYAML() {
        var random = SplitMix64(seed: 2)
        for _ in 0..<500 {
            let count = Int.random(in: 0..<400, using: &random)
            checkTotality((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
            checkTotality((0..<count / 2).flatMap { _ in Array(pieces.randomElement(using: &random)!.utf8) })  // not empty
        }
    }

    @Test(arguments: hostileTexts) func hostileTextsAreRefused(_ hostile: HostileText) {
        checkTotality(Array(hostile.text.utf8))
        #expect(!CatalogueReader.read(text: hostile.text).diagnostics.isEmpty)
    }

    private func checkTotality(_ bytes: [UInt8]) {
        let (entries, diagnostics) = CatalogueReader.read(bytes: bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!entries.isEmpty || !diagnostics.isEmpty, "\(text)")
        #expect(diagnostics.map(\.position) == diagnostics.map(\.position).sorted(), "\(text)")
        #expect(diagnostics.count <= 201)
        let lines = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
        for diagnostic in diagnostics {
            let isOneLine = diagnostic.message.unicodeScalars.allSatisfy { $0.value >= 0x20 && !isForbidden($0) }
            // No message is longer than one that lists all keys.
            #expect(isOneLine && diagnostic.message.unicodeScalars.count < 400, "\(diagnostic)")
            #expect((1...lines).contains(diagnostic.position.line) && diagnostic.position.column >= 1, "\(diagnostic)")
        }
    }

    private func mutate(_ text: inout [UInt8], _ random: inout SplitMix64) {
        let place = Int.random(in: 0..<text.count, using: &random)
        let length = min(Int.random(in: 1..<40, using: &random), text.count - place)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: text[place] = UInt8.random(in: 0...255, using: &random)
        case 1: text.insert(contentsOf: Array(pieces.randomElement(using: &random)!.utf8), at: place)  // not empty
        case 2: if text.count > length { text.removeSubrange(place..<(place + length)) }
        case 3: text.insert(contentsOf: Array(text[place..<(place + length)]), at: Int.random(in: 0..<text.count, using: &random))
        default: text.swapAt(place, Int.random(in: 0..<text.count, using: &random))
        }
    }
}

/// A text that makes a careless reader slow, deep or large.
struct HostileText: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ what: String, _ text: String) {
        testDescription = what
        self.text = text
    }
}

private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

private let hostileTexts = [
    HostileText("open brackets", times(20_000, "[")),
    HostileText("brackets", "x: " + times(20_000, "[") + times(20_000, "]")),
    HostileText("open braces", times(10_000, "{a: ")),
    HostileText("lists in lists", times(20_000, "- ")),
    HostileText("keys in keys", times(20_000, "? ")),
    HostileText("tags", times(20_000, "!")),
    HostileText("parentheses", header + entry(["link": times(20_000, "(") + "a" + times(20_000, ")")])),
    HostileText("parentheses on lines of their own", header + entry(["link": times(20_000, "(\n      ") + "a"])),
    HostileText("minus signs", header + entry(["link": times(9_000, "-") + "a"])),
    HostileText("nested calls", header + entry(["link": times(2_000, "exp(") + "a" + times(2_000, ")")])),
    HostileText("an alias bomb", (0..<9).reduce("l0: &l0 [x, x]\n") { text, i in
        text + "l\(i + 1): &l\(i + 1) [*l\(i), *l\(i), *l\(i), *l\(i)]\n"
    }),
    HostileText("directives", (0..<100_000).map { "%TAG !a\($0)! b\n" }.joined()),
    HostileText("near matches", (0..<24_000).map { "schem\($0): 1\n" }.joined()),
    HostileText("words in braces", "{a: b," + times(9_000, "c,d: e,") + "}"),
    HostileText("many values", "[" + times(60_000, "a,\n") + "]"),
    HostileText("many values to quote", header + times(1_000, entry(["link": "- a", "note": "x: y"]))),
    HostileText("invisible characters", times(20_000, "\u{202E}")),
    HostileText("tabs", times(100_000, "\t\n")),
    HostileText("quotation marks", times(50_000, "'")),
    HostileText("block scalars", times(20_000, "a: |\n b\n")),
    HostileText("a long line", times(70_000, "x")),
    HostileText("a large file", times(500_000, "# comment\n")),
]

/// What YAML and formulas are made of.
private let pieces = [
    "[", "]", "{", "}", "(", ")", "- ", ": ", ", ", "\n", "\n  ", "\n    ", "\t", "'", "\"", "\\", "#", " # ", "&a ", "*a",
    "!t ", "|\n", ">\n", "%", "---\n", "...\n", "? ", "\u{FEFF}", "é", "😀", "\u{202E}", "\r\n", "\r", "\0", "\u{85}",
    "name: x", "link: a", "integral: a", "parameters:", "default: 1", "domain: \"[0, inf)\"", "where(", "sum(", "inf",
    "1e999", "a^", "--a", "schema: 1\n", "activations:\n  - ", "0", "~", "<<: ",
]

/// Steele, Lea and Flood's generator: the same numbers on every platform.
private struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
