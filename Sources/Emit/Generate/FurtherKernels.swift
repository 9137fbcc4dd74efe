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

extension KernelShard {
    /// The kernels of the two increasing parts of a link that falls, and for every elementwise entry the name that its
    /// table takes them from.
    func splitKernels(of entry: GeneratedEntry, _ precision: CRenderer.Precision) -> [String] {
        guard !entry.entry.isCoupled else { return [] }
        let (name, suffix) = (entry.name, precision.suffix)
        guard entry.isFalling else { return ["#define \(name)_split_table_\(suffix) NULL"] }
        return [
            "SPLIT_KERNELS(\(name), \(precision.type), \(suffix))",
            "#define \(name)_split_table_\(suffix) &\(name)_split_kernels_\(suffix)",
        ]
    }
}
