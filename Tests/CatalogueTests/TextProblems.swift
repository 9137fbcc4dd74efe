/// Titles, notes and references that try to get out of a comment, or too long; formulas, with their places in all of YAML's layouts.
let textProblems: [BadCatalogue] = [
    BadCatalogue(
        "a title that ends a comment",
        header + entry(["title": "Good */ int x; /*"]),
        [
            "5:17 unsafe-text: '*/' in 'title' would end or open a comment in generated code; write it apart",
        ]),
    BadCatalogue(
        "a note that opens a comment",
        header + entry(["note": "Good /* one"]),
        [
            "8:16 unsafe-text: '/*' in 'note' would end or open a comment in generated code; write it apart",
        ]),
    BadCatalogue(
        "a note with a line break",
        header + entry(["note": "\"one\\ntwo\""]),
        [
            "8:15 unsafe-text: 'note' has a line break; write it as one paragraph ('>' joins lines)",
        ]),
    BadCatalogue(
        "a literal note of two lines",
        header + entry(["note": "|\n      one\n      two"]),
        [
            "9:10 unsafe-text: 'note' has a line break; write it as one paragraph ('>' joins lines)",
        ]),
    BadCatalogue(
        "a backslash, at whose line's end C reads on",
        header + entry(["reference": "one \\"]),
        [
            "8:20 unsafe-text: '\\' is not allowed in 'reference', where it could reach into generated code; remove it",
        ]),
    BadCatalogue(
        "an invisible character by escape",
        header + entry(["title": "\"a\\u202Eb\"", "note": "\"c\\0\""]),
        [
            "5:14 unsafe-text: the invisible character U+202E is not allowed; remove it",
            "8:13 unsafe-text: the invisible character U+0000 is not allowed; remove it",
        ]),
    BadCatalogue(
        "a parameter's note that ends a comment",
        header + entry(["link": "beta * a", "parameters": "\n      beta: { default: 1, note: \"*/\" }"]),
        [
            "9:34 unsafe-text: '*/' in 'note' would end or open a comment in generated code; write it apart",
        ]),
    BadCatalogue(
        "texts too long",
        header + entry(["title": String(repeating: "t", count: 121), "note": String(repeating: "n", count: 2001), "reference": String(repeating: "r", count: 501)]),
        [
            "5:132 too-long: 'title' is longer than 120 characters; shorten it",
            "8:2011 too-long: 'note' is longer than 2000 characters; shorten it",
            "9:516 too-long: 'reference' is longer than 500 characters; shorten it",
        ]),
    BadCatalogue(
        "names in formulas",
        header + entry(["link": "x + bet + ln(a)", "parameters": "\n      beta: { default: 1 }", "inverse": "a", "dual": "y + y2"]),
        [
            "6:11 unknown-name: unknown name 'x'; the variable of a link is 'a'",
            "6:15 unknown-name: unknown name 'bet'. Did you mean 'beta'?",
            "6:21 unknown-function: there is no function 'ln'; write log(a): log is natural",
            "10:14 wrong-variable: an inverse is a formula in 'y'; write 'y' instead of 'a'",
            "11:15 unknown-name: unknown name 'y2'; declare it under 'parameters', or use one of y, pi, beta",
        ]),
    BadCatalogue(
        "wrong arity and open parentheses",
        header + entry(["link": "max(a)", "integral": "(a + 1", "inverse": "y + 1)"]),
        [
            "6:11 wrong-arity: 'max' takes 2 arguments, not 1; write max(a, 0)",
            "7:15 unbalanced-parenthesis: this '(' is never closed; add the ')' that belongs to it",
            "8:19 unbalanced-parenthesis: this ')' closes nothing; remove it or add a '(' before it",
        ]),
    BadCatalogue(
        "places after what is not ASCII",
        header + entry(["title": "Größe", "link": "\"a +\tgröße\"", "parameters": #"{ note: "é😀", beta: { default: x } }"#]),
        [
            "6:16 unknown-name: unknown name 'größe'; declare it under 'parameters', or use one of a, pi, note, beta",
            #"8:25 wrong-kind: the parameter 'note' must be a mapping, such as { default: 1, domain: "[0, inf)" }, but this is a text"#,
            "8:48 invalid-number: the default 'x' is not a decimal number; write it like 1, -0.5 or 2e-3",
        ]),
    BadCatalogue(
        "places in folded, quoted and literal formulas",
        header + entry(["link": "max(a,\n      0) + zz", "integral": ">\n      a^2 +\n      qq", "inverse": "\"y + \\x71r\"", "dual": "|\n      y +\n      ww"]),
        [
            "7:12 unknown-name: unknown name 'zz'; declare it under 'parameters', or use one of a, pi",
            "8:15 unknown-name: unknown name 'qq'; declare it under 'parameters', or use one of a, pi",
            "11:19 unknown-name: unknown name 'qr'; declare it under 'parameters', or use one of y, pi",
            "14:7 unknown-name: unknown name 'ww'; declare it under 'parameters', or use one of y, pi",
        ]),
    BadCatalogue(
        "a coupled link and an integral that is not",
        header + entry(["link": "exp(a) / sum(exp(a))", "dual": "y"]),
        [
            "7:15 coupling: the link uses sum, so the integral is one number for the whole vector and must use sum too",
            "8:11 coupling: the link uses sum, so the dual is one number for the whole vector and must use sum too",
        ]),
    BadCatalogue(
        "a coupled integral and a link that is not",
        header + entry(["integral": "log(sum(exp(a)))", "dual": "sum(y)"]),
        [
            "7:15 coupling: the integral uses sum but the link does not; without sum in the link, write the integral of one coordinate",
            "8:11 coupling: the dual uses sum but the link does not; without sum in the link, write the dual of one coordinate",
        ]),
    BadCatalogue(
        "a nest of parentheses",
        header + entry(["link": String(repeating: "(", count: 300) + "a" + String(repeating: ")", count: 300)]),
        [
            "6:212 formula-too-deep: operations nest deeper than 200 levels here; simplify the formula",
        ]),
]
