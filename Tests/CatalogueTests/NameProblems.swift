/// Names, types and parameters that would not work in code or on a command line.
let nameProblems: [BadCatalogue] = [
    BadCatalogue(
        "a name in capitals",
        header + entry("LeakyReLU", "Good"),
        [
            "3:11 invalid-name: 'LeakyReLU' is not the name of an activation: write small ASCII letters, digits and single underscores, a letter first, such as 'leakyrelu'",
        ]),
    BadCatalogue(
        "a name with a blank",
        header + entry("my act", "Good"),
        [
            "3:11 invalid-name: 'my act' is not the name of an activation: write small ASCII letters, digits and single underscores, a letter first, such as 'my_act'",
        ]),
    BadCatalogue(
        "a name that begins with _",
        header + entry("_x", "Good"),
        [
            "3:11 invalid-name: '_x' is not the name of an activation: write small ASCII letters, digits and single underscores, a letter first, such as 'x'",
        ]),
    BadCatalogue(
        "a name that is not ASCII",
        header + entry("größe", "Good"),
        [
            "3:11 invalid-name: 'größe' is not the name of an activation: write small ASCII letters, digits and single underscores, a letter first",
        ]),
    BadCatalogue(
        "a name that begins with a digit",
        header + entry("2x", "Good"),
        [
            "3:11 invalid-name: '2x' is not the name of an activation: write small ASCII letters, digits and single underscores, a letter first",
        ]),
    BadCatalogue(
        "a name with two underscores",
        header + entry("a__b", "Good"),
        [
            "3:11 invalid-name: 'a__b' is not the name of an activation: write small ASCII letters, digits and single underscores, a letter first, such as 'a_b'",
        ]),
    BadCatalogue(
        "a name too long",
        header + entry(String(repeating: "a", count: 65), "Good"),
        [
            "3:11 too-long: 'aaaaaaaaaaaaaaaaaaaa…' is longer than 64 characters; shorten it",
        ]),
    BadCatalogue(
        "a type in snake_case",
        header + entry("good", "my_act"),
        [
            "4:11 invalid-type: 'my_act' is not a Swift type name: write ASCII letters and digits, a capital letter first, such as 'MyAct'",
        ]),
    BadCatalogue(
        "a type that is not ASCII",
        header + entry("good", "Élu"),
        [
            "4:11 invalid-type: 'Élu' is not a Swift type name: write ASCII letters and digits, a capital letter first",
        ]),
    BadCatalogue(
        "a type with code in it",
        header + entry("good", #""A { } struct B""#),
        [
            "4:11 invalid-type: 'A { } struct B' is not a Swift type name: write ASCII letters and digits, a capital letter first, such as 'AStructB'",
        ]),
    BadCatalogue(
        "a type too long",
        header + entry("good", String(repeating: "A", count: 65)),
        [
            "4:11 too-long: 'AAAAAAAAAAAAAAAAAAAA…' is longer than 64 characters; shorten it",
        ]),
    BadCatalogue(
        "a type of the standard library",
        header + entry("good", "Float"),
        [
            "4:11 reserved-type: 'Float' is a name of Swift's standard library; choose another type, such as 'MyFloat'",
        ]),
    BadCatalogue(
        "a keyword for a type",
        header + entry("good", "Type"),
        [
            "4:11 reserved-type: 'Type' is a Swift keyword; choose another type, such as 'MyType'",
        ]),
    BadCatalogue(
        "a type of this package",
        header + entry("good", "Activation"),
        [
            "4:11 reserved-type: 'Activation' is a type of this package; choose another type, such as 'MyActivation'",
        ]),
    BadCatalogue(
        "a module for a type",
        header + entry("good", "LocoProp"),
        [
            "4:11 reserved-type: 'LocoProp' is the name of a module of this package; choose another type, such as 'MyLocoProp'",
        ]),
    BadCatalogue(
        "parameters whose names mean something",
        header + entry(["parameters": "\n      exp: { default: 1 }\n      a: { default: 1 }\n      inf: { default: 1 }\n      where: { default: 1 }\n      double: { default: 1 }\n      link: { default: 1 }\n      Beta: { default: 1 }"]),
        [
            "9:7 reserved-name: 'exp' means something in formulas already; call the parameter something else",
            "10:7 reserved-name: 'a' means something in formulas already; call the parameter something else",
            "11:7 reserved-name: 'inf' means something in formulas already; call the parameter something else",
            "12:7 reserved-name: 'where' means something in formulas already; call the parameter something else",
            "13:7 reserved-name: 'double' is a keyword of Swift or C; call the parameter something else",
            "14:7 reserved-name: 'link' is a member of every generated type; call the parameter something else",
            "15:7 invalid-name: 'Beta' is not the name of a parameter: write small ASCII letters, digits and single underscores, a letter first, such as 'beta'",
        ]),
    BadCatalogue(
        "parameters with one name in Swift",
        header + entry(["link": "beta_1 * a + beta1", "parameters": "\n      beta_1: { default: 1 }\n      beta1: { default: 1 }"]),
        [
            "10:7 duplicate-name: 'beta1' and 'beta_1' are both 'beta1' in Swift; rename one",
        ]),
]
