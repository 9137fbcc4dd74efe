/// Defaults and intervals.
let numberProblems: [BadCatalogue] = [
    BadCatalogue(
        "a default outside its domain",
        header + entry(["link": "beta * a", "parameters": "\n      beta: { default: -1, domain: \"[0, inf)\" }"]),
        [
            "9:24 default-outside-domain: the default -1 of 'beta' is not in its domain [0, inf); change one of them",
        ]),
    BadCatalogue(
        "a default at an open end",
        header + entry(["link": "beta * a", "parameters": "\n      beta: { default: 0, domain: \"(0, 1]\" }"]),
        [
            "9:24 default-outside-domain: the default 0 of 'beta' is not in its domain (0, 1]; change one of them",
        ]),
    BadCatalogue(
        "an infinite default",
        header + entry(["link": "beta * a", "parameters": "\n      beta: { default: inf }"]),
        [
            "9:24 invalid-number: the default 'inf' is not a decimal number; write it like 1, -0.5 or 2e-3; inf stands only in intervals",
        ]),
    BadCatalogue(
        "defaults that are no decimal numbers",
        header + entry(["link": "b * c * d * e * f * a", "parameters": "\n      b: { default: nan }\n      c: { default: .5 }\n      d: { default: 1/3 }\n      e: { default: 0x10 }\n      f: { default: true }"]),
        [
            "9:21 invalid-number: the default 'nan' is not a decimal number; write it like 1, -0.5 or 2e-3",
            "10:21 invalid-number: the default '.5' is not a decimal number; write it like 1, -0.5 or 2e-3",
            "11:21 invalid-number: the default '1/3' is not a decimal number; write it like 1, -0.5 or 2e-3",
            "12:21 invalid-number: the default '0x10' is not a decimal number; write it like 1, -0.5 or 2e-3",
            "13:21 invalid-number: the default 'true' is not a decimal number; write it like 1, -0.5 or 2e-3",
        ]),
    BadCatalogue(
        "defaults that no Double holds",
        header + entry(["link": "b * c * d * a", "parameters": "\n      b: { default: 1e999 }\n      c: { default: 1e-999 }\n      d: { default: 1111111111111111111111111111111111111111111111111111111111111111111111 }"]),
        [
            "9:21 invalid-number: the default '1e999' is too large for a Double; the largest is about 1.8e308",
            "10:21 invalid-number: the default '1e-999' is too small for a Double; write 0, or at least 5e-324",
            "11:21 invalid-number: the default '111111111111111111111111111111111111111111111111111111111111…' is a number of more than 64 characters; round it",
        ]),
    BadCatalogue(
        "an infinite end included",
        header + entry(["domain": #""[0, inf]""#]),
        [
            "8:13 invalid-interval: '[0, inf]' includes an infinite end; write '(-inf' and 'inf)'",
        ]),
    BadCatalogue(
        "ends the wrong way round",
        header + entry(["domain": #""(1, 0)""#]),
        [
            "8:13 invalid-interval: '(1, 0)' ends before it begins; write the smaller number first",
        ]),
    BadCatalogue(
        "an interval that is empty",
        header + entry(["domain": #""(1, 1]""#]),
        [
            "8:13 invalid-interval: '(1, 1]' holds no number; write two different ends, or [1, 1] for one number",
        ]),
    BadCatalogue(
        "an interval at infinity",
        header + entry(["domain": #""(inf, inf)""#]),
        [
            "8:13 invalid-interval: '(inf, inf)' holds no number; write two different ends",
        ]),
    BadCatalogue(
        "a domain of one number",
        header + entry(["domain": #""[1, 1]""#]),
        [
            "8:13 invalid-interval: the domain [1, 1] of a is a single number; write an interval",
        ]),
    BadCatalogue(
        "an interval with dots",
        header + entry(["domain": #""0..1""#]),
        [
            #"8:13 invalid-interval: '0..1' is not an interval; write it like "[0, inf)", "(-inf, inf)" or "(1, 2]", in quotes"#,
        ]),
    BadCatalogue(
        "an interval of three",
        header + entry(["domain": #""(0, 1, 2)""#]),
        [
            #"8:13 invalid-interval: '(0, 1, 2)' is not an interval; write it like "[0, inf)", "(-inf, inf)" or "(1, 2]", in quotes"#,
        ]),
    BadCatalogue(
        "ends that are no numbers",
        header + entry(["domain": #""(a, b)""#]),
        [
            "8:13 invalid-interval: '(a, b)' has the end 'a', which is not a decimal number; write it like 1, -0.5 or 2e-3; without end it is inf or -inf",
        ]),
    BadCatalogue(
        "an interval without ends",
        header + entry(["domain": #""(, )""#]),
        [
            #"8:13 invalid-interval: '(, )' is not an interval; write it like "[0, inf)", "(-inf, inf)" or "(1, 2]", in quotes"#,
        ]),
    BadCatalogue(
        "an end that no Double holds",
        header + entry(["domain": #""(0, 1e999)""#]),
        [
            "8:13 invalid-interval: '(0, 1e999)' has the end '1e999', which is too large for a Double; the largest is about 1.8e308; without end it is inf or -inf",
        ]),
]
