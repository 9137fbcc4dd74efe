import Catalogue

/// The implicitly normalised entries' part of a shard's header: the link φ of one coordinate in double, and the row
/// functions that solve for the normalisation (`normalised_kernels.h`). Rows of floats are solved in double too.
struct NormalisedHeader {
    let entries: [GeneratedEntry]

    func lines() -> [String] {
        let coordinates = entries.map(\.coordinate)
        return FormulaHeader(entries: coordinates, precision: .double).lines()
            + ConjugateHeader(entries: coordinates).lines()
            + entries.flatMap { rows($0) + [""] }
    }

    private func rows(_ entry: GeneratedEntry) -> [String] {
        var lines = ["NORMALISED_LINK(\(entry.name))"]
        for index in entry.forms.slopes.indices {
            let names = (ParameterSlope.linkName(index), ParameterSlope.integralName(index))
            for name in [names.0, names.1] {
                let function = "\(entry.coordinate.name)_\(name)"
                lines += [
                    "static double \(function)_at(double a, const double *parameters) {",
                    "    return \(function)_f64(a, \(entry.coordinate.name)_load_f64(parameters));", "}",
                ]
            }
            for precision in CRenderer.Precision.allCases {
                lines.append(
                    "NORMALISED_SLOPE_ROWS(\(entry.name), \(names.0), \(names.1), \(precision.type), \(precision.suffix))")
            }
        }
        return lines
    }
}

extension GeneratedEntry {
    /// The link φ of one coordinate of an implicitly normalised entry, as an elementwise entry of its own.
    var coordinate: GeneratedEntry {
        var coordinate = self
        coordinate.entry.name.value += "__coordinate"  // no entry is called so: two underscores are no snake_case
        coordinate.entry.isNormalised = false
        coordinate.entry.isCoupled = false
        coordinate.monotonicity = coordinateMonotonicity ?? monotonicity
        return coordinate
    }
}
