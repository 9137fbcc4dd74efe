import LocoProp
import Testing
import Training

@Suite struct JSONTests {
    @Test func `floats print shortest in their own precision and read back exactly`() throws {
        let value: JSONValue = .array([.float(0.1), .double(0.1), .double(1 / 3), .float(1 / 3), .double(.leastNonzeroMagnitude), .integer(-3)])
        #expect(value.rendered == "[0.1,0.1,0.3333333333333333,0.33333334,5e-324,-3]")
        var random = SeededGenerator(seed: 5)
        for _ in 0..<1000 {
            let float = Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
            guard float.isFinite else { continue }
            let read = try #require(JSONValue(parsing: JSONValue.float(float).rendered.utf8).number)
            #expect(Float(read) == float)
        }
    }

    @Test func `what JSON has no number for is a string`() {
        let value: JSONValue = .array([.float(.infinity), .double(-.infinity), .double(.nan), .float(-.nan)])
        #expect(value.rendered == #"["inf","-inf","nan","nan"]"#)
    }

    @Test func `members keep their order and strings are escaped`() throws {
        let value: JSONValue = .object([.init("z", "a\"\\\n\u{1}é"), .init("a", .array([])), .init("m", .object([]))])
        #expect(value.rendered == #"{"z":"a\"\\\n\u0001é","a":[],"m":{}}"#)
        #expect(try JSONValue(parsing: value.rendered.utf8) == value)
        #expect(try JSONValue(parsing: value.renderedInLines.utf8) == value)
        #expect(value.renderedInLines == "{\n  \"z\": \"a\\\"\\\\\\n\\u0001é\",\n  \"a\": [],\n  \"m\": {}\n}\n")
    }

    @Test func `escapes and surrogate pairs are read`() throws {
        #expect(try JSONValue(parsing: #" "\u00e9\ud83d\ude00\/\t" "#.utf8) == .string("é😀/\t"))
    }

    @Test(arguments: [
        ("", "unexpected end at byte 0"),
        ("{", "expected a name in quotes at byte 1"),
        ("[1,]", "no value begins like this at byte 3"),
        ("[1 2]", "expected ',' or ']' at byte 3"),
        (#"{"a":1,"a":2}"#, "the name 'a' twice at byte 10"),
        (#"{"a" 1}"#, "expected ':' at byte 5"),
        ("01", "a number with a leading 0 at byte 2"),
        ("-", "expected a digit at byte 1"),
        ("1.", "expected a digit at byte 2"),
        ("1e999", "a number out of range at byte 5"),
        ("nul", "no value begins like this at byte 0"),
        ("1 1", "text after the value at byte 2"),
        ("\"a", "a string without its closing quote at byte 2"),
        ("\"\n\"", "a control character in a string at byte 2"),
        (#""\x""#, "an unknown escape at byte 3"),
        (#""\ud800""#, "half a surrogate pair at byte 7"),
        (#""\u12g4""#, "expected four hexadecimal digits at byte 3"),
    ])
    func `what is no JSON is refused where it stops being it`(text: String, message: String) throws {
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: text.utf8) }
        #expect(error.description == message)
    }

    @Test func `invalid UTF-8 and a hundred thousand brackets are refused`() {
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
        let error = #expect(throws: JSONError.self) {
            try JSONValue(parsing: [UInt8](repeating: UInt8(ascii: "["), count: 100_000))
        }
        #expect(error?.description == "more than 64 levels at byte 64")
    }
}
