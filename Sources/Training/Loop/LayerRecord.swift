import ActivationCore
import LocoProp

/// What is known of a layer after an epoch.
public struct LayerRecord: Sendable, Equatable {
    /// Counted from 1.
    public let layer: Int
    /// As it is written in a network, such as `elu(beta=0.3)`.
    public let activation: String
    /// The layer's local objective (`LocalLoss`) before and after the T local iterations of the epoch's last step,
    /// averaged over its batch; `nil` under BackProp, which has none. LocoProp-M's may be negative.
    public let localLossBefore: Double?
    public let localLossAfter: Double?
    /// The share of units and test examples at which the activation's slope is at most a hundredth of its maximum
    /// (`Trainer/saturations()`).
    public let saturation: Double?

    package init(
        layer: Int, activation: String, localLossBefore: Double?, localLossAfter: Double?, saturation: Double?
    ) {
        self.layer = layer
        self.activation = activation
        self.localLossBefore = localLossBefore
        self.localLossAfter = localLossAfter
        self.saturation = saturation
    }

    /// Those of all layers.
    /// - Parameters:
    ///   - losses: by layer, summed over `rows`; empty where there are none.
    ///   - saturation: by layer; empty where it was not measured.
    static func all(
        _ network: Network<Float>, losses: [LocalLoss], rows: Int, saturation: [Double]
    ) -> [LayerRecord] {
        network.specification.layers.enumerated().map { index, layer in
            let loss = losses.indices.contains(index) ? losses[index] : nil
            return LayerRecord(
                layer: index + 1, activation: "\(layer.activation)",
                localLossBefore: loss.map { $0.before / Double(rows) },
                localLossAfter: loss.map { $0.after / Double(rows) },
                saturation: saturation.indices.contains(index) ? saturation[index] : nil)
        }
    }

    public var json: JSONValue {
        var members: [JSONValue.Member] = [.init("layer", .integer(layer)), .init("activation", .string(activation))]
        if let localLossBefore, let localLossAfter {
            members += [
                .init("local_loss_before", .double(localLossBefore)), .init("local_loss_after", .double(localLossAfter)),
            ]
        }
        if let saturation { members.append(.init("saturation", .double(saturation))) }
        return .object(members)
    }

    /// Reads what ``json`` writes; `nil` of anything else.
    package init?(_ json: JSONValue) {
        guard let layer = json["layer"]?.integer, let activation = json["activation"]?.string else { return nil }
        self.init(
            layer: layer, activation: activation, localLossBefore: json["local_loss_before"]?.number,
            localLossAfter: json["local_loss_after"]?.number, saturation: json["saturation"]?.number)
    }
}
