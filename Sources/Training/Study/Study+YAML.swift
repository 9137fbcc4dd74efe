extension Study {
    /// The study as a file that reads back to the same.
    package var yaml: String {
        var lines = ["# What is compared: locoprop compare FILE, locoprop sweep FILE. Documentation/Comparisons.md explains it."]
        func add(_ settings: [SettingText], indent: Int) {
            // Of a setting that is given twice the stronger stays.
            var last: [String: Int] = [:]
            for (index, setting) in settings.enumerated() { last[setting.setting.key] = index }
            for (index, setting) in settings.enumerated() where last[setting.setting.key] == index {
                lines.append(String(repeating: " ", count: indent) + "\(setting.setting.key): \(YAMLText.scalar(setting.text))")
            }
        }
        func open(_ name: String, indent: Int, isEmpty: Bool) {
            lines.append(String(repeating: " ", count: indent) + YAMLText.scalar(name) + (isEmpty ? ": {}" : ":"))
        }
        if !common.isEmpty {
            lines += ["", "settings:"]
            add(common, indent: 2)
        }
        lines += ["", "workloads:"]
        for part in workloads {
            open(part.name, indent: 2, isEmpty: part.settings.isEmpty && part.targets.isEmpty)
            add(part.settings, indent: 4)
            if !part.targets.isEmpty { lines.append("    targets: \(part.targets.map { "\($0)" }.joined(separator: ", "))") }
        }
        lines += ["", "methods:"]
        for part in methods {
            open(part.name, indent: 2, isEmpty: part.settings.isEmpty && part.tuning == .rate)
            add(part.settings, indent: 4)
            if part.tuning != .rate { lines.append("    tune: \(part.tuning.text)") }
        }
        lines += ["", "seeds: \(seeds.map { "\($0)" }.joined(separator: ", "))"]
        if case .seconds(let seconds) = budget { lines.append("seconds: \(seconds)") }
        if judge != .trainLoss { lines.append("judge: \(judge.rawValue)") }
        if trials != Study.defaultTrials { lines.append("trials: \(trials)") }
        if trialSeed != Study.defaultTrialSeed { lines.append("trial-seed: \(trialSeed)") }
        if let note { lines.append("note: \(YAMLText.scalar(note))") }
        if !tuned.isEmpty {
            lines += ["", "tuned:"]
            for workload in workloads.map(\.name) where tuned.contains(where: { $0.workload == workload }) {
                open(workload, indent: 2, isEmpty: false)
                for entry in tuned where entry.workload == workload {
                    open(entry.method, indent: 4, isEmpty: entry.settings.isEmpty)
                    add(entry.settings, indent: 6)
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
