/// One of a fixed number of parts that the kernels are cut into by their entries' names, so that an edit of one
/// entry compiles one part again: a header of formulas, and a C file for each instruction-set variant.
struct KernelShard {
    let index: Int
    /// The entries of this shard, in the catalogue's order.
    let entries: [GeneratedEntry]
    /// The C module: the prefix of every symbol that the linker sees.
    let module: String

    /// The build is planned before the catalogue is read, so the number is the same for all. The plugin names the same files.
    static let count = 16

    init(_ index: Int, of entries: [GeneratedEntry], module: String) {
        self.module = module
        self.index = index
        self.entries = entries.filter { Self.index(of: $0.name) == index }
    }

    static func index(of name: String) -> Int { Int(FileHeader.hash(of: name.utf8) % UInt64(count)) }

    enum Variant: String, CaseIterable {
        case baseline
        case v3
        case v4

        var macro: String {
            switch self {
            case .baseline: "ACTIVATION_BASELINE"
            case .v3: "ACTIVATION_X86_64_V3"
            case .v4: "ACTIVATION_X86_64_V4"
            }
        }

        /// The clang name of the instruction set; `nil` for what the compiler targets anyway.
        var architecture: String? { self == .baseline ? nil : "x86-64-\(rawValue)" }
    }

    static func tableName(_ index: Int, _ variant: Variant, _ module: String) -> String {
        "\(module)_table_\(digits(index))_\(variant.rawValue)"
    }

    private static func digits(_ index: Int) -> String { index < 10 ? "0\(index)" : "\(index)" }

    private var headerName: String { "formulas_\(Self.digits(index)).h" }

    func files() -> [GeneratedFile] {
        [GeneratedFile(name: headerName, text: header())]
            + Variant.allCases.map {
                GeneratedFile(name: "kernels_\(Self.digits(index))_\($0.rawValue).c", text: kernels($0))
            }
    }

    private func header() -> String {
        let lines = FileHeader.linesWithoutDigest(comment: "//") + [
            "#pragma once", "#include <conjugate_kernels.h>", "#include <coupled_conjugate.h>",
            "#include <integer_power.h>", "#include <math.h>", "#include <normalised_kernels.h>",
            "#include <numeric_integral.h>", "#include <stddef.h>",
            "#include <vector_math.h>", "",
        ]
        let explicit = entries.filter { !$0.entry.isNormalised }
        // Double first: some float functions round the double ones' results.
        return (lines + CRenderer.Precision.allCases.reversed().flatMap { FormulaHeader(entries: explicit, precision: $0).lines() }
            + ConjugateHeader(entries: explicit).lines()
            + NormalisedHeader(entries: entries.filter(\.entry.isNormalised)).lines()).joined(separator: "\n")
    }

    /// The shard's table holds for each entry its kernels in float, then in double.
    private func kernels(_ variant: Variant) -> String {
        var lines = FileHeader.linesWithoutDigest(comment: "//")
        if let architecture = variant.architecture {
            let target = "arch=\(architecture)\(variant == .v4 ? ",no-prefer-256-bit" : "")"
            lines += ["#if defined(__x86_64__)", "#define VECTOR_MATH_FUSED"]
            if variant == .v4 { lines.append("#define VECTOR_MATH_AVX512") }
            lines += [
                "#include <immintrin.h>", "#include <math.h>", "#include <stdlib.h>",
                "#pragma clang attribute push(__attribute__((target(\"\(target)\"))), apply_to = function)",
            ]
        }
        lines += ["#include \"\(headerName)\"", "#include <coupled_kernels.h>", "#include <elementwise_kernels.h>", ""]
        for entry in entries {
            if !entry.entry.isCoupled {
                let loops = entry.forms.link == .variable ? "COPYING" : "ELEMENTWISE"
                lines.append("#define \(entry.name)_link_loop \(loops)_MAP")
                lines.append("#define \(entry.name)_pair_loop \(loops)_PAIR")
                lines.append("#define \(entry.name)_loops_f32 \(entry.forms.isGELU ? "GELU" : "FORMULA")_LOOPS")
                lines.append("#define \(entry.name)_loops_f64 FORMULA_LOOPS")
                lines.append("#define \(entry.name)_piece_losses \(entry.slopeShape == nil ? "no_piece_losses" : "piece_losses")")
            }
            let macro = entry.entry.isCoupled ? "COUPLED_KERNELS" : "ELEMENTWISE_KERNELS"
            for precision in CRenderer.Precision.allCases {
                lines += parameterMaps(of: entry, precision) + splitKernels(of: entry, precision)
                lines.append("\(macro)(\(entry.name), \(precision.type), \(precision.suffix))")
            }
        }
        let table = Self.tableName(index, variant, module)
        lines += ["", "extern const activation_kernels *const \(table)[];", "const activation_kernels *const \(table)[] = {"]
        for entry in entries { lines += CRenderer.Precision.allCases.map { "    &\(entry.name)_kernels_\($0.suffix)," } }
        // A shard may be empty, an array may not.
        if entries.isEmpty { lines.append("    0,") }
        lines.append("};")
        if variant.architecture != nil { lines += ["#pragma clang attribute pop", "#endif"] }
        return lines.joined(separator: "\n") + "\n"
    }
}
