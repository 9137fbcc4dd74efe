import Catalogue
import Testing
import YAMLReader

/// One file with problems of every stage: all are found in one run.
@Suite struct ManyProblemsTests {
    @Test func allProblemsOfAFileAreReportedInOneRun() {
        let (entries, diagnostics) = CatalogueReader.read(path: packageFile("Tests/Fixtures/catalogues/many-problems.yaml"))
        #expect(entries.map(\.name.value) == ["gut"])
        #expect(diagnostics.map { $0.rendered(path: "many-problems.yaml").split(separator: " [CAT")[0] } == [
            #"many-problems.yaml:14:35: error: '[' begins a list in YAML; put the value in quotes: "[0, inf)""#,
            "many-problems.yaml:15:32: error: unknown name 'x'; the variable of a link is 'a'",
            "many-problems.yaml:17:5: error: unknown key 'invrse'. Did you mean 'inverse'?",
            "many-problems.yaml:19:11: error: 'Gut' is not the name of an activation: write small ASCII letters, digits and single underscores, a letter first, such as 'gut'",
            "many-problems.yaml:20:11: error: the type 'Gut' is taken on line 5; types are unique in the catalogue",
            "many-problems.yaml:22:13: error: '(1, 1)' holds no number; write two different ends, or [1, 1] for one number",
            #"many-problems.yaml:23:11: error: '- ' begins a list in YAML; put the value in quotes: "- a""#,
            "many-problems.yaml:24:15: error: 'max' takes 2 arguments, not 1; write max(a, 0)",
            "many-problems.yaml:26:5: error: 'gut' has no 'type'; add 'type: MyActivation'",
            "many-problems.yaml:26:11: error: the name 'gut' is taken on line 4; names and aliases are unique in the catalogue",
            "many-problems.yaml:30:16: error: '*/' in 'note' would end or open a comment in generated code; write it apart",
        ])
    }
}
