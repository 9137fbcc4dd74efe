import Foundation
import ProgramTestSupport
import Testing
import Training

/// The gallery in a real browser. `make test-interop` runs this; the browser and its profile live outside the
/// repository, in the folder that LOCOPROP_INTEROP names, and so do the pictures that it leaves there to be looked at.
@Suite("The gallery in a browser", .serialized, .enabled(if: Interop.folder != nil, "run by make test-interop"))
struct GalleryTests {
    private let page: BrowserPage
    private let folder: URL
    private static let schemes = ["light", "dark"]

    init() throws {
        folder = try #require(Interop.folder)
        let gallery = folder.appendingPathComponent("gallery")
        let result = try Program.run(["activations", "gallery", "--output", gallery.path])
        try #require(result.status == 0, "\(result.errors)")
        page = try BrowserPage(gallery.appendingPathComponent("index.html"), in: try Browser())
    }

    private func names() throws -> [String] {
        let list = try JSONValue(parsing: try Program.run(["activations", "list", "--json"]).output.utf8)
        return (list.array ?? []).compactMap { $0["name"]?.string }
    }

    @Test func `it fetches nothing, says nothing, and runs no script`() throws {
        try page.resize(width: 1280)
        #expect(page.requests.count == 1)
        #expect(page.requests.allSatisfy { $0.hasPrefix("file://") && $0.hasSuffix("/index.html") })
        #expect(page.complaints.isEmpty, "\(page.complaints)")
        #expect(try page.number("document.scripts.length") == 0)
        #expect(try page.number("performance.getEntriesByType('resource').length") == 0)
    }

    @Test func `every activation has its section, its formulas and its pictures`() throws {
        try page.resize(width: 1280)
        let names = try names()
        #expect(names.count >= 10)
        #expect(try page.strings("[...document.querySelectorAll('main > article')].map(e => e.id)") == names)
        for name in names {
            let article = "document.getElementById('\(name)')"
            #expect(try page.number("\(article).querySelectorAll('figure svg.plot').length") >= 2, "\(name)")
            #expect(try page.number("\(article).querySelectorAll('math').length") >= 2, "\(name)")
            let empty = try page.strings("""
                [...\(article).querySelectorAll('math')].filter(e => e.getBoundingClientRect().width < 5).map(e => e.title)
                """)
            #expect(empty.isEmpty, "\(name): \(empty)")
            let words = try page.strings("[...\(article).querySelectorAll('dt')].map(e => e.textContent)")
            #expect(words.contains("Link") || words.contains("Link of one coordinate"), "\(name) lacks its link")
            for word in ["Integral", "Inverse", "Monotone", "Certificate", "Domain"] {
                #expect(words.contains(word), "\(name) lacks \(word)")
            }
        }
    }

    @Test func `every picture has a curve, a title, and nothing outside`() throws {
        for width in [360, 1280] {
            try page.resize(width: width)
            try page.expectDrawnPictures()
        }
        #expect(try page.number("[...document.querySelectorAll('svg')].filter(s => !s.querySelector('title')?.textContent || s.getAttribute('role') !== 'img').length") == 0)
    }

    @Test(arguments: [320, 360, 414, 768, 1024, 1440])
    func `it is never wider than the window`(width: Int) throws {
        try page.resize(width: width)
        #expect(try page.number("document.documentElement.scrollWidth") <= Double(width))
        let wide = try page.strings("""
            [...document.querySelectorAll('main *')].filter(e => !e.closest('.formula, svg, math')
              && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + ' ' + e.textContent.slice(0, 60))
            """)
        #expect(wide.isEmpty, "\(wide)")
        try page.savePicture(to: folder.appendingPathComponent("gallery-\(width).png"))
    }

    @Test func `anchors lead somewhere, identifiers are unique, headings are in order`() throws {
        #expect(try page.strings("[...document.querySelectorAll('a')].filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.outerHTML)").isEmpty)
        #expect(try page.number("document.querySelectorAll('.index a').length") == Double(try names().count))
        #expect(try page.strings("(() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.filter((x, i) => ids.indexOf(x) !== i) })()").isEmpty)
        let levels = try page.strings("[...document.querySelectorAll('h1,h2,h3,h4')].map(e => e.tagName)")
        #expect(levels.first == "H1" && levels.filter { $0 == "H1" }.count == 1)
        for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level || next == "H2" || level == "H2") }
    }

    @Test func `light and dark follow the system, and the reader may choose`() throws {
        let ground = "getComputedStyle(document.body).backgroundColor"
        var grounds: [String: String] = [:]
        for scheme in GalleryTests.schemes {
            try page.prefer(["prefers-color-scheme": scheme])
            grounds[scheme] = try page.value(ground) as? String
            try page.savePicture(to: folder.appendingPathComponent("gallery-\(scheme).png"))
        }
        #expect(grounds["light"] != nil && grounds["light"] != grounds["dark"])
        for scheme in GalleryTests.schemes {
            try page.prefer(["prefers-color-scheme": scheme == "light" ? "dark" : "light"])
            _ = try page.value("document.querySelector('label[for=scheme-\(scheme)]').click()")
            #expect(try page.value(ground) as? String == grounds[scheme])
        }
    }

    /// WCAG 2's contrast of every visible text against the nearest opaque ground.
    @Test(arguments: schemes)
    func `every word stands out from its ground`(scheme: String) throws {
        try page.resize(width: 1280)
        try page.prefer(["prefers-color-scheme": scheme])
        let count = try page.number("\(PageChecks.contrast).length")
        #expect(count > 200)
        let weak = try page.strings("\(PageChecks.contrast).filter(x => x.ratio < 4.5).map(x => x.ratio.toFixed(2) + ' ' + x.text)")
        #expect(weak.isEmpty, "\(Set(weak))")
        // Curves are pictures of information: 3 is asked of them.
        let faint = try page.strings("""
            [...document.querySelectorAll('svg path.curve')].map(e => \(PageChecks.ratio)(getComputedStyle(e).stroke, \(PageChecks.ground)(e)))
              .filter(r => r < 3).map(r => r.toFixed(2))
            """)
        #expect(faint.isEmpty, "\(Set(faint))")
    }

    @Test func `who asks for less motion gets none`() throws {
        let behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
        #expect(try page.value(behaviour) as? String == "smooth")
        try page.prefer(["prefers-reduced-motion": "reduce"])
        #expect(try page.value(behaviour) as? String == "auto")
    }

    @Test func `it prints dark on white`() throws {
        try page.prefer(["prefers-color-scheme": "dark"], media: "print")
        #expect(try page.value("getComputedStyle(document.body).backgroundColor") as? String == "rgb(255, 255, 255)")
        #expect(try page.number("\(PageChecks.ratio)(getComputedStyle(document.querySelector('.note')).color, 'rgb(255, 255, 255)')") > 7)
    }
}
