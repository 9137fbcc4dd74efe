import Pictures
import Training

/// How examples of a shape are drawn: [rows, columns], [rows, columns, 1 or 3], or as many values as a square has.
struct PictureFormat {
    let width: Int
    let height: Int
    let channels: Int

    /// `nil` for what is no picture.
    init?(shape: [Int]) {
        switch shape.count {
        case 1:
            let side = Int(Double(shape[0]).squareRoot().rounded())
            guard side * side == shape[0] else { return nil }
            (height, width, channels) = (side, side, 1)
        case 2: (height, width, channels) = (shape[0], shape[1], 1)
        case 3 where shape[2] == 1 || shape[2] == 3: (height, width, channels) = (shape[0], shape[1], shape[2])
        default: return nil
        }
    }

    /// The pairs as one picture; `nil` for one that is too large.
    ///
    /// Values from 0 to 1 are drawn from black to white; where the inputs shown go beyond, from their least to their largest.
    func grid(_ pairs: Reconstructions, columns: Int, zoom: Int? = nil) -> Picture? {
        let inputs = (0..<pairs.count).lazy.flatMap { pairs.input($0) }
        var (black, white) = (inputs.min() ?? 0, inputs.max() ?? 1)
        if black >= 0, white <= 1 { (black, white) = (0, 1) }
        func picture(_ values: ArraySlice<Float>) -> Picture {
            Picture(width: width, height: height, channels: channels, values: values, black: black, white: white)
        }
        return PictureGrid.pairs(
            (0..<pairs.count).map { (picture(pairs.input($0)), picture(pairs.reconstruction($0))) },
            columns: columns, zoom: zoom)
    }
}
