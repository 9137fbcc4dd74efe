/// A picture in memory: row after row from the top, one byte a grey pixel or three (red, green, blue) a coloured one.
public struct Picture: Sendable, Equatable {
    public let width: Int
    public let height: Int
    public let channels: Int
    public internal(set) var pixels: [UInt8]

    /// - Precondition: width and height are at least 1, channels 1 or 3, and there are as many pixels as they say.
    public init(width: Int, height: Int, channels: Int = 1, pixels: [UInt8]) {
        precondition(width > 0 && height > 0 && (channels == 1 || channels == 3), "a picture that can be looked at")
        precondition(pixels.count == width * height * channels, "a picture's pixels fill it")
        self.width = width
        self.height = height
        self.channels = channels
        self.pixels = pixels
    }

    /// A picture of values, of which `black` is 0 and `white` 255; what lies beyond them is as dark or light as can be.
    public init(
        width: Int, height: Int, channels: Int = 1, values: some Sequence<Float>, black: Float = 0, white: Float = 1
    ) {
        let span = white - black
        self.init(
            width: width, height: height, channels: channels,
            pixels: values.map { value in
                let shade = span > 0 ? (value - black) / span : 0
                // Written so that nan is black.
                return shade > 0 ? UInt8(255 * min(shade, 1) + 0.5) : 0
            })
    }
}
