import Analysis
import Symbolic

extension GeneratedEntry {
    init(ordinal: Int, _ checked: CheckedEntry) {
        let entry = checked.entry
        let forms = checked.jacobian.map { EntryForms.coupled(entry, jacobian: $0) }
            ?? EntryForms.elementwise(entry, derivative: StableForms.stabilised(Term(checked.derivative)))
        self.init(
            ordinal: ordinal, entry: entry, forms: forms,
            // A kink that no formula locates is left to the adaptive quadrature.
            kinks: checked.kinks.compactMap { kink in
                kink.location.map { Kink(location: Term($0), isJump: kink.isJump) }
            },
            monotonicity: checked.monotonicity, certificate: checked.certificate,
            isFlatAlongOnes: checked.isFlatAlongOnes, coordinateMonotonicity: checked.coordinateMonotonicity)
    }
}
