/// Values that mean something else to YAML than they were meant to. The reader goes on after each: the entry after it has a misspelt key, which is found too.
let quotingProblems: [BadCatalogue] = [
    BadCatalogue(
        "a closed interval without quotes",
        header + entry(["domain": "[0, 1]"]),
        [
            #"8:13 needs-quotes: 'domain' must be a text, but this is a list to YAML; put it in quotes: "[0, 1]""#,
        ]),
    BadCatalogue(
        "a half-open interval without quotes",
        header + entry(["domain": "[0, inf)"]) + entry("next", "Next", ["link": nil, "lnik": "a"]),
        [
            #"8:13 needs-quotes: '[' begins a list in YAML; put the value in quotes: "[0, inf)""#,
            "13:5 unknown-key: unknown key 'lnik'. Did you mean 'link'?",
        ]),
    BadCatalogue(
        "the same at the end of the file",
        header + entry(["domain": "[0, inf)"]),
        [
            #"8:13 needs-quotes: '[' begins a list in YAML; put the value in quotes: "[0, inf)""#,
        ]),
    BadCatalogue(
        "an open interval inside { }",
        header + entry(["link": "beta * a", "parameters": "\n      beta: { default: 1, domain: (0, inf), note: size }"]) + entry("next", "Next", ["link": nil, "lnik": "a"]),
        [
            #"9:35 needs-quotes: a comma ends a value inside { }; put the value in quotes: "(0, inf)""#,
            "14:5 unknown-key: unknown key 'lnik'. Did you mean 'link'?",
        ]),
    BadCatalogue(
        "a half-open interval inside { }",
        header + entry(["link": "beta * a", "parameters": "\n      beta: { default: 1, domain: [0, inf), note: size }"]) + entry("next", "Next", ["link": nil, "lnik": "a"]),
        [
            #"9:35 needs-quotes: '[' begins a list in YAML; put the value in quotes: "[0, inf)""#,
            "14:5 unknown-key: unknown key 'lnik'. Did you mean 'link'?",
        ]),
    BadCatalogue(
        "an interval closed above inside { }",
        header + entry(["link": "beta * a", "parameters": "\n      beta: { default: 1, domain: (0, 1], note: size }"]) + entry("next", "Next", ["link": nil, "lnik": "a"]),
        [
            #"9:35 needs-quotes: a comma ends a value inside { }; put the value in quotes: "(0, 1]""#,
            "14:5 unknown-key: unknown key 'lnik'. Did you mean 'link'?",
        ]),
    BadCatalogue(
        "a note with commas inside { }",
        header + entry(["link": "beta * a", "parameters": "\n      beta: { default: 1, note: big, and small, really }"]),
        [
            #"9:33 needs-quotes: a comma ends a value inside { }; put the value in quotes: "big, and small, really""#,
        ]),
    BadCatalogue(
        "a note with a colon inside { }",
        header + entry(["link": "beta * a", "parameters": "\n      beta: { default: 1, note: big: very }"]) + entry("next", "Next", ["link": nil, "lnik": "a"]),
        [
            #"9:33 needs-quotes: ': ' ends a key in YAML; put the value in quotes: "big: very""#,
            "14:5 unknown-key: unknown key 'lnik'. Did you mean 'link'?",
        ]),
    BadCatalogue(
        "a formula that starts with a minus and a space",
        header + entry(["link": "- a"]) + entry("next", "Next", ["link": nil, "lnik": "a"]),
        [
            #"6:11 needs-quotes: '- ' begins a list in YAML; put the value in quotes: "- a""#,
            "12:5 unknown-key: unknown key 'lnik'. Did you mean 'link'?",
        ]),
    BadCatalogue(
        "a note with a colon and a space",
        header + entry(["note": "see this: it's here"]) + entry("next", "Next", ["link": nil, "lnik": "a"]),
        [
            #"8:11 needs-quotes: ': ' ends a key in YAML; put the value in quotes: "see this: it's here""#,
            "13:5 unknown-key: unknown key 'lnik'. Did you mean 'link'?",
        ]),
    BadCatalogue(
        "a comment in a formula",
        header + entry(["link": "a + # b"]),
        [
            "6:14 missing-operand: the formula ends where a number, a name or '(' is expected; YAML reads ' #' as the start of a comment: if it belongs to the formula, put it in quotes",
        ]),
    BadCatalogue(
        "a comment in a call",
        header + entry(["link": "max(a, #0)"]),
        [
            "6:17 missing-operand: the formula ends where a number, a name or '(' is expected; YAML reads ' #' as the start of a comment: if it belongs to the formula, put it in quotes",
        ]),
    BadCatalogue(
        "signs that YAML reserves",
        header + entry("good", "@X", ["title": "*bold*", "link": "|a|", "note": "& co", "reference": "%5"]),
        [
            #"4:11 needs-quotes: '@' has a meaning of its own at the start of a YAML value; put the value in quotes: "@X""#,
            "4:11 invalid-type: '@X' is not a Swift type name: write ASCII letters and digits, a capital letter first, such as 'X'",
            #"5:12 needs-quotes: '*' has a meaning of its own at the start of a YAML value; put the value in quotes: "*bold*""#,
            #"6:11 needs-quotes: '|' has a meaning of its own at the start of a YAML value; put the value in quotes: "|a|""#,
            "6:11 unexpected-character: conditions cannot be combined; nest one where(…) in another",
            #"8:11 needs-quotes: '&' has a meaning of its own at the start of a YAML value; put the value in quotes: "& co""#,
            #"9:16 needs-quotes: '%' has a meaning of its own at the start of a YAML value; put the value in quotes: "%5""#,
        ]),
    BadCatalogue(
        "a text after its quotes",
        header + entry(["title": #""Good" one"#]) + entry("next", "Next", ["link": nil, "lnik": "a"]),
        [
            #"5:12 needs-quotes: a text goes on after its closing quotation mark; put the value in quotes: '"Good" one'"#,
            "12:5 unknown-key: unknown key 'lnik'. Did you mean 'link'?",
        ]),
]
