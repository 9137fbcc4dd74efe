/// Tries several things one after the other, and reports all that failed in one error.
struct Attempts {
    private var failures: [DataError] = []

    /// What `body` returns; `nil` if it fails with a ``DataError``, which is kept.
    mutating func attempt<Result>(_ body: () throws -> Result) throws -> Result? {
        do { return try body() } catch let error as DataError {
            failures += error.each
            return nil
        }
    }

    /// - Throws: what failed, if anything did.
    func check() throws(DataError) {
        guard let first = failures.first else { return }
        throw failures.count == 1 ? first : DataError(first.path, .several(failures))
    }
}

extension DataError {
    /// The single errors that this one stands for.
    public var each: [DataError] {
        if case .several(let errors) = problem { errors } else { [self] }
    }
}
