import Charts

/// How often examples of each class were taken for each.
struct ConfusionCounts {
    private let classes: Int
    /// [label, guess].
    private var counts: [Int]
    private static let largestTable = 30

    init(classes: Int) {
        self.classes = classes
        counts = [Int](repeating: 0, count: classes * classes)
    }

    mutating func add(label: Int, guess: Int) {
        guard (0..<classes).contains(label), (0..<classes).contains(guess) else { return }
        counts[label * classes + guess] += 1
    }

    private var total: Int { counts.reduce(0, +) }
    private var right: Int { (0..<classes).reduce(0) { $0 + counts[$1 * classes + $1] } }

    func markup(name: (Int) -> String) -> [Markup] {
        var parts: [Markup] = [.tag("p", ["class": "note"], text: sentence(name))]
        guard classes <= Self.largestTable else { return parts }
        let head = Markup.tag("tr", [:], [.tag("th", ["scope": "col"], text: "true")] + (0..<classes).map { .tag("th", ["scope": "col"], text: name($0)) })
        let rows = (0..<classes).map { label -> Markup in
            let sum = (0..<classes).reduce(0) { $0 + counts[label * classes + $1] }
            return .tag("tr", [:], [.tag("th", ["scope": "row"], text: name(label))] + (0..<classes).map { guess in
                let count = counts[label * classes + guess]
                return .element("td", [.init("class", shade(count, of: sum, isRight: label == guess))], [.text("\(count)")])
            })
        }
        parts.append(.tag("div", ["class": "scroll confusion", "tabindex": "0", "role": "region", "aria-labelledby": "examples-title"],
            .tag("table", [:],
                .tag("caption", text: "Columns: what the network took it for"),
                .tag("thead", [:], head), .tag("tbody", [:], rows))))
        return parts
    }

    private func shade(_ count: Int, of sum: Int, isRight: Bool) -> String {
        guard count > 0, sum > 0 else { return isRight ? "right" : "none" }
        let share = Double(count) / Double(sum)
        let level = share < 0.02 ? 1 : share < 0.1 ? 2 : share < 0.3 ? 3 : share < 0.7 ? 4 : 5
        return "heat\(level)" + (isRight ? " right" : "")
    }

    private func sentence(_ name: (Int) -> String) -> String {
        let share = total > 0 ? NumberText.short(100 * Double(right) / Double(total)) : "0"
        var text = "Of \(Text.grouped(total)) examples of the test set \(Text.grouped(right)) are told right, \(share) %."
        let wrong = counts.indices.filter { $0 / classes != $0 % classes && counts[$0] > 0 }.max { counts[$0] < counts[$1] }
        if let wrong {
            text += " The most common mistake: \(name(wrong / classes)) taken for \(name(wrong % classes)), \(Text.grouped(counts[wrong])) time\(counts[wrong] == 1 ? "" : "s")."
        }
        return text
    }
}
