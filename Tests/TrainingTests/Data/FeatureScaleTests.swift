import Activations
import LocoProp
import Testing
import Training
import TrainingTestSupport

@Suite struct FeatureScaleTests {
    private let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private func load(_ scaling: Scaling) throws -> Dataset {
        try folder.write(Array("1,7,1000\n3,7,-1000\n5,7,0\n".utf8), "train.csv")
        try folder.write(Array("9,8,-3000\n3,7,500\n".utf8), "test.csv")
        return try Dataset.load(DataRequest(folder.path, scaling: scaling))
    }

    @Test func `min-max is by the training part, clips what lies beyond, and puts what never changes at 0`() throws {
        let data = try load(.minMax)
        #expect(try data.train.values(0..<3) == [0, 0, 1, 0.5, 0, 0, 1, 0, 0.5])
        #expect(try data.test.values(0..<2) == [1, 1, 0, 0.5, 0, 0.75])
    }

    @Test func `standardised columns have mean 0 and deviation 1 in the training part`() throws {
        let data = try load(.standardise)
        let values = try data.train.values(0..<3)
        for column in [0, 2] {
            let numbers = (0..<3).map { Double(values[3 * $0 + column]) }
            // Sums of three Floats.
            #expect(abs(numbers.reduce(0, +)) < 1e-6 && abs(numbers.map { $0 * $0 }.reduce(0, +) - 3) < 1e-6)
        }
        #expect(values[1] == 0 && values[4] == 0)
        // (9 − 3) / √(8/3)
        #expect(try abs(data.test.values([0])[0] - 3.6742346) < 1e-6)
    }

    @Test(arguments: [Scaling.minMax, .standardise]) func `what is held out for validation has no say in the scaling`(scaling: Scaling) throws {
        let rows = (0..<20).map { "\(1 << $0),\($0 % 2 == 0 ? "b" : "a")\n" }
        let table = try folder.write(Array(rows.joined().utf8), "t.csv")
        let data = try Dataset.load(DataRequest(table, scaling: scaling, labelColumn: "2"))
        let (rest, held) = try data.holdingOut(.share(0.9), seed: 1)
        var raw = rest.train
        raw.scale = nil
        let numbers = try raw.values(0..<rest.train.count)
        let scale = try #require(rest.scale)
        #expect(scale == (try FeatureScale(scaling, training: raw)) && scale != data.scale)
        #expect(rest.train.scale == scale && rest.test.scale == scale && held?.scale == scale)
        if scaling == .minMax { #expect(scale.offsets == [numbers.min()] && scale.divisors == [numbers.max()! - numbers.min()!]) }
        // And all that is kept of the data with the weights stays.
        #expect(rest.request == data.request && rest.classNames == ["a", "b"] && rest.isSplitHere)
        #expect(rest.notes.map(\.name) == data.notes.map(\.name))
    }

    @Test func `bytes that were stored as numbers become the grey values that they are`() throws {
        try folder.write(Array("0,255\n51,128\n".utf8), "t.csv")
        let data = try Dataset.load(DataRequest(folder.file("t.csv"), scaling: .bytes, testFraction: 0.5))
        let values = try data.train.values([0]) + data.test.values([0])
        #expect(Set(values) == [0, 1, 0.2, 128 / 255])
    }

    @Test(arguments: [Scaling.minMax, .standardise]) func `a column whose range is no float is refused`(scaling: Scaling) throws {
        let table = try folder.write(Array("1,3.4e38\n2,-3.4e38\n3,0\n4,3.4e38\n5,-3.4e38\n6,1\n".utf8), "wide.csv")
        let error = try #require(throws: DataError.self) { try Dataset.load(DataRequest(table, scaling: scaling)) }
        #expect(error.description == "\(table): --scale=\(scaling.rawValue) needs ranges that are 32-bit floats, and column 1 goes from -3.4e+38 to 3.4e+38; scale the data beforehand")
        #expect(throws: Never.self) { try Dataset.load(DataRequest(table, scaling: .bytes)) }
    }

    @Test func `what was scaled is undone`() throws {
        for scaling in [Scaling.minMax, .standardise, .bytes] {
            let scale = try #require(try load(scaling).scale)
            var values = try load(scaling).train.values(0..<3)
            scale.undo(&values)
            for (value, raw) in zip(values, [1, 7, 1000, 3, 7, -1000, 5, 7, 0] as [Float]) { #expect(abs(value - raw) <= 1e-4) }
        }
    }

    @Test(arguments: [Scaling.minMax, .standardise, .bytes]) func `a network's file keeps the scaling and how the data were read`(scaling: Scaling) throws {
        try folder.write(Array("x,z,kind\n1,200,b\n3,100,a\n5,0,b\n7,300,a\n".utf8), "t.csv")
        let request = DataRequest(
            folder.file("t.csv"), seed: 3, scaling: scaling, testFraction: 0.25, header: .yes, labelColumn: "kind")
        let data = try Dataset.load(request)
        let specification = try NetworkSpecification(
            inputWidth: 2, layers: [.init(width: 2, activation: Softmax())])
        let saved = SavedNetwork(network: Network(specification, seed: 0), loss: .softmaxCrossEntropy, notes: data.notes)
        try saved.safetensors.write(to: folder.file("w.safetensors"))
        let again = try SavedNetwork(path: folder.file("w.safetensors"), registry: .catalogue)
        #expect(again.trainingData == request)
        #expect(again.classNames == ["a", "b"])
        #expect(try again.scale() == data.scale)
        // Read for the saved network, other data are scaled by the same numbers.
        let all = try SelectedData(DataRequest(request.source, labelColumn: "kind"), part: .all, for: again)
        #expect(try all.sets[0].values(0..<4).count == 8 && all.sets[0].scale == data.scale)
        #expect(all.className(1) == "b")
    }

    @Test func `numbers of a scaling that do not fit the network are refused`() throws {
        let specification = try NetworkSpecification(
            inputWidth: 2, layers: [.init(width: 2, activation: Softmax())])
        for text in ["", "{}", #"{"offsets":[0],"divisors":[1],"clips":true}"#, #"{"offsets":[0,0],"divisors":[1,0],"clips":true}"#,
            #"{"offsets":[0,"nan"],"divisors":[1,1],"clips":true}"#, #"{"offsets":[0,0],"divisors":[1,1]}"#] {
            let saved = SavedNetwork(
                network: Network(specification, seed: 0), loss: .softmaxCrossEntropy,
                notes: [(name: "data_scale_numbers", text: text)])
            #expect(throws: DataError.self) { try saved.scale() }
        }
    }

    @Test func `targets outside [0, 1] are refused for sigmoid cross entropy alone`() throws {
        let data = try load(.none)
        for loss in [FinalLoss.squaredError, .softmaxCrossEntropy] { try data.checkTargets(for: loss) }
        let error = try #require(throws: DataError.self) { try data.checkTargets(for: .sigmoidCrossEntropy) }
        #expect(error.description == "\(folder.path): training example 0, column 1 is 7.0, and 6 further ones are bad, too: sigmoid-cross-entropy needs values from 0 to 1 of its targets; scale them by --scale=min-max (or =bytes, for grey values 0 … 255), or take --loss=squared-error")
        try load(.minMax).checkTargets(for: .sigmoidCrossEntropy)
        #expect(throws: DataError.self) { try load(.standardise).checkTargets(for: .sigmoidCrossEntropy) }
    }
}
