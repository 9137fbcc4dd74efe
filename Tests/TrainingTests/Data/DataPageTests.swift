import Foundation
import Testing
import Training

/// The documentation has the tables as they are.
@Suite struct DataPageTests {
    @Test(arguments: [DataPage.formats, DataPage.arrays, DataPage.scalings, DataPage.elements])
    func `Documentation/Data.md has each table`(table: String) throws {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let page = try String(contentsOf: folder.appendingPathComponent("Documentation/Data.md"), encoding: .utf8)
        #expect(page.contains(table), "write into Documentation/Data.md:\n\(table)")
    }

    @Test func `the page names the columns and the share that are the defaults`() throws {
        let names = DataRequest.labelColumnNames.map { "`\($0)`" }
        #expect(names.count == 5 && DataRequest.defaultTestFraction == 0.1, "change Documentation/Data.md, too")
    }
}
