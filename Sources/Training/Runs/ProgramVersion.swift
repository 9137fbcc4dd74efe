/// The version of this program and its libraries.
package enum ProgramVersion {
    package static let current = "0.6.0"

    /// The compiler that it was built with, as far as conditions of the language can tell.
    package static var compiler: String {
        #if compiler(>=6.4)
        "Swift 6.4 or later"
        #elseif compiler(>=6.3.3)
        "Swift 6.3.3"
        #elseif compiler(>=6.3.2)
        "Swift 6.3.2"
        #elseif compiler(>=6.3.1)
        "Swift 6.3.1"
        #else
        "Swift 6.3"
        #endif
    }
}
