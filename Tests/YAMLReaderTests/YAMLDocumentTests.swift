import Testing
import YAMLReader

/// The tree that a text is read as, with places.
@Suite struct YAMLDocumentTests {
    @Test func aTreeKeepsOrderTextAndPlaces() throws {
        let document = YAMLDocument(text: "b: 1\na:\n  - 'x''y'\n  - { c: yes, d: \"\\u00e9\" }\n")
        #expect(document.diagnostics == [])
        #expect(outline(try #require(document.root)) == [
            "1:1 a mapping", "1:1 b", "1:4 1", "2:1 a", "3:3 a list", "3:5 x'y", "4:5 a mapping", "4:7 c", "4:10 yes",
            "4:15 d", "4:18 é",
        ])
    }

    @Test func columnsCountCharactersNotBytes() throws {
        let document = YAMLDocument(text: "\u{FEFF}{ größe: é😀, ж: x }")
        #expect(outline(try #require(document.root)) == ["1:1 a mapping", "1:3 größe", "1:10 é😀", "1:14 ж", "1:17 x"])
    }

    @Test func aRepeatedKeyKeepsItsFirstValue() throws {
        let document = YAMLDocument(text: "a: 1\nb: 2\na: [3, 4]\n")
        #expect(document.diagnostics.map { plain($0) } == [
            "f:3:1: error: the key 'a' stands here a second time, first on line 1; remove one"
        ])
        #expect(outline(try #require(document.root)) == ["1:1 a mapping", "1:1 a", "1:4 1", "2:1 b", "2:4 2"])
    }

    @Test func aliasesAreNeverExpanded() throws {
        let document = YAMLDocument(text: "a: &x [1, 2]\nb: [*x, *x]\n")
        #expect(document.diagnostics.map(\.code) == ["anchor", "alias", "alias"])
        #expect(document.diagnostics.map(\.position) == [
            SourcePosition(line: 1, column: 4), SourcePosition(line: 2, column: 5), SourcePosition(line: 2, column: 9),
        ])
    }

    @Test func nestingEndsAtThirtyTwo() {
        let depths = [32, 33].map { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
        #expect(YAMLDocument(text: depths[0]).diagnostics == [])
        #expect(YAMLDocument(text: depths[1]).diagnostics.map { plain($0) } == [
            "f:1:33: error: lists and mappings nest deeper than 32 here; flatten them"
        ])
    }

    @Test func bytesThatAreNoText() {
        func said(of bytes: [UInt8]) -> [String] { YAMLDocument(bytes: bytes).diagnostics.map { plain($0) } }
        #expect(said(of: [UInt8](repeating: 0x20, count: (4 << 20) + 1)) == [
            "f:1:1: error: the file has more than 4194304 bytes (4 MiB). Is it the right file?"
        ])
        #expect(said(of: Array("a: b\nc: ".utf8) + [UInt8](repeating: 0x78, count: 70_000)) == [
            "f:2:1: error: the line is longer than 65536 bytes; break it. Is it the right file?"
        ])
        #expect(said(of: Array(("[" + String(repeating: "a,\n", count: 50_000) + "]").utf8)) == [
            "f:50000:1: error: the file has more than 50000 values; split the file"
        ])
        #expect(said(of: Array("a: é".utf8) + [0xE9, 0x0A]) == [
            "f:1:5: error: the byte 0xE9 is not UTF-8 text; save the file as UTF-8"
        ])
        #expect(said(of: Array("a:\n  ".utf8) + [0xED, 0xA0, 0x80]) == [
            "f:2:3: error: the byte 0xED is not UTF-8 text; save the file as UTF-8"
        ])
        #expect(said(of: [0xFF, 0xFE, 0x61, 0]) == ["f:1:1: error: the file is UTF-16 text; save it as UTF-8"])
    }

    private func outline(_ node: YAMLNode) -> [String] {
        func line(_ position: SourcePosition, _ text: String) -> String { "\(position.line):\(position.column) \(text)" }
        switch node.content {
        case .scalar(let scalar): return [line(node.position, scalar.text)]
        case .sequence(let items): return [line(node.position, node.kind)] + items.flatMap(outline)
        case .mapping(let pairs):
            return [line(node.position, node.kind)] + pairs.flatMap { [line($0.key.position, $0.key.text)] + outline($0.value) }
        case .refused: return [line(node.position, "refused")]
        }
    }
}

/// `f:line:column: error: message`, without the number.
private func plain(_ problem: Diagnostic) -> String {
    problem.rendered(path: "f").replacing(/\ \[CAT\d+\]$/, with: "")
}
