import Foundation
import ProgramTestSupport
import Testing
import Training

@Suite struct ActivationsTests {
    private func json(_ arguments: String) throws -> JSONValue {
        let result = try Program.run(arguments.split(separator: " ").map(String.init) + ["--json"])
        #expect(result.status == 0)
        #expect(result.errors == "")
        return try JSONValue(parsing: result.output.utf8)
    }

    private func names(_ value: JSONValue?) -> [String] {
        if case .object(let members)? = value { members.map(\.name) } else { [] }
    }

    @Test func `list has every entry with its name, type, title, aliases and parameters`() throws {
        let list = try #require(try json("activations list").array)
        let wanted = ["step", "linear", "relu", "leaky_relu", "sigmoid", "softmax", "tanh", "arctan", "softplus", "elu"]
        #expect(Set(wanted).isSubset(of: list.compactMap { $0["name"]?.string }))
        for entry in list {
            #expect(names(entry).prefix(5) == ["name", "type", "title", "aliases", "parameters"])
        }
        let elu = try #require(list.first { $0["name"] == "elu" })
        #expect(elu["type"] == "ELU")
        #expect(elu["parameters"]?.array?.first?["name"] == "beta")
        #expect(elu["parameters"]?.array?.first?["default"]?.number == 1)
    }

    @Test func `evaluate prints what the contract says`() throws {
        let answer = try json("activations evaluate tanh --at=-1,0.5 --precision double")
        #expect(names(answer) == ["name", "parameters", "precision", "rows"])
        #expect(answer["name"] == "tanh" && answer["precision"] == "double")
        let rows = try #require(answer["rows"]?.array)
        #expect(rows.count == 2)
        #expect(names(rows[0]) == ["a", "link", "derivative", "integral"])
        // tanh, sech² and log cosh of −1, to 17 digits.
        for (name, value) in [("a", -1), ("link", -0.76159415595576489), ("derivative", 0.41997434161402607), ("integral", 0.43378083048302719)] {
            let found = try #require(rows[0][name]?.number)
            #expect(abs(found - value) <= 4 * abs(value).ulp)
        }
    }

    @Test func `float is the default, and its numbers are those of Float`() throws {
        let answer = try json("activations evaluate tanh --at=0.1")
        #expect(answer["precision"] == "float")
        let row = try #require(answer["rows"]?.array?.first)
        // Shortest in Float: 0.1 itself, and tanh 0.1 = 0.0996679946… within an ulp of Float.
        #expect(row["a"] == .double(0.1))
        let link = try #require(row["link"]?.number)
        #expect(abs(link - 0.099667994624955817) < 1.5e-8)
        #expect(Double(Float(link).description) == link)
    }

    @Test func `parameters are set and reported`() throws {
        let answer = try json("activations evaluate elu --set beta=0.25 --at=-2 --precision double")
        #expect(answer["parameters"]?["beta"]?.number == 0.25)
        #expect(try json("activations evaluate elu(beta=0.25) --at=-2 --precision double") == answer)
        let link = try #require(answer["rows"]?.array?.first?["link"]?.number)
        // (e⁻² − 1)/4
        #expect(abs(link - -0.21616617919084682) < 1e-16)
    }

    @Test func `inverse and dual, inside, at the ends of and outside the range`() throws {
        let rows = try #require(try json("activations evaluate tanh --invert=0.3,1,-1,2 --precision double")["rows"]?.array)
        #expect(rows.allSatisfy { names($0) == ["y", "inverse", "dual"] })
        // artanh 0.3
        #expect(abs(try #require(rows[0]["inverse"]?.number) - 0.30951960420311172) < 1e-15)
        #expect(rows[1]["inverse"] == "inf")
        #expect(rows[2]["inverse"] == "-inf")
        // log 2
        #expect(abs(try #require(rows[1]["dual"]?.number) - 0.69314718055994531) < 1e-15)
        #expect(rows[3]["inverse"] == "nan")
        #expect(rows[3]["dual"] == "inf")
    }

    @Test func `a coupled activation has one row of vectors and its Jacobian`() throws {
        let answer = try json("activations evaluate softmax --at=0,0 --precision double")
        let rows = try #require(answer["rows"]?.array)
        #expect(rows.count == 1)
        #expect(rows[0]["link"] == .array([.double(0.5), .double(0.5)]))
        #expect(rows[0]["derivative"] == .array([
            .array([.double(0.25), .double(-0.25)]), .array([.double(-0.25), .double(0.25)]),
        ]))
        #expect(abs(try #require(rows[0]["integral"]?.number) - 0.69314718055994531) < 1e-15)
        // Normalised to F = 0: log y.
        let inverse = try #require(try json("activations evaluate softmax --invert=0.25,0.75 --precision double")["rows"]?.array?.first)
        #expect(abs(try #require(inverse["inverse"]?.array?.first?.number) - -1.3862943611198906) < 1e-15)
        #expect(abs(try #require(inverse["dual"]?.number) - -0.56233514461880829) < 1e-15)
    }

    @Test func `the matching loss and its gradient, elementwise and coupled`() throws {
        let rows = try #require(try json("activations loss tanh --estimate=0.75,-1 --target=-0.5,-1 --precision double")["rows"]?.array)
        #expect(rows.count == 2)
        #expect(names(rows[0]) == ["estimate", "target", "loss", "gradient"])
        // log cosh 0.75 − log cosh 0.5 + 1.25 tanh 0.5, and tanh 0.75 + tanh 0.5.
        #expect(abs(try #require(rows[0]["loss"]?.number) - 0.71579796) < 1e-7)
        #expect(abs(try #require(rows[0]["gradient"]?.number) - 1.0972661096) < 1e-9)
        #expect(rows[1]["loss"]?.number == 0 && rows[1]["gradient"]?.number == 0)
        let coupled = try #require(try json("activations loss softmax --estimate=1,1 --target=0,0")["rows"]?.array)
        #expect(coupled.count == 1)
        #expect(coupled[0]["estimate"] == .array([.double(1), .double(1)]))
        // Flat along 1.
        #expect(abs(try #require(coupled[0]["loss"]?.number)) < 1e-6)
        #expect(coupled[0]["gradient"]?.array?.count == 2)
    }

    @Test func `without --json there is a table for people`() throws {
        let result = try Program.run(["activations", "evaluate", "linear", "--at=2"])
        #expect(result.output == "linear, float\na    link  derivative  integral\n2.0  2.0   1.0         2.0\n")
        let page = try Program.run(["activations", "show", "elu"]).output
        #expect(page.hasPrefix("elu: Exponential linear unit\n"))
        #expect(page.contains("parameter beta"))
    }

    @Test(arguments: ["--help", "train --help", "evaluate --help", "activations --help", "activations show --help", "activations evaluate --help", "activations loss --help", "activations list --help", "catalogue check --help", "help train"])
    func `every command has help`(arguments: String) throws {
        let result = try Program.run(arguments.split(separator: " ").map(String.init))
        #expect(result.status == 0)
        #expect(result.output.contains("USAGE: "))
    }
}
