import ActivationCore

/// What the passes need to know of one layer.
struct LayerPlan<Scalar: ActivationScalar>: Sendable {
    let index: Int
    let inputs: Int
    let outputs: Int
    /// Where its parameters begin in the network's block.
    let offset: Int
    /// At the network's parameters.
    let kernels: LayerKernels<Scalar>
    /// `nil` where no parameter of the activation is trained.
    let learning: LayerLearning<Scalar>?

    /// Where its biases begin, counted from its weights.
    var biasOffset: Int { inputs * outputs }

    /// Where its learned parameters begin, counted from its weights.
    var learnedOffset: Int { (inputs + 1) * outputs }

    /// Whether its local problem cannot be cut by columns.
    var isWhole: Bool { kernels.isCoupled || learning != nil }
}

/// A range of columns of one layer: the unit of the local phase.
///
/// Column j of an elementwise layer's local problem reads and writes column j of W, b, t and the slots
/// alone, so pieces never meet. A coupled layer (softmax) is one piece, and so is one that learns a parameter of its
/// activation, because all columns share it.
package struct Piece: Sendable, Equatable {
    package let layer: Int
    package let columns: Range<Int>
}

package enum WorkPlan {
    /// Cuts every layer's columns into one contiguous run of equal work per member.
    ///
    /// A column of a layer costs as much as its number of inputs. Cuts fall on multiples of 16 columns,
    /// so that rows of a piece stay whole cache lines and vectors; whole layers (`LayerPlan/isWhole`) are not cut.
    package static func pieces(
        layers: [(inputs: Int, outputs: Int, isWhole: Bool)], members: Int
    ) -> [[Piece]] {
        let total = layers.reduce(0.0) { $0 + Double($1.inputs + 1) * Double($1.outputs) }
        var result: [[Piece]] = Array(repeating: [], count: members)
        var before = 0.0
        for (index, layer) in layers.enumerated() {
            let columnCost = Double(layer.inputs + 1)
            /// The column at which `member`'s share begins, or 0 or the end where that lies outside.
            func cut(_ member: Int) -> Int {
                let share = total * Double(member) / Double(members)
                let column = (share - before) / columnCost
                let unit = layer.isWhole ? Double(layer.outputs) : 16
                return min(max(Int((column / unit).rounded()) * Int(unit), 0), layer.outputs)
            }
            for member in 0..<members {
                let start = member == 0 ? 0 : cut(member)
                let end = member == members - 1 ? layer.outputs : cut(member + 1)
                if start < end { result[member].append(Piece(layer: index, columns: start..<end)) }
            }
            before += columnCost * Double(layer.outputs)
        }
        return result
    }

    /// The rows of member `member`, all within one of each other.
    package static func rows(_ count: Int, member: Int, members: Int) -> Range<Int> {
        count * member / members..<count * (member + 1) / members
    }

    /// Whole layers to members, the dearest first, each to the member with least to do.
    package static func layers(costs: [Double], members: Int) -> [[Int]] {
        var result: [[Int]] = Array(repeating: [], count: members)
        var load = [Double](repeating: 0, count: members)
        for layer in costs.indices.sorted(by: { (-costs[$0], $0) < (-costs[$1], $1) }) {
            // `members` is at least 1, so there is a least one.
            let member = load.indices.min { load[$0] < load[$1] } ?? 0
            result[member].append(layer)
            load[member] += costs[layer]
        }
        return result
    }
}
