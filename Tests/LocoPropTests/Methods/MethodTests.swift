import LocoProp
import Testing

@Suite struct MethodTests {
    @Test("the table's defaults read as the default method") func table() throws {
        #expect(Method.table.map(\.kind) == Method.Kind.allCases)
        for descriptor in Method.table {
            let defaults = descriptor.options.map { "\($0.name)=\($0.defaultText)" }.joined(separator: ", ")
            #expect(try Method(parsing: "\(descriptor.name)(\(defaults))") == Method(parsing: descriptor.name))
            #expect(!descriptor.title.isEmpty && !descriptor.summary.isEmpty && !descriptor.reference.isEmpty)
        }
        #expect(try Method(parsing: "locoprop-m") == .locoPropM())
        #expect(try Method(parsing: "LocoProp-S") == .locoPropS())
        #expect(try Method(parsing: "backprop") == .backProp)
        #expect(try Method.locoPropM().gamma == 10)
        #expect(try Method.locoPropM().iterations == 10)
    }

    @Test("options are read") func options() throws {
        #expect(
            try Method(parsing: "locoprop-s(gamma=4, iterations=3, eta=0.05, bias=fixed, schedule=constant, solver=closed-form)")
                == .locoPropS(gamma: 4, iterations: 3, eta: 0.05, bias: .fixed, schedule: .constant, solver: .closedForm))
    }

    @Test("what cannot be read says how to mend it", arguments: [
        ("locoprop-n", "unknown method 'locoprop-n'. Did you mean 'locoprop-m'? Known: locoprop-m, locoprop-s, backprop, kfac, shampoo."),
        ("locoprop_m(gama=1)", "unknown method 'locoprop_m'. Did you mean 'locoprop-m'? Known: locoprop-m, locoprop-s, backprop, kfac, shampoo."),
        ("locoprop-m(gama=1)", "locoprop-m has no option 'gama'. Did you mean 'gamma'? It has: gamma, iterations, eta, bias, schedule, solver, sample."),
        ("locoprop-m(solver=closed-form)", "locoprop-m: solver is closed-form; it must be one of iterative, kronecker"),
        ("locoprop-m(gamma=0)", "locoprop-m: gamma is 0; it must be a finite number above 0"),
        ("locoprop-m(gamma=inf)", "locoprop-m: gamma is inf; it must be a finite number above 0"),
        ("locoprop-m(iterations=0)", "locoprop-m: iterations is 0; it must be a whole number from 1 to 1000000"),
        ("locoprop-m(iterations=2.5)", "locoprop-m: iterations is 2.5; it must be a whole number from 1 to 1000000"),
        ("locoprop-m(iterations=1e99)", "locoprop-m: iterations is 1e99; it must be a whole number from 1 to 1000000"),
        ("locoprop-m(eta=-1)", "locoprop-m: eta is -1; it must be a finite number above 0, or 'off'"),
        ("locoprop-m(bias=none)", "locoprop-m: bias is none; it must be one of free, regularised, fixed"),
        ("locoprop-s(solver=closed-form)", "locoprop-s: eta is off; it must be above 0 for the closed form"),
        ("locoprop-m(solver=kronecker, eta=0.5)", "locoprop-m: eta is 0.5; it must be off under solver=kronecker"),
        ("locoprop-s(solver=kronecker, bias=fixed)", "locoprop-s: bias is fixed; it must be free under solver=kronecker"),
        ("kfac(damping=0)", "kfac: damping is 0; it must be a finite number above 0"),
        ("kfac(fisher=true)", "kfac: fisher is true; it must be one of sampled, exact, empirical"),
        ("shampoo(decay=1)", "shampoo: decay is 1; it must be above 0 and below 1, or 'off'"),
        ("shampoo(block=0)", "shampoo: block is 0; it must be a whole number from 1 to 8192"),
        ("backprop(gamma=1)", "backprop has no option 'gamma'. It has none."),
    ])
    func errors(text: String, message: String) throws {
        let error = try #require(throws: LocoPropError.self) { try Method(parsing: text) }
        #expect(error.description == message)
    }
}
