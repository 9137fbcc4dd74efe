import ActivationCore

/// Where the slope of an activation is next to nothing, so that no gradient passes.
///
/// A unit is *saturated* at its pre-activation a if |f′(a)| ≤ M/100, where M is the largest |f′| on [−2, 2], the
/// range that the pre-activations of a fresh network fill: tanh beyond ±2.99, sigmoid beyond ±5.98, ReLU below 0,
/// a linear layer never. Of a coupled link the slope is the diagonal of the Jacobian, ∂f_i/∂a_i, and M its largest
/// entry on (s, 0, …, 0) for −8 ≤ s ≤ 8: softmax where an output is within 0.0025 of 0 or 1.
private enum Slopes {
    static let share = 0.01

    /// Points on the axis, from one end to the other.
    static func points(isCoupled: Bool) -> [Double] {
        isCoupled ? (-32...32).map { Double($0) / 4 } : (-32...32).map { Double($0) / 16 }
    }

    /// The largest magnitude that still counts as saturated; NaN slopes never do.
    static func threshold<Scalar: ActivationScalar>(_ kernels: LayerKernels<Scalar>, width: Int) -> Scalar {
        let width = kernels.isCoupled ? width : 1
        var a = [Scalar](repeating: 0, count: width)
        var g = a
        var largest: Scalar = 0
        for point in points(isCoupled: kernels.isCoupled) {
            for i in 0..<width { (a[i], g[i]) = (0, 0) }
            (a[0], g[0]) = (Scalar(point), 1)
            kernels.backward(preActivations: a, stride: width, gradients: &g, stride: width, rows: 1, columns: width)
            if g[0].isFinite { largest = max(largest, g[0].magnitude) }
        }
        return Scalar(share) * largest
    }
}

extension Trainer {
    /// By layer, the share of saturated units, counted over the rows of the last evaluation or step: |f′(a)| of the
    /// pre-activations then is at most a hundredth of its maximum M, the largest on [−2, 2] (coupled: the diagonal of
    /// the Jacobian, on as many rows as have 2²² entries of it together). Where f′ is 0 throughout, the share is 1.
    ///
    /// Call it after `loss(inputs:targets:)`; after a step of LocoProp with ``measuresLocalLosses`` the
    /// pre-activations are those of the new weights. It takes the place of ``localTargets``. Empty before any pass.
    public func saturations() -> [Double] {
        guard workspace.rows > 0 else { return [] }
        workspace.holdsTargets = false
        let section = SaturationSection(workspace)
        team.run(section)
        return section.shares
    }
}

/// Counts saturated units, cut by rows; the gradients' room is worked in.
final class SaturationSection<Scalar: ActivationScalar>: ParallelSection {
    private unowned let workspace: Workspace<Scalar>
    private let thresholds: [Scalar]
    /// By layer, the rows that are looked at.
    private let rows: [Int]
    /// [member, layer].
    private let counts: AlignedBuffer<Double>

    init(_ workspace: Workspace<Scalar>) {
        self.workspace = workspace
        thresholds = workspace.layers.map { Slopes.threshold($0.kernels, width: $0.outputs) }
        rows = workspace.layers.map { layer in
            guard layer.kernels.isCoupled else { return workspace.rows }
            return min(workspace.rows, max(1, (1 << 22) / layer.outputs / layer.outputs))
        }
        counts = AlignedBuffer(count: workspace.members * workspace.layers.count)
    }

    var shares: [Double] {
        workspace.layers.map { layer in
            let count = (0..<workspace.members).reduce(0) { $0 + counts.base[$1 * workspace.layers.count + layer.index] }
            return count / Double(rows[layer.index] * layer.outputs)
        }
    }

    override func run(member: Int) {
        for layer in workspace.layers {
            let range = WorkPlan.rows(rows[layer.index], member: member, members: workspace.members)
            counts.base[member * workspace.layers.count + layer.index] = range.isEmpty ? 0 : Double(count(layer, range))
        }
    }

    private func count(_ layer: LayerPlan<Scalar>, _ range: Range<Int>) -> Int {
        let (width, threshold) = (layer.outputs, thresholds[layer.index])
        let a = UnsafePointer(workspace.preActivations[layer.index].base + range.lowerBound * width)
        let g = workspace.gradients[layer.index].base + range.lowerBound * width
        let size = range.count * width
        guard layer.kernels.isCoupled else {
            g.update(repeating: 1, count: size)
            layer.kernels.backward(preActivations: a, stride: width, gradients: g, stride: width, rows: range.count, columns: width)
            return Self.countAtMost(threshold, g, count: size, stride: 1)
        }
        var count = 0
        for column in 0..<width {
            g.update(repeating: 0, count: size)
            for row in range { g[(row - range.lowerBound) * width + column] = 1 }
            layer.kernels.backward(preActivations: a, stride: width, gradients: g, stride: width, rows: range.count, columns: width)
            count += Self.countAtMost(threshold, g + column, count: range.count, stride: width)
        }
        return count
    }

    /// How many of `count` numbers, `stride` apart, have a magnitude of at most `limit`; NaN has not.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private static func countAtMost(_ limit: Scalar, _ x: UnsafePointer<Scalar>, count: Int, stride: Int) -> Int {
        var found = 0
        for i in 0..<count { found += x[i * stride].magnitude <= limit ? 1 : 0 }
        return found
    }
}
