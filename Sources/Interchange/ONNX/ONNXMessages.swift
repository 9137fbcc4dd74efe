/// The messages of ONNX's schema that we write, with its field numbers.
///
/// Source: onnx/onnx.proto of ONNX 1.12 (IR version 8), Apache License 2.0.
enum ONNX {
    /// Of the files' layout.
    static let irVersion = 8
    /// Of the standard operators.
    static let operatorSet = 17

    /// The types of tensors' elements that we use (`TensorProto.DataType`).
    enum ElementType: Int {
        case float = 1
        case int64 = 7
        case bool = 9
        case double = 11
    }

    /// A value that a node computes otherwise for (`AttributeProto`).
    enum Attribute {
        case integer(String, Int)
        case integers(String, [Int])
        case graph(String, ProtobufMessage)

        var message: ProtobufMessage {
            ProtobufMessage { message in
                switch self {
                case .integer(let name, let value):
                    message.add(1, text: name)
                    message.add(3, integer: value)
                    message.add(20, integer: 2)  // INT
                case .integers(let name, let values):
                    message.add(1, text: name)
                    for value in values { message.add(8, integer: value) }
                    message.add(20, integer: 7)  // INTS
                case .graph(let name, let graph):
                    message.add(1, text: name)
                    message.add(6, message: graph)
                    message.add(20, integer: 5)  // GRAPH
                }
            }
        }

        /// What tells two attributes apart; `nil` for a graph, which is like no other.
        var key: String? {
            switch self {
            case .integer(let name, let value): "\(name)=\(value)"
            case .integers(let name, let values): "\(name)=\(values)"
            case .graph: nil
            }
        }
    }

    static func node(
        _ operation: String, name: String, inputs: [String], outputs: [String], attributes: [Attribute]
    ) -> ProtobufMessage {
        ProtobufMessage { message in
            for input in inputs { message.add(1, text: input) }
            for output in outputs { message.add(2, text: output) }
            message.add(3, text: name)
            message.add(4, text: operation)
            for attribute in attributes { message.add(5, message: attribute.message) }
        }
    }

    /// A tensor of given bytes, least significant first.
    static func tensor(_ name: String, _ type: ElementType, shape: [Int], bytes: [UInt8]) -> ProtobufMessage {
        ProtobufMessage { message in
            for size in shape { message.add(1, integer: size) }
            message.add(2, integer: type.rawValue)
            message.add(8, text: name)
            message.add(9, bytes: bytes)
        }
    }

    /// A size of a tensor that is known, or has a name.
    enum Dimension {
        case size(Int)
        case named(String)
    }

    /// What an input or an output of a graph is.
    /// - Parameter shape: `nil` where it is not said.
    static func value(_ name: String, _ type: ElementType, shape: [Dimension]?) -> ProtobufMessage {
        let tensor = ProtobufMessage { message in
            message.add(1, integer: type.rawValue)
            guard let shape else { return }
            message.add(2, message: ProtobufMessage { message in
                for dimension in shape {
                    message.add(1, message: ProtobufMessage { message in
                        switch dimension {
                        case .size(let size): message.add(1, integer: size)
                        case .named(let name): message.add(2, text: name)
                        }
                    })
                }
            })
        }
        return ProtobufMessage { message in
            message.add(1, text: name)
            message.add(2, message: ProtobufMessage { $0.add(1, message: tensor) })
        }
    }

    static func graph(
        _ name: String, nodes: [ProtobufMessage], initializers: [ProtobufMessage], inputs: [ProtobufMessage],
        outputs: [ProtobufMessage]
    ) -> ProtobufMessage {
        ProtobufMessage { message in
            for node in nodes { message.add(1, message: node) }
            message.add(2, text: name)
            for initializer in initializers { message.add(5, message: initializer) }
            for input in inputs { message.add(11, message: input) }
            for output in outputs { message.add(12, message: output) }
        }
    }

    /// - Parameter metadata: texts about the model, by name.
    static func model(
        _ graph: ProtobufMessage, producer: (name: String, version: String), metadata: [(name: String, text: String)]
    ) -> ProtobufMessage {
        ProtobufMessage { message in
            message.add(1, integer: irVersion)
            message.add(2, text: producer.name)
            message.add(3, text: producer.version)
            message.add(8, message: ProtobufMessage { message in
                message.add(1, text: "")
                message.add(2, integer: operatorSet)
            })
            for entry in metadata {
                message.add(14, message: ProtobufMessage { message in
                    message.add(1, text: entry.name)
                    message.add(2, text: entry.text)
                })
            }
            message.add(7, message: graph)
        }
    }
}
