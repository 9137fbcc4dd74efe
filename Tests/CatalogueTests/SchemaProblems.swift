/// What a catalogue, an entry and a parameter must hold.
let schemaProblems: [BadCatalogue] = [
    BadCatalogue(
        "an empty file",
        "",
        [
            "1:1 empty-file: the file is empty",
        ]),
    BadCatalogue(
        "nothing but a comment",
        "# nothing yet\n",
        [
            "1:1 empty-file: the file is empty",
        ]),
    BadCatalogue(
        "a list",
        "- a\n",
        [
            "1:1 wrong-kind: a catalogue must be a mapping with the keys schema and activations, but this is a list",
        ]),
    BadCatalogue(
        "a text",
        "hello\n",
        [
            "1:1 wrong-kind: a catalogue must be a mapping with the keys schema and activations, but this is a text",
        ]),
    BadCatalogue(
        "no activations",
        "schema: 1\n",
        [
            "1:1 missing-key: the catalogue has no 'activations'; add 'activations: with a list of entries under it'",
        ]),
    BadCatalogue(
        "no schema",
        "activations:\n" + entry(),
        [
            "1:1 missing-key: the catalogue has no 'schema'; add 'schema: 1'",
        ]),
    BadCatalogue(
        "words where true or false must stand",
        header + entry(["monotone": "no", "normalised": "True", "parameters": "{ beta: { default: 1, learnable: yes } }", "link": "beta * a"]),
        [
            "8:15 invalid-word: 'monotone' must be true or false, not 'no'",
            "9:17 invalid-word: 'normalised' must be true or false, not 'True'. Did you mean 'true'?",
            "10:50 invalid-word: 'learnable' must be true or false, not 'yes'",
        ]),
    BadCatalogue(
        "an assumption nobody knows",
        header + entry(["assume": "increasin"]),
        [
            "8:13 invalid-word: 'assume' must be increasing, not 'increasin'. Did you mean 'increasing'?",
        ]),
    BadCatalogue(
        "an assumption against a statement",
        header + entry(["assume": "increasing", "monotone": "false"]),
        [
            "8:13 contradiction: 'monotone: false' says that the link falls somewhere, 'assume: increasing' that it does not; keep one of them",
        ]),
    BadCatalogue(
        "a normalised link with a sum",
        header + entry(["normalised": "true", "link": "exp(a) / sum(exp(a))", "integral": "log(sum(exp(a)))"]),
        [
            "8:17 contradiction: with 'normalised: true' the link is that of one coordinate, but it uses sum; remove one of them",
        ]),
    BadCatalogue(
        "a normalised link that falls",
        header + entry(["normalised": "true", "monotone": "false"]),
        [
            "9:15 contradiction: a normalised link must not decrease, so 'monotone: false' cannot stand beside 'normalised: true'; remove one of them",
        ]),
    BadCatalogue(
        "a schema in words",
        "schema: one\nactivations:\n" + entry(),
        [
            "1:9 invalid-schema: the schema 'one' does not exist; write 'schema: 1'",
        ]),
    BadCatalogue(
        "a schema that never was",
        "schema: 0\nactivations:\n" + entry(),
        [
            "1:9 invalid-schema: the schema '0' does not exist; write 'schema: 1'",
        ]),
    BadCatalogue(
        "an empty schema",
        "schema:\nactivations:\n" + entry(),
        [
            "1:8 empty-value: 'schema' is empty; write a value, or remove it",
        ]),
    BadCatalogue(
        "a future schema, of which only that is said",
        "schema: 2\nactivations:\n" + entry(["newkey": "x"]),
        [
            "1:9 schema-too-new: this catalogue needs schema 2; this version reads 1; update the package",
        ]),
    BadCatalogue(
        "a schema past all integers",
        "schema: 99999999999999999999\nactivations:\n" + entry(),
        [
            "1:9 schema-too-new: this catalogue needs schema 99999999999999999999; this version reads 1; update the package",
        ]),
    BadCatalogue(
        "activations left empty",
        header,
        [
            "2:13 no-entries: 'activations' has no entries; add at least one, beginning with '- name:'",
        ]),
    BadCatalogue(
        "an empty list",
        "schema: 1\nactivations: []\n",
        [
            "2:14 no-entries: 'activations' has no entries; add at least one, beginning with '- name:'",
        ]),
    BadCatalogue(
        "a mapping of activations",
        header + "  tanh: {}\n",
        [
            "3:3 wrong-kind: 'activations' must be a list whose entries begin with '- name:', but this is a mapping",
        ]),
    BadCatalogue(
        "a text for an entry",
        header + "  - tanh\n",
        [
            "3:5 wrong-kind: an entry must be a mapping that begins with 'name:', but this is a text",
        ]),
    BadCatalogue(
        "a misspelt key of the catalogue, read on",
        "schema: 1\nactivation:\n" + entry(["link": "x"]),
        [
            "2:1 unknown-key: unknown key 'activation'. Did you mean 'activations'?",
            "6:11 unknown-name: unknown name 'x'; the variable of a link is 'a'",
        ]),
    BadCatalogue(
        "a misspelt key of an entry, read on",
        header + entry(["link": nil, "lnik": "x"]),
        [
            "7:5 unknown-key: unknown key 'lnik'. Did you mean 'link'?",
            "7:11 unknown-name: unknown name 'x'; the variable of a link is 'a'",
        ]),
    BadCatalogue(
        "an unknown key",
        header + entry(["colour": "red"]),
        [
            "8:5 unknown-key: unknown key 'colour'; the keys of 'good' are name, type, title, aliases, parameters, link, integral, inverse, dual, domain, assume, monotone, normalised, note, reference",
        ]),
    BadCatalogue(
        "keys that are missing",
        header + "  - name: bare\n",
        [
            "3:5 missing-key: 'bare' has no 'type'; add 'type: MyActivation'",
            "3:5 missing-key: 'bare' has no 'title'; add 'title: My activation'",
            "3:5 missing-key: 'bare' has no 'link'; add 'link: the formula f(a)'",
        ]),
    BadCatalogue(
        "a key twice",
        header + entry() + "    link: a\n",
        [
            "8:5 duplicate-key: the key 'link' stands here a second time, first on line 6; remove one",
        ]),
    BadCatalogue(
        "empty values",
        header + entry(["link": "", "title": #""""#, "note": "' '"]),
        [
            "5:12 empty-value: 'title' is empty; write a value, or remove it",
            "6:10 empty-value: 'link' is empty; write a value, or remove it",
            "8:11 empty-value: 'note' is empty; write a value, or remove it",
        ]),
    BadCatalogue(
        "a list for a formula",
        header + entry(["link": "[a]"]),
        [
            "6:11 needs-quotes: 'link' must be a text, but this is a list to YAML; put it in quotes",
        ]),
    BadCatalogue(
        "a mapping for a formula",
        header + entry(["link": "{ a: 1 }"]),
        [
            "6:11 wrong-kind: 'link' must be a text, but this is a mapping",
        ]),
    BadCatalogue(
        "a name twice",
        header + entry() + entry("good", "Other"),
        [
            "8:11 duplicate-name: the name 'good' is taken on line 3; names and aliases are unique in the catalogue",
        ]),
    BadCatalogue(
        "a type twice",
        header + entry() + entry("other", "Good"),
        [
            "9:11 duplicate-type: the type 'Good' is taken on line 4; types are unique in the catalogue",
        ]),
    BadCatalogue(
        "aliases that are taken",
        header + entry(["aliases": "[one, one, good]"]) + entry("other", "Other", ["aliases": "[one]"]),
        [
            "8:20 duplicate-name: the name 'one' is taken on line 8; names and aliases are unique in the catalogue",
            "8:25 duplicate-name: the name 'good' is taken on line 3; names and aliases are unique in the catalogue",
            "14:15 duplicate-name: the name 'one' is taken on line 8; names and aliases are unique in the catalogue",
        ]),
    BadCatalogue(
        "an alias alone",
        header + entry(["aliases": "one"]),
        [
            "8:14 wrong-kind: 'aliases' must be a list, such as [logistic, expit], but this is a text",
        ]),
    BadCatalogue(
        "aliases that are no names",
        header + entry(["aliases": #"[{ a: b }, [c], "", Two]"#]),
        [
            "8:15 wrong-kind: an alias must be a text, but this is a mapping",
            "8:25 needs-quotes: an alias must be a text, but this is a list to YAML; put it in quotes",
            "8:30 empty-value: an alias is empty; write a value, or remove it",
            "8:34 invalid-name: 'Two' is not the name of an activation: write small ASCII letters, digits and single underscores, a letter first, such as 'two'",
        ]),
    BadCatalogue(
        "parameters as a list",
        header + entry(["parameters": "[beta]"]),
        [
            "8:17 wrong-kind: 'parameters' must be a mapping of names, such as 'beta: { default: 1 }', but this is a list",
        ]),
    BadCatalogue(
        "parameters as a text",
        header + entry(["parameters": "beta"]),
        [
            "8:17 wrong-kind: 'parameters' must be a mapping of names, such as 'beta: { default: 1 }', but this is a text",
        ]),
    BadCatalogue(
        "a parameter as a number",
        header + entry(["link": "beta * a", "parameters": "\n      beta: 1"]),
        [
            #"9:13 wrong-kind: the parameter 'beta' must be a mapping, such as { default: 1, domain: "[0, inf)" }, but this is a text"#,
        ]),
    BadCatalogue(
        "a misspelt and a missing key of a parameter",
        header + entry(["link": "beta * gain * a", "parameters": "\n      beta: { defualt: 1 }\n      gain: { domain: \"[0, inf)\" }"]),
        [
            "9:15 unknown-key: unknown key 'defualt'. Did you mean 'default'?",
            "10:13 missing-key: the parameter 'gain' has no 'default'; add 'default: 1'",
        ]),
    BadCatalogue(
        "a parameter that nothing uses",
        header + entry(["parameters": "\n      beta: { default: 1 }"]),
        [
            "9:7 unused-parameter: no formula uses the parameter 'beta'; use it or remove it",
        ]),
]
