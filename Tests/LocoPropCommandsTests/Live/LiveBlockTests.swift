import LocoPropCommands
import Testing

@Suite struct LiveBlockTests {
    private func lines(_ texts: String...) -> [StyledLine] { texts.map { StyledLine($0) } }

    @Test func `lines are replaced in place, and others go on above them`() {
        var (block, screen) = (LiveBlock(), Screen(columns: 40))
        let terminal = Terminal(columns: 40, rows: 20)
        screen.write("before\n")
        screen.write(block.text(lines("bar 1", "curve", "layers"), on: terminal))
        #expect(screen.text == ["before", "bar 1", "curve", "layers"])
        screen.write(block.text(lines("bar", "curve 2"), on: terminal))
        #expect(screen.text == ["before", "bar", "curve 2"])
        screen.write(block.text(lines("bar 3", "c", "l", "m"), above: ["epoch 1", "epoch 2"], on: terminal))
        #expect(screen.text == ["before", "epoch 1", "epoch 2", "bar 3", "c", "l", "m"])
        screen.write(block.text([], on: terminal) + "after\n")
        #expect(screen.text == ["before", "epoch 1", "epoch 2", "after", ""])
        #expect(block.isEmpty && block.text([], on: terminal) == "")
    }

    /// The window becomes narrow while a block stands in it, which breaks its lines, and wide again. Where a line fills the
    /// last row just so, terminals differ in where the cursor stands: no width does that here.
    @Test(arguments: [7, 11, 39, 40, 120])
    func `a window of another width is left clean`(narrow: Int) {
        var (block, screen) = (LiveBlock(), Screen(columns: 40))
        screen.write("$ train\n")
        screen.write(block.text(lines(String(repeating: "x", count: 39), "yy", String(repeating: "z", count: 20)), on: Terminal(columns: 40, rows: 20)))
        screen.resize(narrow)
        screen.write(block.text(lines("a", "b"), above: ["epoch"], on: Terminal(columns: narrow, rows: 20)))
        #expect(screen.text == ["$ train", "epoch", "a", "b"])
        screen.resize(80)
        screen.write(block.text(lines("c"), on: Terminal(columns: 80, rows: 20)))
        #expect(screen.text == ["$ train", "epoch", "c"])
    }

    @Test func `colours are written where they are shown`() {
        var line = StyledLine("plain ")
        line.add("red", .test)
        var block = LiveBlock()
        #expect(block.text([line], on: Terminal(columns: 40, rows: 20, showsColours: true)).contains("plain \u{1B}[31mred\u{1B}[0m"))
        block = LiveBlock()
        #expect(!block.text([line], on: Terminal(columns: 40, rows: 20)).contains("[31m"))
    }
}
