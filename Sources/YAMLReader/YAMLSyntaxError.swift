/// libyaml's word on text that is not YAML.
struct YAMLSyntaxError: Error {
    /// What is wrong, in libyaml's words, such as "mapping values are not allowed in this context".
    var problem: String
    var problemMark: Mark
    /// Inside what it was found, such as "while parsing a flow sequence", and where that begins.
    var context: String
    var contextMark: Mark?
}

extension YAMLSyntaxError {
    /// The finding with what most often is behind it, placed where the cause is rather than where libyaml
    /// noticed.
    func diagnostic(in source: SourceText) -> Diagnostic {
        let opening = contextMark ?? problemMark
        let indentation = source.line(problemMark.line).prefix { isBlank($0) }
        if indentation.contains("\t") || problem.contains("tab character") {
            return finding(problemMark, problem, "indent with spaces, not tabs", in: source)
        }
        if problem == "could not find expected ':'" {
            return finding(opening, "a ':' is missing after this key", "write 'key: value', or remove the line", in: source)
        }
        if problem == "found unknown escape character" {
            return finding(problemMark, problem,
                "in double quotes a backslash begins an escape; use single quotes, or write '\\\\'", in: source)
        }
        if context.contains("quoted scalar") {
            return finding(opening, "this quotation mark is never closed", "close it", in: source)
        }
        if context.contains("flow sequence") || context.contains("flow mapping") {
            let words = "\(context), \(problem)"
            return finding(problemMark, words, "close the bracket opened on line \(opening.line + 1)", in: source)
        }
        return finding(problemMark, context.isEmpty ? problem : "\(context), \(problem)",
            "check the indentation, and put texts with special characters in quotes", in: source)
    }

    private func finding(_ mark: Mark, _ what: String, _ remedy: String, in source: SourceText) -> Diagnostic {
        Diagnostic(source.position(mark), code: "yaml-syntax", "this is not YAML: \(what); \(remedy)")
    }
}
