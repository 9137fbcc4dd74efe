/// What the attribute `d` of an SVG path says: in tenths of a unit, each point relative to the one before.
enum PathData {
    static func line(_ points: [Point], in frame: Frame, closed: Bool = false) -> String {
        var text = ""
        var last = (x: 0, y: 0)
        var isFirst = true
        for (i, point) in points.enumerated() {
            let placed = frame.place(point)
            let next = (x: Int((placed.x * 10).rounded()), y: Int((placed.y * 10).rounded()))
            if i == 0 {
                text = "M\(NumberText.tenths(next.x)) \(NumberText.tenths(next.y))"
            } else if next != last {
                let (dx, dy) = (next.x - last.x, next.y - last.y)
                text += (isFirst ? "l" : separator(dx)) + NumberText.tenths(dx) + separator(dy) + NumberText.tenths(dy)
                isFirst = false
            }
            last = next
        }
        return closed ? text + "z" : text
    }

    /// A minus sign separates numbers by itself.
    private static func separator(_ next: Int) -> String { next < 0 ? "" : " " }
}
