// Times kernels on demand, so that a script can put them side by side with other libraries' in one run
// (Benchmarks/Peers/kernels.py, `make bench-kernels`).
//
// Reads a request a line, `ENTRY OPERATION COUNT THREADS`, and answers with the median nanoseconds an element, or `error …`.
// OPERATION is link, link_and_derivative, loss (Σ D_F with its gradient), or memcpy, for which ENTRY is `-`.
import ActivationCore
import Activations
import Foundation

struct Problem: Error { var text: String }

func answer(_ line: String) throws -> String {
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 4, let count = Int(words[2]), let threads = Int(words[3]), (1...1 << 28).contains(count),
        (1...64).contains(threads)
    else { throw Problem(text: "expected ENTRY OPERATION COUNT THREADS") }
    let job = try KernelJob(entry: words[0], operation: words[1], count: count)
    return "\(job.medianNanoseconds(threads: threads))"
}

while let line = readLine() {
    do {
        print(try answer(line))
    } catch let problem as Problem {
        print("error \(problem.text)")
    } catch {
        print("error \(error)")
    }
    // Whoever asks waits for the line.
    fflush(nil)
}
