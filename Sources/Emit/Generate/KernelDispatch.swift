/// The C file that chooses, at load time, between the kernels' instruction-set variants.
struct KernelDispatch {
    let entries: [GeneratedEntry]
    let header: FileHeader
    /// The C module: the prefix of every symbol that the linker sees.
    let module: String

    static let fileName = "dispatch.c"

    func text() -> String {
        let variants = KernelShard.Variant.allCases
        let count = KernelShard.count
        var lines = header.lines(comment: "//") + ["#include <activation_kernels_abi.h>", "", "ACTIVATION_CATALOGUE(\(module));", ""]
        for variant in variants {
            lines += guarded(variant, (0..<count).map { "extern const activation_kernels *const \(KernelShard.tableName($0, variant, module))[];" })
        }
        lines += ["", "// Where each entry is: its shard, and its place there.", "static const struct { short shard, place; } entries[] = {"]
        for entry in entries {
            let shard = KernelShard.index(of: entry.name)
            let place = entries.filter { KernelShard.index(of: $0.name) == shard }.firstIndex { $0.name == entry.name } ?? 0
            lines.append("    {\(shard), \(place)},  // \(entry.name)")
        }
        lines += ["};", "", "static const activation_kernels *const *const tables[ACTIVATION_VARIANTS][\(count)] = {"]
        for variant in variants {
            lines += guarded(variant, ["    [\(variant.macro)] = {"]
                + (0..<count).map { "        \(KernelShard.tableName($0, variant, module))," } + ["    },"])
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
            "    const activation_kernels *const *const shard = tables[variant][entries[ordinal].shard];",
            "    return shard ? shard[2 * entries[ordinal].place + precision] : NULL;",
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

    private func guarded(_ variant: KernelShard.Variant, _ lines: [String]) -> [String] {
        variant.architecture == nil ? lines : ["#if defined(__x86_64__)"] + lines + ["#endif"]
    }
}
