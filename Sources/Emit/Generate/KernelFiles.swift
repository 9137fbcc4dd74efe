/// The C files that instantiate the kernels: one for each precision and instruction-set variant, and the one that
/// chooses between them at load time.
struct KernelFiles {
    let entries: [GeneratedEntry]
    let header: FileHeader
    /// The C module: the prefix of every symbol that the linker sees.
    let module: String

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

    static func fileName(_ precision: CRenderer.Precision, _ variant: Variant) -> String {
        "kernels_\(precision.suffix)_\(variant.rawValue).c"
    }

    static let dispatchFileName = "dispatch.c"

    func kernels(_ precision: CRenderer.Precision, _ variant: Variant) -> String {
        let suffix = precision.suffix
        let type = precision.type
        var lines = header.lines(comment: "//")
        if let architecture = variant.architecture {
            lines += [
                "#if defined(__x86_64__)",
                "#include <math.h>", "#include <stdlib.h>",
                "#pragma clang attribute push(__attribute__((target(\"arch=\(architecture)\(variant == .v4 ? ",no-prefer-256-bit" : "")\"))), apply_to = function)",
            ]
        }
        lines += [
            "#include \"conjugates.h\"",
            precision == .double ? nil : "#include \"formulas_\(suffix).h\"",
            "#include <coupled_kernels.h>", "#include <elementwise_kernels.h>", "",
        ].compactMap { $0 }
        for entry in entries {
            let macro = entry.entry.isCoupled ? "COUPLED_KERNELS" : "ELEMENTWISE_KERNELS"
            lines.append("\(macro)(\(entry.name), \(type), \(suffix))")
        }
        lines += ["", "extern const activation_kernels *const \(module)_table_\(suffix)_\(variant.rawValue)[];"]
        lines.append("const activation_kernels *const \(module)_table_\(suffix)_\(variant.rawValue)[] = {")
        lines += entries.map { "    &\($0.name)_kernels_\(suffix)," }
        lines.append("};")
        if variant.architecture != nil { lines += ["#pragma clang attribute pop", "#endif"] }
        return lines.joined(separator: "\n") + "\n"
    }

    func dispatch() -> String {
        let tables = CRenderer.Precision.allCases.flatMap { precision in
            Variant.allCases.map { (precision, $0, "\(module)_table_\(precision.suffix)_\($0.rawValue)") }
        }
        var lines = header.lines(comment: "//") + ["#include <activation_kernels_abi.h>", "", "ACTIVATION_CATALOGUE(\(module));", ""]
        for (_, variant, table) in tables {
            let declaration = "extern const activation_kernels *const \(table)[];"
            lines += guarded(variant, declaration)
        }
        lines += ["", "static const activation_kernels *const *const tables[2][ACTIVATION_VARIANTS] = {"]
        for (precision, variant, table) in tables {
            lines += guarded(variant, "    [\(precision.tableIndex)][\(variant.macro)] = \(table),")
        }
        lines += [
            "};", "",
            "int \(module)_count(void) { return \(entries.count); }", "",
            "static int runs(int variant) {",
            "#if defined(__x86_64__)",
            "    if (variant == ACTIVATION_X86_64_V4) return __builtin_cpu_supports(\"x86-64-v4\") != 0;",
            "    if (variant == ACTIVATION_X86_64_V3) return __builtin_cpu_supports(\"x86-64-v3\") != 0;",
            "#endif",
            "    return variant == ACTIVATION_BASELINE;",
            "}", "",
            "const activation_kernels *\(module)_variant(int ordinal, int precision, int variant) {",
            "    if (ordinal < 0 || ordinal >= \(module)_count()) return NULL;",
            "    if (precision != ACTIVATION_FLOAT && precision != ACTIVATION_DOUBLE) return NULL;",
            "    if (variant < 0 || variant >= ACTIVATION_VARIANTS || !runs(variant)) return NULL;",
            "    return tables[precision][variant] ? tables[precision][variant][ordinal] : NULL;",
            "}", "",
            "static int best_variant;", "",
            "__attribute__((constructor)) static void choose_variant(void) {",
            "#if defined(__x86_64__)",
            "    __builtin_cpu_init();",
            "#endif",
            "    for (int variant = 0; variant < ACTIVATION_VARIANTS; ++variant) {",
            "        if (runs(variant)) best_variant = variant;",
            "    }",
            "}", "",
            "const activation_kernels *\(module)_best(int ordinal, int precision) {",
            "    return \(module)_variant(ordinal, precision, best_variant);",
            "}",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func guarded(_ variant: Variant, _ line: String) -> [String] {
        variant.architecture == nil ? [line] : ["#if defined(__x86_64__)", line, "#endif"]
    }
}
