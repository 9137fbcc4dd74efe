import Foundation
import Testing

/// A page in a ``Browser``.
final class BrowserPage {
    private let browser: Browser
    private let session: String

    /// Opens an address and waits until all of it is there.
    init(_ url: URL, in browser: Browser) throws {
        self.browser = browser
        let target = try browser.call("Target.createTarget", ["url": "about:blank"])["targetId"] as? String ?? ""
        session = try browser.call("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String ?? ""
        for domain in ["Page", "Runtime", "Log", "Network"] { try browser.call("\(domain).enable", session: session) }
        browser.forgetEvents()
        try browser.call("Page.navigate", ["url": url.absoluteString], session: session)
        try browser.wait(for: "Page.loadEventFired")
    }

    /// The value of an expression of JavaScript, as JSON has it.
    func value(_ expression: String) throws -> Any? {
        let answer = try browser.call(
            "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true], session: session)
        if let exception = answer["exceptionDetails"] { throw Browser.Failure(description: "\(exception)") }
        return (answer["result"] as? [String: Any])?["value"]
    }

    func strings(_ expression: String) throws -> [String] { try value(expression) as? [String] ?? ["not a list of texts"] }

    func number(_ expression: String) throws -> Double { (try value(expression) as? NSNumber)?.doubleValue ?? .nan }

    func resize(width: Int, height: Int = 800) throws {
        try browser.call(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600], session: session)
    }

    /// What the reader's system prefers: `["prefers-color-scheme": "dark"]`.
    func prefer(_ features: [String: String], media: String = "screen") throws {
        try browser.call(
            "Emulation.setEmulatedMedia",
            ["media": media, "features": features.map { ["name": $0.key, "value": $0.value] }], session: session)
    }

    /// Every address that was asked for since the page was opened.
    var requests: [String] {
        browser.events.filter { $0["method"] as? String == "Network.requestWillBeSent" }.compactMap {
            (($0["params"] as? [String: Any])?["request"] as? [String: Any])?["url"] as? String
        }
    }

    /// Everything the browser complained about or the page printed.
    var complaints: [String] {
        browser.events.filter {
            ["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"].contains($0["method"] as? String ?? "")
        }.map { "\($0["params"] ?? "")" }
    }

    /// Every picture has a curve, and draws nothing outside itself.
    func expectDrawnPictures(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let empty = try strings("""
            [...document.querySelectorAll('svg')].filter(svg =>
              ![...svg.querySelectorAll('path.curve')].some(p => p.getTotalLength() > 30)
            ).map(svg => svg.getAttribute('aria-label'))
            """)
        #expect(empty.isEmpty, "without a curve: \(empty)", sourceLocation: sourceLocation)
        let outside = try strings("""
            [...document.querySelectorAll('svg')].flatMap(svg => {
              const box = svg.getBoundingClientRect();
              return [...svg.querySelectorAll('path,line,circle,text')].filter(e => {
                const r = e.getBoundingClientRect();
                return r.left < box.left - 4 || r.right > box.right + 4 || r.top < box.top - 4 || r.bottom > box.bottom + 4;
              }).map(e => svg.getAttribute('aria-label') + ': ' + e.outerHTML);
            })
            """)
        #expect(outside.isEmpty, "\(outside)", sourceLocation: sourceLocation)
    }

    func savePicture(to url: URL) throws {
        let answer = try browser.call(
            "Page.captureScreenshot", ["format": "png", "captureBeyondViewport": false], session: session)
        guard let data = Data(base64Encoded: answer["data"] as? String ?? "") else { return }
        try data.write(to: url)
    }
}
