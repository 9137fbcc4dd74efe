import Analysis
import Catalogue
import Symbolic

extension GeneratedEntry {
    init(ordinal: Int, _ checked: CheckedEntry) {
        let e = checked.entry
        self.init(ordinal: ordinal, entry: e,
                  forms: e.isCoupled ? .coupled(e) : .elementwise(e, derivative: StableForms.stabilised(Term(checked.derivative))),
                  kinks: e.name.value.hasSuffix("elu") || e.name.value == "relu" ? [Kink(location: .zero, isJump: false)] : e.name.value == "step" ? [Kink(location: .zero, isJump: true)] : [],
                  monotonicity: .strict, certificate: "?", isFlatAlongOnes: e.isCoupled)
    }
}
