/// Text that is not YAML, or YAML that a catalogue has no use for.
let yamlProblems: [BadCatalogue] = [
    BadCatalogue(
        "a tab for indentation",
        header + "  - name: good\n\ttype: Good\n",
        [
            "4:1 yaml-syntax: this is not YAML: found a tab character that violates indentation; indent with spaces, not tabs",
        ]),
    BadCatalogue(
        "an open quotation mark",
        header + entry(["title": #""Good"#]) + entry("next", "Next"),
        [
            "5:12 yaml-syntax: this is not YAML: this quotation mark is never closed; close it",
        ]),
    BadCatalogue(
        "an unknown escape",
        header + entry(["title": "\"\\q\""]),
        [
            "5:13 yaml-syntax: this is not YAML: found unknown escape character; in double quotes a backslash begins an escape; use single quotes, or write '\\\\'",
        ]),
    BadCatalogue(
        "a word without a colon",
        header + entry() + "    link\n",
        [
            "8:5 yaml-syntax: this is not YAML: a ':' is missing after this key; write 'key: value', or remove the line",
        ]),
    BadCatalogue(
        "a line out of step",
        header + "  - name: good\n   type: Good\n",
        [
            "4:4 yaml-syntax: this is not YAML: while parsing a block collection, did not find expected '-' indicator; check the indentation, and put texts with special characters in quotes",
        ]),
    BadCatalogue(
        "an anchor and its alias",
        header + entry(["title": "&t Good", "note": "*t"]),
        [
            "5:12 anchor: anchors are not allowed; remove it, or put a text that begins with '&' in quotes",
            "8:11 alias: aliases are not allowed; write the value out, or put a text that begins with '*' in quotes",
        ]),
    BadCatalogue(
        "tags",
        header + entry(["title": "!!str Good", "note": "!x"]),
        [
            "5:12 tag: tags are not allowed; remove it, or put a text that begins with '!' in quotes",
            "8:11 tag: tags are not allowed; remove it, or put a text that begins with '!' in quotes",
        ]),
    BadCatalogue(
        "two documents",
        header + entry() + "---\n" + header + entry("other", "Other"),
        [
            "8:1 several-documents: a second document begins here; keep one document in the file: remove the line '---'",
        ]),
    BadCatalogue(
        "a directive",
        "%YAML 1.1\n---\n" + header + entry(),
        [
            "1:1 directive: a line that begins with '%' is a YAML directive, and none is allowed; remove it",
        ]),
    BadCatalogue(
        "keys that are no texts",
        "? [a]\n: b\n" + header + entry(),
        [
            "1:3 complex-key: a list cannot be a key; write a name before the colon",
        ]),
    BadCatalogue(
        "invisible characters",
        header + entry(["title": "a\u{202E}b", "note": "c\u{7}d", "reference": "e\u{2028}f"]),
        [
            "5:13 forbidden-character: the invisible character U+202E is not allowed; remove it",
            "8:12 forbidden-character: the invisible character U+0007 is not allowed; remove it",
            "9:17 forbidden-character: the invisible character U+2028 is not allowed; remove it",
        ]),
    BadCatalogue(
        "a byte-order mark inside",
        header + entry(["title": "Good\u{FEFF}"]),
        [
            "5:16 forbidden-character: the invisible character U+FEFF is not allowed; remove it",
        ]),
]
