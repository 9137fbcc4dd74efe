import ActivationCore
import Interchange
import LocoProp

/// A format that a trained network can be handed on in.
package enum ExportFormat: String, CaseIterable, Sendable {
    case onnx, safetensors, npz

    package var summary: String {
        switch self {
        case .onnx: "the whole network, in standard operators (operator set 17)"
        case .safetensors: "weights and biases, with what the network is in the metadata"
        case .npz: "weights and biases as NumPy's arrays"
        }
    }
}

/// How exported weights are laid out.
package enum ExportLayout: String, CaseIterable, Sendable {
    case locoprop, torch

    package var summary: String {
        switch self {
        case .locoprop: "weights are [in, out]: y = f(x W + b)"
        case .torch: "weights are [out, in], as torch.nn.Linear has them"
        }
    }
}

extension SavedNetwork {
    /// Writes the network in another program's format, whole or not at all.
    ///
    /// Tensors are `layers.m.weight` and `layers.m.bias`, m from 0; parameters of activations are part of the
    /// metadata `activations` in safetensors, and arrays or initializers `layers.m.activation.NAME` otherwise. An ONNX
    /// model scales its inputs as in training.
    /// - Throws: ``FileError``; ``DataError`` for numbers of a scaling that do not fit the network.
    package func export(as format: ExportFormat, layout: ExportLayout = .locoprop, to path: String) throws {
        switch format {
        case .onnx:
            let scale = try scale().map {
                ONNXModel.InputScale(offsets: $0.offsets, divisors: $0.divisors, clips: $0.clips)
            }
            // Numbers that the graph has are not for its users to apply again.
            let metadata = description.filter { $0.name != "data_scale_numbers" }
            let bytes = ONNXModel.bytes(
                of: network, scale: scale, version: ProgramVersion.current, metadata: metadata)
            try OutputFile.replace(path) { (file) throws(FileError) in try file.write(bytes) }
        case .npz: try writeArrays(layout, to: path)
        case .safetensors:
            // In our layout it is a file of weights like those of a run, which `evaluate` reads.
            let file = layout == .locoprop
                ? safetensors
                : Safetensors(metadata: [("layout", layout.rawValue)] + description, tensors: tensors(layout))
            try file.write(to: path)
        }
    }

    /// What the network is, for people and programs.
    private var description: [(name: String, text: String)] {
        safetensors.metadata.filter { $0.name != "locoprop_format" }
    }

    private func tensors(_ layout: ExportLayout) -> [Safetensors.Tensor] {
        safetensors.tensors.map { tensor in
            guard layout == .torch, tensor.shape.count == 2 else { return tensor }
            let (rows, columns, values) = (tensor.shape[0], tensor.shape[1], tensor.values)
            var turned = [Float](repeating: 0, count: values.count)
            for row in 0..<rows {
                for column in 0..<columns { turned[column * rows + row] = values[row * columns + column] }
            }
            return Safetensors.Tensor(name: tensor.name, shape: [columns, rows], values: turned)
        }
    }

    private func writeArrays(_ layout: ExportLayout, to path: String) throws(FileError) {
        try OutputFile.replace(path) { (file) throws(FileError) in
            var archive = ZIPWriter(file)
            for tensor in tensors(layout) { try archive.add(tensor.name, shape: tensor.shape, tensor.values) }
            for index in network.specification.layers.indices {
                let activation = network.activation(ofLayer: index)
                for (parameter, value) in zip(activation.descriptor.parameters, activation.parameterValues) {
                    try archive.add("layers.\(index).activation.\(parameter.name)", shape: [], [Float(value)])
                }
            }
            try archive.finish()
        }
    }
}

extension ZIPWriter {
    /// Adds an array of NumPy's.
    fileprivate mutating func add(_ name: String, shape: [Int], _ values: [Float]) throws(FileError) {
        let words = values.map(\.bitPattern.littleEndian)
        try add("\(name).npy", NPYWriter.header(.f4, shape) + words.withUnsafeBytes { Array($0) })
    }
}
