extension KernelShard {
    /// The maps of ∂f/∂θ and ∂F/∂θ of an entry in one precision, and the arrays of them, which end in NULL.
    func parameterMaps(of entry: GeneratedEntry, _ precision: CRenderer.Precision) -> [String] {
        let macros = entry.entry.isCoupled
            ? ("COUPLED_COORDINATES_MAP", "COUPLED_NUMBER_MAP") : ("ELEMENTWISE_MAP", "ELEMENTWISE_MAP")
        let parts = [
            ("link", macros.0, entry.forms.slopes.indices.map(ParameterSlope.linkName)),
            ("integral", macros.1, entry.forms.slopes.indices.map(ParameterSlope.integralName)),
        ]
        return parts.flatMap { quantity, macro, names in
            let maps = names.map { "\(entry.name)_\($0)_map_\(precision.suffix), " }.joined()
            let array = "\(entry.name)_\(quantity)_by_parameter_\(precision.suffix)"
            return names.map { "\(macro)(\(entry.name), \($0), \(precision.type), \(precision.suffix))" }
                + ["static const activation_map \(array)[] = {\(maps)NULL};"]
        }
    }
}
