import LocoProp

extension SeededGenerator {
    /// A generator of its own for each pair: `stream` numbers an image, an epoch or the like, so that any of
    /// them can be had without those before it.
    package init(seed: UInt64, stream: UInt64) {
        var outer = SeededGenerator(seed: seed)
        // An odd factor maps different streams to different seeds.
        self.init(seed: outer.next() ^ (stream &* 0xD1B5_4A32_D192_ED03))
    }
}
