import Emit
import Testing

/// What a checkpoint compares before a run goes on.
@Suite("An entry's digest") struct EntryDigestTests {
    private static let entry = """
          - name: bend
            type: Bend
            title: Bend
            parameters:
              beta: { default: 0.5, domain: "(0, inf)", note: the slope }
            link: a + beta * atan(a)
            note: A note.

        """
    private static let other = """
          - name: cube
            type: Cube
            title: Cube
            link: a^3

        """

    /// The digests in the generated types, by the entries' names.
    private func digests(_ entries: String) throws -> [String: Substring] {
        let text = try GeneratorPipeline.run(catalogue: Array("schema: 1\nactivations:\n\(entries)".utf8)).swift[0].text
        let names = text.matches(of: /name: "(\w+)",\n +type:/).map { String($0.1) }
        let digests = text.matches(of: /digest: "([0-9a-f]{16})"/).map { $0.1 }
        #expect(names.count == digests.count && !names.isEmpty)
        return Dictionary(uniqueKeysWithValues: zip(names, digests))
    }

    @Test("stays where nothing is computed otherwise") func stays() throws {
        let first = try digests(Self.entry)["bend"]
        #expect(first != nil)
        #expect(try digests(Self.other + "\n# a comment\n" + Self.entry)["bend"] == first)
        for (old, new) in [
            ("A note.", "Another note."), ("title: Bend", "title: Bent"), ("the slope", "of the tail"),
            ("    title:", "    aliases: [bent]\n    title:"), ("beta * atan(a)", "beta*atan( a )"),
        ] {
            #expect(try digests(Self.entry.replacing(old, with: new))["bend"] == first, "\(new)")
        }
    }

    @Test("changes with formula, default, domain and learning") func changes() throws {
        var seen = Set(try digests(Self.entry + Self.other).values)
        #expect(seen.count == 2)
        for (old, new) in [
            ("atan(a)", "tanh(a)"), ("a + beta", "2 * a + beta"), ("default: 0.5", "default: 0.25"),
            ("(0, inf)", "[0, inf)"), ("note: the slope", "learnable: true, note: the slope"),
            ("    link:", "    domain: \"(0, inf)\"\n    link:"),
        ] {
            let digest = try #require(try digests(Self.entry.replacing(old, with: new))["bend"])
            #expect(seen.insert(digest).inserted, "\(new)")
        }
    }
}
