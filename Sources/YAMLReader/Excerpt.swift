/// A piece of the user's text for a message: in single quotes, on one line, and never long.
package func excerpt(_ text: some StringProtocol, limit: Int = 60) -> String {
    var shown = "'"
    var count = 0
    for scalar in text.unicodeScalars {
        if count == limit {
            shown += "…"
            break
        }
        if isForbidden(scalar) {
            shown += "U+" + hexadecimal(scalar.value, width: 4)
        } else if scalar == "\n" || scalar == "\r" || scalar == "\t" {
            shown += " "
        } else {
            shown.unicodeScalars.append(scalar)
        }
        count += 1
    }
    return shown + "'"
}
