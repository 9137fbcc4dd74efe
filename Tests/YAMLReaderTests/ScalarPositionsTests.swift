import Testing
import YAMLReader

/// Where each character of a scalar's text stands in the file, in every way YAML can lay it out.
@Suite struct ScalarPositionsTests {
    /// Texts whose characters x, y and z stand at the places given.
    @Test(arguments: [
        ("v: xyz", "1:4 1:5 1:6"),
        ("v: x é😀y\n   z", "1:4 1:8 2:4"),
        ("v: x   \n\n\n   y\n z", "1:4 4:4 5:2"),
        ("v: 'x''y'' z'", "1:5 1:8 1:12"),
        ("v: 'x\n\n  y\n  z'", "1:5 3:3 4:3"),
        ("v: \"\\x41x\\u00e9\\U0001F600y\\n\\tz\"", "1:9 1:26 1:31"),
        ("v: \"x\\\n   y\n\n\n  z\"", "1:5 2:4 5:3"),
        ("v: \"x  \\\n  \\ y z\"", "1:5 2:5 2:7"),
        ("v: |\n    xy\n      z\n", "2:5 2:6 3:7"),
        ("v: |-\n  x\n\n  y z\n\n", "2:3 4:3 4:5"),
        ("v: |+\n  x\n\n\n  y\n  z\n\n\n", "2:3 5:3 6:3"),
        ("v: >\n   x\n   y\n\n   z\n", "2:4 3:4 5:4"),
        ("v: x # y\nw: 1", "1:4"),
        ("{ v: [é, xyz] }", "1:10 1:11 1:12"),
    ])
    func exactly(_ text: String, _ expected: String) throws {
        let document = YAMLDocument(text: text)
        #expect(document.diagnostics == [])
        let scalar = try #require(document.root.flatMap(lastScalar))
        let positions = document.positions(in: scalar)
        let found = scalar.text.unicodeScalars.enumerated().filter { "xyz".unicodeScalars.contains($0.element) }
            .map { "\(positions[$0.offset].line):\(positions[$0.offset].column)" }
        #expect(found.joined(separator: " ") == expected)
    }

    @Test func aLayoutThatIsNotFollowedGivesTheStart() throws {
        // A more deeply indented line of a folded scalar keeps its break.
        let document = YAMLDocument(text: "v: >\n  x\n    y\n  z\n")
        let scalar = try #require(document.root.flatMap(lastScalar))
        #expect(scalar.text == "x\n  y\nz\n")
        #expect(document.positions(in: scalar)[4] == SourcePosition(line: 1, column: 4))
    }

    @Test func offsetsOutsideAreTheEnds() throws {
        let document = YAMLDocument(text: "v: xyz")
        let scalar = try #require(document.root.flatMap(lastScalar))
        let positions = document.positions(in: scalar)
        #expect(positions[3] == SourcePosition(line: 1, column: 7))
        #expect(positions[99] == SourcePosition(line: 1, column: 7))
        #expect(positions[-1] == SourcePosition(line: 1, column: 4))
    }

    /// The value of the first pair, or the last item of the list there.
    private func lastScalar(_ node: YAMLNode) -> YAMLScalar? {
        switch node.content {
        case .scalar(let scalar): scalar
        case .sequence(let items): items.last.flatMap(lastScalar)
        case .mapping(let pairs): pairs.first.flatMap { lastScalar($0.value) }
        case .refused: nil
        }
    }
}
