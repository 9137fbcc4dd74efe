/// What the command line asks for.
struct Options {
    /// Every so many bit patterns; 1 tries all floats.
    var stride = 1
    var threads = 2
    /// The file that the table goes to; standard output without one.
    var output: String?
    /// A file with the table of peers (Benchmarks/Peers), which is copied.
    var peers: String?
    /// The entries to measure; all without any.
    var entries: [String] = []

    static let usage = """
        usage: Accuracy [--stride N] [--threads N] [--output FILE] [--peers FILE] [ENTRY …]

        Measures the Float kernels of every elementwise entry against Double, at all 2^32 floats or at every N-th, and
        prints a table in Markdown. A kernel that takes more than 60 ns an input (a search, a quadrature) is run at fewer.
        """

    /// - Returns: `nil` where an argument is wrong.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        func number(_ text: String?) -> Int? { text.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } }
        while let argument = rest.popFirst() {
            switch argument {
            case "--stride":
                guard let value = number(rest.popFirst()) else { return nil }
                stride = value
            case "--threads":
                guard let value = number(rest.popFirst()), value <= 1024 else { return nil }
                threads = value
            case "--output":
                guard let value = rest.popFirst() else { return nil }
                output = value
            case "--peers":
                guard let value = rest.popFirst() else { return nil }
                peers = value
            default:
                guard !argument.hasPrefix("-") else { return nil }
                entries.append(argument)
            }
        }
    }
}
