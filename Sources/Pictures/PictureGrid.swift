/// Pairs of pictures of one size in rows, each pair side by side: an input and, to its right, its reconstruction.
public enum PictureGrid {
    /// The most pixels of a grid: 64 million.
    public static let largest = 1 << 26

    /// The grid of these pairs, each pixel of theirs drawn as a square.
    ///
    /// Between the two of a pair lie two pixels of the background, around pairs six.
    /// - Parameters:
    ///   - pairs: left and right picture of each pair.
    ///   - columns: pairs a row; at least 1.
    ///   - zoom: the side of a pixel's square; by default as large as makes a picture 56 wide or a little more.
    /// - Returns: `nil` for a grid of more than ``largest`` pixels.
    /// - Precondition: there is a pair, and all pictures have one size and as many channels.
    public static func pairs(_ pairs: [(Picture, Picture)], columns: Int, zoom: Int? = nil) -> Picture? {
        precondition(!pairs.isEmpty && columns > 0, "a grid shows something")
        let (size, channels) = ((width: pairs[0].0.width, height: pairs[0].0.height), pairs[0].0.channels)
        let zoom = zoom ?? max(1, (56 + size.width - 1) / size.width)
        let (inner, outer) = (2, 6)
        let columns = min(columns, pairs.count)
        let rows = (pairs.count + columns - 1) / columns
        let pair = (width: 2 * size.width * zoom + inner, height: size.height * zoom)
        let (width, tooWide) = columns.multipliedReportingOverflow(by: pair.width + outer)
        let (height, tooHigh) = rows.multipliedReportingOverflow(by: pair.height + outer)
        guard !tooWide, !tooHigh, width < largest, height < largest, (width + outer) * (height + outer) <= largest else {
            return nil
        }
        var grid = Picture(
            width: width + outer, height: height + outer, channels: channels,
            pixels: [UInt8](repeating: background, count: (width + outer) * (height + outer) * channels))
        for (index, (left, right)) in pairs.enumerated() {
            precondition(
                [left, right].allSatisfy { ($0.width, $0.height, $0.channels) == (size.width, size.height, channels) },
                "pictures of one size")
            let x = outer + index % columns * (pair.width + outer)
            let y = outer + index / columns * (pair.height + outer)
            grid.draw(left, x: x, y: y, zoom: zoom)
            grid.draw(right, x: x + size.width * zoom + inner, y: y, zoom: zoom)
        }
        return grid
    }

    /// A grey that neither black nor white pictures melt into.
    static let background: UInt8 = 128
}

extension Picture {
    fileprivate mutating func draw(_ picture: Picture, x: Int, y: Int, zoom: Int) {
        for row in 0..<picture.height * zoom {
            var target = ((y + row) * width + x) * channels
            let source = row / zoom * picture.width * channels
            for column in 0..<picture.width {
                for _ in 0..<zoom {
                    for channel in 0..<channels {
                        pixels[target] = picture.pixels[source + column * channels + channel]
                        target += 1
                    }
                }
            }
        }
    }
}
