import Activations
import Testing

@Suite("The registry")
struct RegistryTests {
    private let registry = ActivationRegistry.catalogue

    @Test("names and aliases find their entry, and nothing is found twice")
    func names() throws {
        for entry in registry.entries {
            for name in [entry.descriptor.name] + entry.descriptor.aliases {
                let found = try registry.find(name)
                #expect(ObjectIdentifier(found) == ObjectIdentifier(entry))
            }
        }
        #expect(Set(registry.names).count == registry.entries.count)
    }

    @Test("each entry has a digest of its own, and the registry's is theirs in any order")
    func digests() {
        let digests = registry.entries.map { $0.descriptor.digest }
        #expect(Set(digests).count == digests.count && digests.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{16}/) != nil })
        #expect(ActivationRegistry(registry.entries.reversed()).digest == registry.digest)
        #expect(ActivationRegistry(registry.entries.dropLast()).digest != registry.digest)
        #expect(registry.digest.count == 16)
    }

    @Test("each alias gives the same bits as the name, in both precisions")
    func aliases() throws {
        let points = stride(from: 0.07, through: 9, by: 0.61).flatMap { [$0, -$0] }
        for entry in registry.entries {
            for alias in entry.descriptor.aliases {
                switch (try registry.make(entry.descriptor.name), try registry.make(alias)) {
                case let (f, g) as (any ElementwiseActivation, any ElementwiseActivation):
                    let floats = points.map(Float.init)
                    #expect(zip(f.link(points), g.link(points)).allSatisfy { $0.bitPattern == $1.bitPattern }, "\(alias)")
                    #expect(zip(f.link(floats), g.link(floats)).allSatisfy { $0.bitPattern == $1.bitPattern }, "\(alias)")
                case let (f, g) as (any CoupledActivation, any CoupledActivation):
                    #expect(f.link(points) == g.link(points), "\(alias)")
                default: Issue.record("\(alias) is of another kind than \(entry.descriptor.name)")
                }
            }
        }
        for (alias, name) in [
            ("swish", "silu"), ("hard_swish", "hard_silu"), ("hard_tanh", "hardtanh"), ("hardsigmoid", "hard_sigmoid"),
            ("logsigmoid", "log_sigmoid"), ("soft_sign", "softsign"), ("soft_shrink", "softshrink"),
            ("tanh_shrink", "tanhshrink"), ("identity", "linear"), ("normal_cdf", "probit"),
        ] {
            #expect(try registry.find(alias).descriptor.name == name)
        }
    }

    @Test("at least thirty entries, those that users of PyTorch, JAX and Keras look for among them")
    func table() {
        let wanted = [
            "step", "linear", "relu", "leaky_relu", "sigmoid", "softmax", "tanh", "arctan", "softplus", "elu",
            "relu6", "hardtanh", "hard_sigmoid", "selu", "celu", "log_sigmoid", "softsign", "tanhshrink", "softshrink",
            "squareplus", "exponential", "logarithm", "asinh", "erf", "probit", "isru", "bent_identity", "gelu", "silu",
            "sparsemax", "entmax", "tempered_softmax",
        ]
        #expect(registry.names.count >= 30)
        #expect(Set(registry.names).isSuperset(of: wanted))
    }

    @Test("an activation's description makes it again", arguments: Samples.all.indices)
    func roundTrip(_ index: Int) throws {
        let activation = Samples.all[index]
        let again = try registry.make(activation.description)
        #expect(type(of: again) == type(of: activation))
        #expect(again.parameterValues == activation.parameterValues)
    }

    @Test("spaces are ignored, defaults filled in")
    func parsing() throws {
        #expect(try registry.make(" elu ( beta = 0.3 ) ").parameterValues == [0.3])
        #expect(try registry.make("elu").parameterValues == [1])
        #expect(try registry.make("elu()").parameterValues == [1])
    }

    @Test("wrong texts say what is wrong and how to mend it", arguments: [
        ("tahn", "unknown activation 'tahn'. Did you mean 'tanh'? 'locoprop activations list' shows all."),
        ("", "unknown activation ''. 'locoprop activations list' shows all."),
        ("elu(bta=1)", "elu has no parameter 'bta'. Did you mean 'beta'? It takes: beta."),
        ("tanh(beta=1)", "tanh has no parameter 'beta'. It takes none."),
        ("elu(beta=-1)", "elu: parameter 'beta': -1.0 is outside its domain [0, inf)."),
        ("elu(beta=nan)", "elu: parameter 'beta': nan is outside its domain [0, inf)."),
        ("elu(beta=inf)", "elu: parameter 'beta': inf is outside its domain [0, inf)."),
        ("elu(beta=1e39)", "elu: parameter 'beta': 1e+39 is more than a 32-bit float holds (3.4028235e+38), which kernels of Float take it as."),
        ("elu(beta=1", "'elu(beta=1' is not an activation: the closing ')' is missing. Write NAME or 'NAME(parameter=value)', like 'elu(beta=0.3)'."),
        ("elu(beta)", "'elu(beta)' is not an activation: 'beta' is not 'parameter=value'. Write NAME or 'NAME(parameter=value)', like 'elu(beta=0.3)'."),
        ("elu(beta=x)", "'elu(beta=x)' is not an activation: 'x' is not a number. Write NAME or 'NAME(parameter=value)', like 'elu(beta=0.3)'."),
        ("elu(beta=1,beta=2)", "'elu(beta=1,beta=2)' is not an activation: parameter 'beta' is given twice. Write NAME or 'NAME(parameter=value)', like 'elu(beta=0.3)'."),
    ])
    func errors(_ text: String, _ message: String) {
        let error = #expect(throws: ActivationError.self) { try registry.make(text) }
        #expect(error?.description == message)
    }

    @Test("registries are added, unless a name would be taken")
    func adding() throws {
        let few = try ActivationRegistry([Step.self]).adding(ActivationRegistry([Tanh.self, ELU.self]))
        let made = try few.make("elu(beta=0.3)").description
        #expect(few.names == ["step", "tanh", "elu"] && made == "elu(beta=0.3)")
        #expect(throws: ActivationError.duplicateName("elu", first: "ELU", second: "ELU")) { try few.adding([Softplus.self, ELU.self]) }
    }

    @Test("typed initialisers validate")
    func typed() throws {
        #expect(throws: ActivationError.self) { try ELU(beta: -0.5) }
        #expect(try ELU(beta: 0.25).beta == 0.25)
        #expect(ELU().beta == 1)
        #expect(throws: ActivationError.self) { try LeakyReLU(parameterValues: []) }
    }

    @Test("strictness follows the parameters")
    func strictness() throws {
        let (steep, flat) = (try ELU(beta: 0.1), try ELU(beta: 0))
        #expect(steep.isStrictlyIncreasing && !flat.isStrictlyIncreasing)
        #expect(!ReLU().isStrictlyIncreasing && !Step().isStrictlyIncreasing && Tanh().isStrictlyIncreasing)
    }
}
