import ProgramTestSupport
import Testing
import TrainingTestSupport

@Suite struct BadArgumentsTests {
    /// Arguments, and the first line that they are refused with. `DATA` stands for a folder with a small data set.
    static let cases: [(arguments: String, message: String)] = [
        ("trian", "error: unknown command 'trian'. Did you mean 'train'? Commands: train, watch, report, compare, sweep, evaluate, predict, reconstruct, export, data, activations, catalogue."),
        ("activations shw tanh", "error: unknown command 'shw'. Did you mean 'show'? Commands: list, show, evaluate, loss, gallery."),
        ("train --epoch 3", "Error: Unknown option '--epoch'. Did you mean '--epochs'?"),
        ("train --epochs three", "error: --epochs: 'three' is not a whole number from 1 to 1000000"),
        ("train --seed -1", "Error: Missing value for '--seed <number>'"),
        ("train more", "Error: Unexpected argument 'more'"),
        ("train --data fashon-mnist", "error: --data: fashon-mnist: no data set, file or folder of this name; data sets are fashion-mnist, curves. Did you mean 'fashion-mnist'?"),
        ("train --data no/such/folder", "error: --data: no/such/folder: no data set, file or folder of this name; data sets are fashion-mnist, curves."),
        ("train --recipe locoprop2023", "error: --recipe: unknown recipe 'locoprop2023'. Did you mean 'locoprop2022'? Known: locoprop2022, fashion-classifier."),
        ("train --method locoprop", "error: --method: unknown method 'locoprop'. Did you mean 'locoprop-m'? Known: locoprop-m, locoprop-s, backprop, kfac, shampoo."),
        ("train --method locoprop-m(gama=3)", "error: --method: locoprop-m has no option 'gama'. Did you mean 'gamma'? It has: gamma, iterations, eta, bias, schedule, solver, sample."),
        ("train --method backprop --gamma 3", "error: --gamma: gamma belongs to locoprop-m and locoprop-s; backprop has no local problems. Leave it out, or take another method"),
        ("train --method backprop --local-iterations 3", "error: --local-iterations: local-iterations belongs to locoprop-m and locoprop-s; backprop has no local problems. Leave it out, or take another method"),
        ("train --gamma 0", "error: --gamma: '0' is not a finite number above 0"),
        ("train --local-iterations 0", "error: --local-iterations: '0' is not a whole number from 1 to 1000000"),
        ("train --weight-decay l2(rat=1)", "error: --weight-decay: l2 has no option 'rat'. Did you mean 'rate'? It has: rate."),
        ("train --clip norm(limit=0)", "error: --clip: norm: limit is 0; it must be a finite number above 0"),
        ("train --network 784-30:tanhh-784", "error: --network: unknown activation 'tanhh'. Did you mean 'tanh'? 'locoprop activations list' shows all."),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 5 --weight-decay l2 --method locoprop-s(eta=0.1,solver=closed-form)", "error: --weight-decay: 'weight-decay' has no meaning here: the closed form takes no steps for 'l2(rate=0.0001)' to act in; take 'solver=iterative', or no decay"),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 5 --weight-decay l2 --method kfac", "error: --weight-decay: 'weight-decay' has no meaning here: kfac takes its step from its own model of the loss, which does not know 'l2(rate=0.0001)'; take another method, or no decay"),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 5 --clip norm --method shampoo", "error: --clip: 'clip' has no meaning here: shampoo sets the length of its step itself, by its damping or grafting; take another method, or clip nothing"),
        ("train --config run.yaml --dry-run --print-config", "error: --dry-run does not go with --print-config; leave one of them out"),
        ("train --optimizer adm", "error: --optimizer: unknown optimizer 'adm'. Did you mean 'adam'? Known: sgd, momentum, nesterov, adagrad, rmsprop, adam."),
        ("train --optimizer adam(beta1=1)", "error: --optimizer: adam: beta1 is 1; it must be at least 0 and below 1"),
        ("train --loss sigmoid", "error: --loss: unknown loss 'sigmoid'. Known: sigmoid-cross-entropy, softmax-cross-entropy, squared-error."),
        ("train --schedule const", "error: --schedule: unknown schedule 'const'. Known: constant, linear, cosine, step, exponential, locoprop2022."),
        ("train --activation tanhh", "error: --activation: unknown activation 'tanhh'. Did you mean 'tanh'? 'locoprop activations list' shows all."),
        ("train --activation elu(beta=-1)", "error: --activation: elu: parameter 'beta': -1.0 is outside its domain [0, inf)."),
        ("train --activation elu(gamma=1)", "error: --activation: elu has no parameter 'gamma'. It takes: beta."),
        ("train --network 784-x-784", "error: --network: network '784-x-784': 'x' is no whole number; write the widths like 784-1000-500-250-30-250-500-1000-784"),
        ("train --data DATA", "error: the network begins with 784, and the examples of DATA have 6 values; begin it with 6"),
        ("train --data DATA --network 6-4-2-4-7", "error: --network: the network ends with 7, and rebuilt examples of DATA need 6; end it with 6"),
        ("train --data DATA --network 6-4-2-4-6", "error: batch size 1000, and there are 5 training examples; it must be 1 to 5"),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 0", "error: --batch-size: '0' is not a whole number from 1 to 1048576"),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 5 --epochs 0", "error: --epochs: '0' is not a whole number from 1 to 1000000"),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 5 --learning-rate nan", "error: --learning-rate: 'nan' is not a finite number of at least 0"),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 5 --threads 0", "error: --threads: '0' is not a whole number from 1 to 256"),
        ("train --data DATA --network 6-900000-900000-6 --batch-size 5", "error: --network: the network has 810012600006 parameters, more than the 268435456 supported; make its layers narrower"),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 5 --method backprop --activation step", "error: --activation: layer 1: 'step' cannot be trained: its derivative is 0 everywhere, so no gradient passes through layer 1 to it and the layers below; take an activation with a slope, such as 'sigmoid' for 'step'"),
        ("train --data curves --network 784-10-10 --loss softmax-cross-entropy", "error: --loss: softmax-cross-entropy learns labels, and curves has none; take the loss sigmoid-cross-entropy to rebuild the inputs"),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 5 --output DATA", "error: 'DATA' is not empty; name another folder, or give --force to replace the run in it, or --resume to go on with it"),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 5 --force --output DATA/train-images-idx3-ubyte", "error: 'DATA/train-images-idx3-ubyte' is no folder; name another one"),
        ("activations show tanhh", "error: unknown activation 'tanhh'. Did you mean 'tanh'? 'locoprop activations list' shows all."),
        ("activations evaluate tanh", "error: nothing to compute: give --at=-1,0.5, or --invert=0.3"),
        ("activations evaluate tanh --at=1 --invert=0.3", "error: --at and --invert: give one of them"),
        ("activations evaluate tanh --at=1,two", "error: --at=1,two: 'two' is no number; write it like --at=-1,0.5"),
        ("activations evaluate tanh --at=1,,2", "error: --at=1,,2: a number is missing; write it like --at=-1,0.5"),
        ("activations evaluate tanh --at=", "Error: Missing value for '--at <a,a,…>'"),
        ("activations evaluate tanh --precision half --at=1", "Error: The value 'half' is invalid for '--precision <type>'"),
        ("activations evaluate elu --set beta --at=1", "error: --set 'beta': write it like beta=0.3"),
        ("activations evaluate elu --set beta=x --at=1", "error: --set 'beta=x': 'x' is no number"),
        ("activations evaluate elu --set beta=1 --set beta=2 --at=1", "error: --set 'beta=2': 'beta' is given twice; leave one of them out"),
        ("activations evaluate elu(beta=0.3) --set beta=2 --at=1", "error: --set 'beta=2': 'beta' is given twice; leave one of them out"),
        ("activations evaluate elu --set beta=inf --at=1", "error: elu: parameter 'beta': inf is outside its domain [0, inf)."),
        ("activations loss gelu --estimate=1 --target=0", "error: gelu has no matching loss: its link falls for a < -0.7517915246935645, so its integral is not convex. --rising gives the loss of its increasing part."),
        ("activations loss tanh --estimate=1 --target=0 --rising", "error: tanh has no split into increasing parts: its link never falls."),
        ("activations loss softmax --estimate=1 --target=0 --rising", "error: --rising: the link of 'softmax' never falls; leave it out"),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 5 --activation elu --learn bta", "error: --learn: unknown parameter of elu 'bta'. Did you mean 'beta'? Known: beta."),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 5 --activation tanh --learn beta", "error: --learn: unknown parameter of tanh 'beta'. It has none."),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 5 --activation elu --learn beta,beta", "error: --learn: 'beta,beta': write each name once, like beta, or write none"),
        ("train --data DATA --network 6-4-2-4-6 --batch-size 5 --activation prelu --method locoprop-s(eta=0.1,solver=closed-form)", "error: --activation: layer 1: 'beta' of 'prelu' cannot be learned: the closed form solves for the weights alone; take 'solver=iterative', or learn none"),
        ("activations evaluate elu --set beta=nan --at=1", "error: elu: parameter 'beta': nan is outside its domain [0, inf)."),
        ("activations evaluate step --invert=0.3", "error: step has no inverse: its link is nondecreasing, so it takes some values more than once."),
        ("activations loss tanh --estimate=1,2 --target=1", "error: 2 estimates and 1 targets; each estimate needs its target"),
        ("activations loss tanh --estimate=1", "Error: Missing expected argument '--target <a,a,…>'"),
    ]

    @Test(arguments: cases.indices) func `wrong usage ends with 64, one clear line and no file`(index: Int) throws {
        let (text, message) = Self.cases[index]
        let (folder, place) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.writeDataset()
        let before = folder.names
        let arguments = text.replacing("DATA", with: folder.path).split(separator: " ").map(String.init)
        let result = try Program.run(arguments, in: place.path)
        #expect(result.status == 64)
        #expect(result.output == "")
        #expect(result.errors.split(separator: "\n").first.map(String.init) == message.replacing("DATA", with: folder.path))
        #expect(place.names == [])
        #expect(folder.names == before)
    }

    @Test func `what the user gave is quoted short and without control characters`() throws {
        let long = try Program.run(["train", "--activation", String(repeating: "(", count: 20_000)])
        #expect(long.status == 64)
        #expect(long.errors.count < 2000)
        #expect(long.errors.hasSuffix("like 'elu(beta=0.3)'.\n"))
        let escape = try Program.run(["train", "--data", "a\u{1B}[31m\nb"])
        #expect(escape.errors.hasPrefix("error: --data: a\u{FFFD}[31m\u{FFFD}b: no data set, file or folder of this name"))
        #expect(try Program.run(["train", "--data", ""]).errors.hasPrefix("error: --data: '': no data set"))
    }

    @Test func `a vector too long for its Jacobian is refused`() throws {
        let vector = [String](repeating: "0", count: 1025).joined(separator: ",")
        let result = try Program.run(["activations", "evaluate", "softmax", "--at=\(vector)"])
        #expect(result.status == 64)
        #expect(result.errors == "error: a vector of 1025 numbers; 1024 are the most\n")
    }
}
