import Activations
import LocoProp

extension NetworkSpecification {
    /// tanh layers, a linear code layer (the narrowest) and a sigmoid output.
    static func autoencoder(_ widths: [Int]) throws -> NetworkSpecification {
        let narrowest = widths.dropFirst().min() ?? 0
        var layers = widths.dropFirst().dropLast().map { width in
            width == narrowest
                ? Layer(width: width, activation: Linear()) : Layer(width: width, activation: Tanh())
        }
        layers.append(Layer(width: widths[widths.count - 1], activation: Sigmoid()))
        return try NetworkSpecification(inputWidth: widths[0], layers: layers)
    }
}

/// Seeded numbers in [0, 1).
func unitNumbers<Scalar: BinaryFloatingPoint>(_ count: Int, seed: UInt64) -> [Scalar] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Scalar(generator.nextUnit()) }
}

/// Matrices by rows, as plain as can be: the second implementation that tests compare with.
struct Matrix: Equatable {
    let rows: Int
    let columns: Int
    var values: [Double]

    init(_ rows: Int, _ columns: Int, _ values: [Double]) {
        precondition(values.count == rows * columns)
        (self.rows, self.columns, self.values) = (rows, columns, values)
    }

    static func identity(_ n: Int) -> Matrix {
        Matrix(n, n, (0..<n * n).map { $0 / n == $0 % n ? 1 : 0 })
    }

    subscript(i: Int, j: Int) -> Double { values[i * columns + j] }

    var transposed: Matrix {
        Matrix(columns, rows, (0..<rows * columns).map { self[$0 % rows, $0 / rows] })
    }

    func map(_ f: (Double) -> Double) -> Matrix { Matrix(rows, columns, values.map(f)) }

    static func * (a: Matrix, b: Matrix) -> Matrix {
        precondition(a.columns == b.rows)
        return Matrix(a.rows, b.columns, (0..<a.rows * b.columns).map { index in
            (0..<a.columns).reduce(0) { $0 + a[index / b.columns, $1] * b[$1, index % b.columns] }
        })
    }

    static func * (s: Double, a: Matrix) -> Matrix { a.map { s * $0 } }
    static func + (a: Matrix, b: Matrix) -> Matrix { Matrix(a.rows, a.columns, zip(a.values, b.values).map(+)) }
    static func - (a: Matrix, b: Matrix) -> Matrix { a + -1 * b }

    /// a ∘ b.
    func times(_ b: Matrix) -> Matrix { Matrix(rows, columns, zip(values, b.values).map(*)) }

    /// `row` added to each row.
    func adding(row: [Double]) -> Matrix {
        Matrix(rows, columns, values.indices.map { values[$0] + row[$0 % columns] })
    }

    var columnSums: [Double] { (0..<columns).map { j in (0..<rows).reduce(0) { $0 + self[$1, j] } } }
}
