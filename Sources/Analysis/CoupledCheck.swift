import Catalogue
import Symbolic

/// Checks a coupled entry on vectors of several lengths: ∇F = f, the Jacobian symmetric and without a negative
/// eigenvalue; and finds whether F is flat along the vector of ones.
struct CoupledCheck {
    private(set) var findings: [Finding] = []
    private(set) var monotonicity = Monotonicity.nondecreasing
    private(set) var isFlatAlongOnes = false
    private(set) var integralOutcome = EntryReport.IntegralOutcome.undecided
    let jacobian: JacobianStructure

    private let subject: Subject
    private let isGradientProved: Bool
    private let proof: JacobianProof
    private var gradientCount = 0
    private var vectorCount = 0
    private var isDefiniteAt: [Bool] = []
    private var commonKernel = CommonKernel()

    static let lengths = [1, 2, 3, 5]

    init(_ subject: Subject) {
        self.subject = subject
        jacobian = JacobianStructure(link: subject.link)
        isGradientProved = RationalForm.areEqual(subject.slope, subject.link, bounds: subject.bounds) == true
        proof = JacobianProof(jacobian, bounds: subject.bounds)
        isFlatAlongOnes = true
        let vectors = Self.vectors(domain: subject.entry.domain)
        var matrices = MatrixEvaluator(jacobian, of: subject)
        var gradient = TwoStageEvaluator(
            [.subtract(subject.slope, subject.link), subject.slope, subject.link, subject.integral], of: subject, repeats: 200)
        var mismatch: Refutation?
        for parameters in subject.parameterSamples {
            matrices.setParameters(parameters)
            gradient.setParameters(parameters)
            var isDefinite = true
            for vector in vectors {
                if let refutation = check(vector, parameters, &matrices, isDefinite: &isDefinite) {
                    // A link that is no gradient has no integral: nothing more is to be said of that.
                    findings = [.refuted("refuted on a vector", refutation)]
                    isFlatAlongOnes = false
                    return
                }
                if mismatch == nil { mismatch = check(vector, parameters, gradient: &gradient) }
            }
            isDefiniteAt.append(isDefinite)
        }
        if !isDefinitenessProved, let refutation = LineSearch(subject).refutation {
            findings = [.refuted("refuted along a line", refutation)]
            isFlatAlongOnes = false
            return
        }
        isFlatAlongOnes = isFlatAlongOnes || proof.isFlatAlongOnes
        monotonicity = growth()
        if mismatch != nil { integralOutcome = .refuted } else if isGradientProved { integralOutcome = .proved }
        findings.append(mismatch.map { .refuted("integral refuted on a vector in 256-bit interval arithmetic", $0) } ?? gradientFinding())
        findings.append(definitenessFinding(
            isDecided: vectorCount * 2 >= vectors.count * subject.parameterSamples.count || isDefinitenessProved))
    }

    /// Whether it is proved that the link increases in every direction, on vectors of any length: the Jacobian has no
    /// negative eigenvalue, and no condition can make the link jump, of which the Jacobian says nothing.
    var isDefinitenessProved: Bool { proof.definiteness != nil && !Self.mayJump(subject.link) }

    private static func mayJump(_ link: Expression) -> Bool {
        link.contains {
            switch $0 {
            case .select(let condition, _, _): condition.left.dependsOnVariable || condition.right.dependsOnVariable
            case .call(.sign, let arguments): arguments[0].dependsOnVariable
            default: false
            }
        }
    }

    /// What is not proved is refused, or taken on trust where the entry says so.
    private func definitenessFinding(isDecided: Bool) -> Finding {
        if isDefinitenessProved || !isDecided { return Finding(method: jacobianMethod, isDecided: isDecided) }
        if subject.entry.assumption?.value == .increasing {
            return Finding(method: "that f increases is assumed, not proved (\(jacobianMethod))")
        }
        return .refuted(jacobianMethod, Refutation(
            subject.entry.link.position, "monotonicity-undecided",
            "it could not be decided for vectors of every length whether link increases in every direction: it does on those looked at, but no proof was found; write link so that its Jacobian is a sum of a diagonal and of products c v vᵀ whose signs show, without conditions, or take it on trust with 'assume: increasing'",
            witness: "vectors of every length"))
    }

    /// The directions in which the integral is flat, for people: `1` is the vector of ones.
    var flatDirections: [String] {
        if case .flat(let direction) = proof.definiteness, !proof.isFlatAlongOnes { return ["\(direction)"] }
        if let all = FlatDirections.ofRankDeficient(jacobian, bounds: subject.bounds) { return all }
        return commonKernel.descriptions(isFlatAlongOnes: isFlatAlongOnes)
    }

    private func growth() -> Monotonicity {
        switch proof.definiteness {
        case .definite: .strict
        case .flat: .nondecreasing
        case .semidefinite, nil: MonotonicityCheck.monotonicity(subject, isDefiniteAt)
        }
    }

    private var jacobianMethod: String {
        var method = proof.isSymmetric == true ? "Jacobian symmetric by normal forms" : "Jacobian symmetric"
        method += proof.definiteness != nil
            ? "; \(proof.method)" + (isDefinitenessProved ? "" : " between the places where a condition changes")
            : ", no negative eigenvalue on \(vectorCount) vectors of lengths \(Self.lengths.map(String.init).joined(separator: ", "))"
        let directions = flatDirections
        if directions == ["1"] {
            method += "; flat along the vector of ones" + (proof.isFlatAlongOnes ? "" : " on these vectors")
        } else if !directions.isEmpty {
            method += "; flat along " + directions.map { $0 == "1" ? "the vector of ones" : $0 }.joined(separator: ", ")
        }
        return method
    }

    private func gradientFinding() -> Finding {
        if isGradientProved { return Finding(method: "∇F = f by normal forms") }
        return Finding(
            method: "∇F = f at \(gradientCount) coordinates in 256-bit interval arithmetic",
            isDecided: gradientCount >= 50 * subject.parameterSamples.count)
    }

    // MARK: Vectors

    /// Seeded vectors of every length, near and far from each other, within the domain.
    static func vectors(domain: Interval) -> [[Double]] {
        var random = SeededRandom(seed: 0xC0)
        let low = domain.lower.isFinite ? domain.lower : (domain.upper.isFinite ? domain.upper - 64 : -32)
        let high = domain.upper.isFinite ? domain.upper : (domain.lower.isFinite ? domain.lower + 64 : 32)
        let middle = (low + high) / 2
        var result: [[Double]] = []
        for length in lengths {
            // First whole numbers, which make the plainest witness.
            result.append((0..<length).map { middle + Double([1, 0, -1, 2, -2][$0 % 5]) })
            for scale in [0x1p-10, 0.02, 0.1, 0.1, 0.1, 0.3, 0.3, 1] {
                // Multiples of 2⁻²⁰: exact, and short to print.
                result.append((0..<length).map { _ in
                    middle + (((high - low) * scale * (random.unit() - 0.5)) * 0x1p20).rounded() * 0x1p-20
                })
            }
            result.append(Array(repeating: middle, count: length))
        }
        return result.filter { $0.allSatisfy(domain.contains) }
    }

    // MARK: At a vector

    private mutating func check(
        _ vector: [Double], _ parameters: [Double], _ matrices: inout MatrixEvaluator, isDefinite: inout Bool
    ) -> Refutation? {
        guard let (matrix, size) = matrices.jacobian(at: vector) else { return nil }
        vectorCount += 1
        // Entries are sums of Doubles up to this size; what is made of n² of them is off by less than this.
        let noise = 0x1p-44 * size
        let n = vector.count
        for i in 0..<n {
            for k in 0..<i where (matrix[i][k] - matrix[k][i]).magnitude > noise {
                return asymmetry(vector, i, k, matrix, parameters)
            }
        }
        let symmetric = (0..<n).map { i in (0..<n).map { k in (matrix[i][k] + matrix[k][i]) / 2 } }
        commonKernel.add(symmetric, size: size)
        if let least = SymmetricEigenvalues(symmetric).least {
            if least.value < -noise { return indefinite(vector, least, parameters) }
            if least.value <= noise { isDefinite = false }
        }
        if matrix.contains(where: { $0.reduce(0, +).magnitude > noise }) { isFlatAlongOnes = false }
        return nil
    }

    private mutating func check(
        _ vector: [Double], _ parameters: [Double], gradient: inout TwoStageEvaluator
    ) -> Refutation? {
        gradient.setVector(vector)
        for (i, a) in vector.enumerated() {
            let values = gradient.values(at: a) { $0[0].isTight || $0[0].vanishes(against: 1) || ($0[0].sign ?? 0) != 0 }
            let place = subject.place(vector, parameters)
            if values[2].status == .undefined {
                return Refutation(
                    subject.entry.link.position, "link-undefined",
                    "link is not a real number at \(place); give the entry the domain on which it is one", witness: place)
            }
            if values[3].status == .undefined {
                return Refutation(
                    subject.integralPosition, "integral-undefined",
                    "integral is not a real number at \(place); write it so that it has a value on the whole domain", witness: place)
            }
            if values[0].status == .defined, !values[0].mayBeZero {
                let (slope, link) = (text(values[1].midpoint), text(values[2].midpoint))
                return Refutation(
                    subject.integralPosition, "integral-mismatch",
                    "the gradient of integral is not link: at \(place) its coordinate \(i + 1) is \(slope), but link is \(link); write F with ∇F = f",
                    witness: "\(place), coordinate \(i + 1): ∇F = \(slope), f = \(link)")
            }
            if values[0].vanishes(against: Swift.max(values[2].lower.magnitude, values[2].upper.magnitude)) { gradientCount += 1 }
        }
        return nil
    }

    // MARK: Witnesses

    private func asymmetry(_ vector: [Double], _ i: Int, _ k: Int, _ matrix: [[Double]], _ parameters: [Double]) -> Refutation {
        let place = subject.place(vector, parameters)
        let values = "∂f\(i + 1)/∂a\(k + 1) = \(text(matrix[i][k])), ∂f\(k + 1)/∂a\(i + 1) = \(text(matrix[k][i]))"
        return Refutation(
            subject.entry.link.position, "jacobian-asymmetric",
            "link is not the gradient of any integral: its Jacobian is not symmetric at \(place): \(values)"
                + (proof.isSymmetric == true || proof.entry.isEmpty ? "" : "; ∂fᵢ/∂aₖ = \(proof.entry)"),
            witness: "\(place), \(values)")
    }

    private func indefinite(
        _ vector: [Double], _ least: (value: Double, direction: [Double]), _ parameters: [Double]
    ) -> Refutation {
        let place = subject.place(vector, parameters)
        let direction = "[" + least.direction.map { text(($0 * 1e4).rounded() / 1e4) }.joined(separator: ", ") + "]"
        return Refutation(
            subject.entry.link.position, "link-decreasing",
            "link decreases at \(place) in the direction \(direction): its Jacobian has the eigenvalue \(text(least.value)) there; a link must not decrease in any direction",
            witness: "\(place), direction \(direction), eigenvalue \(text(least.value))")
    }
}

/// Jacobians of a coupled link, from its structure.
private struct MatrixEvaluator {
    private let evaluator: Evaluator
    private let count: Int

    init(_ structure: JacobianStructure, of subject: Subject) {
        evaluator = subject.evaluator([structure.diagonal] + structure.terms.map(\.u) + structure.terms.map(\.v), precision: 512)
        count = structure.terms.count
    }

    func setParameters(_ values: [Double]) { evaluator.setParameters(values) }

    /// The matrix and the size of the largest term in its entries; `nil` where one is no number or not certain
    /// to Double's precision.
    func jacobian(at vector: [Double]) -> (matrix: [[Double]], size: Double)? {
        evaluator.setVector(vector)
        let rows = vector.map { evaluator.values(at: $0) }
        guard rows.allSatisfy({ $0.allSatisfy { $0.status == .defined && $0.width <= 0x1p-50 * Swift.max($0.lower.magnitude, $0.upper.magnitude, 0x1p-1000) } })
        else { return nil }
        var size = 0.0
        let matrix = vector.indices.map { i in
            vector.indices.map { k in
                var entry = i == k ? rows[i][0].midpoint : 0
                size = Swift.max(size, entry.magnitude)
                for s in 0..<count {
                    let term = rows[i][1 + s].midpoint * rows[k][1 + count + s].midpoint
                    size = Swift.max(size, term.magnitude)
                    entry += term
                }
                return entry
            }
        }
        // Beyond this a rotation could overflow.
        return size < 1e150 ? (matrix, size) : nil
    }
}
