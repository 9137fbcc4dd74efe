import LocoProp

extension Setting {
    /// Every setting, in the order of help texts, files and documentation. Values are taken in this order, so what
    /// others are read by comes first. A new one is added here, and is then a key of the file; one line in
    /// `SettingFlags` makes it a flag, and a test says so where that is missing.
    package static let all: [Setting] = data + network + method + schedule + run

    private static let data = [
        Setting(
            "recipe", .data, valueName: "name", form: "a recipe's name",
            help: "What all values are taken from that are not given.",
            default: { $0.name }, text: { $0.plan.recipe }
        ) { text, configuration in try configuration.take(Recipe.named(text)) },
        Setting(
            "data", .data, valueName: "name|path", form: "a data set's name, or a path",
            help: "A data set, a file or a folder.",
            default: { _ in Configuration.defaultData }, text: { $0.data.source }
        ) { text, configuration in configuration.data.source = text },
        Setting(
            "data-seed", .data, valueName: "number", form: seedForm,
            help: "What a synthetic data set is drawn from, and a test part is chosen by.",
            default: { _ in "0" }, text: { "\($0.data.seed)" }
        ) { text, configuration in configuration.data.seed = try seed(text) },
        Setting(
            "test-fraction", .data, valueName: "share", form: "a number between 0 and 1",
            help: "The share of examples that make the test part, where the data have none.",
            default: { _ in "\(DataRequest.defaultTestFraction)" }, text: { "\($0.data.testFraction)" }
        ) { text, configuration in configuration.data.testFraction = try DataRequest.testFraction(text) },
        Setting(
            "label-column", .data, valueName: "column", form: "a column's name, its number (-1 is the last), 'none' or 'auto'",
            help: "Tables: the column of labels; 'auto' finds one called \(DataRequest.labelColumnNames.joined(separator: ", ")).",
            default: { _ in "auto" }, text: { $0.data.labelColumn ?? "auto" }
        ) { text, configuration in configuration.data.labelColumn = text == "auto" ? nil : text },
        Setting(
            "csv-header", .data, valueName: "choice", form: "'yes', 'no' or 'auto'",
            help: "Tables: whether the first line names the columns; 'auto' looks at the first two.",
            default: { _ in TableHeader.auto.rawValue }, text: { $0.data.header.rawValue }
        ) { text, configuration in configuration.data.header = try DataRequest.header(text) },
        Setting(
            "scale", .data, valueName: "name", form: "a scaling's name",
            help: "How values are scaled, by the training part alone; the weights keep it.",
            default: { _ in Scaling.none.rawValue }, text: { $0.data.scaling.rawValue }
        ) { text, configuration in configuration.data.scaling = try Scaling(parsing: text) },
        Setting(
            "validation", .data, valueName: "part", form: ValidationSplit.form,
            help: "What is held out of the training set, drawn from the seed, and evaluated after each epoch as val_loss.",
            default: { _ in "off" }, text: { "\($0.plan.validation)" }
        ) { text, configuration in configuration.plan.validation = try ValidationSplit(parsing: text) },
    ]

    private static let network = [
        Setting(
            "network", .network, valueName: "widths", form: "widths with '-' between them, each but the first with ':ACTIVATION' where it has its own",
            help: "The layers' widths, input first, such as 784-1000-30-1000-784; 30:tanh has its own activation.",
            default: { $0.widths.description }, text: { $0.plan.layout.description }
        ) { text, configuration in
            configuration.plan.layout = try NetworkLayout(parsing: text, registry: configuration.plan.registry)
        },
        Setting(
            "activation", .network, valueName: "name", form: "NAME or 'NAME(parameter=value)'",
            help: "Of every hidden layer without its own but an autoencoder's narrowest, which is linear.",
            default: { $0.activation }, text: { $0.plan.activation.fullDescription }
        ) { text, configuration in
            configuration.plan.activation = try configuration.plan.registry.make(text)
        },
        Setting(
            "learn", .network, valueName: "names", form: "names with commas between them, 'none' or 'catalogue'",
            help: "The activations' parameters that are trained too, one value a layer; 'catalogue' takes those that it marks learnable.",
            default: { _ in LearnedNames.fromCatalogue }, text: { LearnedNames.text($0.plan.learned) }
        ) { text, configuration in
            let plan = configuration.plan
            configuration.plan.learned = try LearnedNames.read(
                text, of: [plan.activation] + plan.layout.activations.compactMap(\.self))
        },
        Setting(
            "loss", .network, valueName: "name", form: "a loss's name",
            help: "The final loss; the last layer's activation is its link.",
            default: { $0.loss.rawValue }, text: { $0.plan.loss.rawValue }
        ) { text, configuration in configuration.plan.loss = try FinalLoss(parsing: text) },
    ]

    private static let method = [
        Setting(
            "method", .method, valueName: "name", form: "NAME or 'NAME(option=value, …)'",
            help: "How a step changes the weights, its options in parentheses; those left out are the recipe's.",
            default: { $0.setting(for: $0.method).method }, text: { $0.plan.method.text }
        ) { text, configuration in
            let recipe = try Recipe.named(configuration.plan.recipe)
            let setting = recipe.setting(for: try Method(parsing: text).kind)
            try configuration.plan.take(Method(parsing: text, over: setting.method))
        },
        Setting(
            "gamma", .method, valueName: "γ", form: "a finite number above 0",
            help: "LocoProp: the step of the targets along the gradient.", partOf: "method",
            default: { _ in "(the method's)" }, text: { _ in nil }
        ) { text, configuration in
            try configuration.changeMethod("gamma", gamma: OptionDomain.positive.number(text))
        },
        Setting(
            "local-iterations", .method, valueName: "T", form: "a whole number from 1 to \(Method.largestIterations)",
            help: "LocoProp: the steps that a batch gives each layer.", partOf: "method",
            default: { _ in "(the method's)" }, text: { _ in nil }
        ) { text, configuration in
            try configuration.changeMethod(
                "local-iterations", iterations: count(text, limit: Method.largestIterations))
        },
        Setting(
            "optimizer", .method, valueName: "name", form: "NAME or 'NAME(option=value, …)'",
            help: "The optimizer, of each layer's local problem or, under backprop, of the whole loss.",
            default: { "\($0.setting(for: $0.method).optimizer)" }, text: { "\($0.plan.optimizer)" }
        ) { text, configuration in configuration.plan.optimizer = try Optimizer(parsing: text) },
        Setting(
            "weight-decay", .method, valueName: "form", form: "off, 'decoupled(rate=λ)' or 'l2(rate=λ)'",
            help: "What pulls weights (not biases) towards 0 in each step of the optimizer.",
            default: { "\($0.setting(for: $0.method).decay)" }, text: { "\($0.plan.decay)" }
        ) { text, configuration in configuration.plan.decay = try WeightDecay(parsing: text) },
        Setting(
            "clip", .method, valueName: "form", form: "off, 'norm(limit=c)' or 'value(limit=c)'",
            help: "What bounds a batch's gradients: of all parameters under backprop, the backward gradients ∂L/∂a under LocoProp.",
            default: { _ in "off" }, text: { "\($0.plan.clip)" }
        ) { text, configuration in configuration.plan.clip = try GradientClip(parsing: text) },
    ]

    private static let schedule = [
        Setting(
            "learning-rate", .schedule, valueName: "rate", form: OptionDomain.nonnegative.description,
            help: "The optimizer's rate, before its schedule.",
            default: { "\($0.setting(for: $0.method).learningRate)" }, text: { "\($0.plan.learningRate)" }
        ) { text, configuration in configuration.plan.learningRate = try OptionDomain.nonnegative.number(text) },
        Setting(
            "schedule", .schedule, valueName: "name", form: "NAME or 'NAME(option=value, …)'",
            help: "How the rate goes with the epochs, its options in parentheses.",
            default: { "\($0.setting(for: $0.method).schedule)" }, text: { "\($0.plan.schedule)" }
        ) { text, configuration in configuration.plan.schedule = try LearningRateSchedule(parsing: text) },
        Setting(
            "epochs", .schedule, valueName: "count", form: "a whole number from 1 to \(TrainingPlan.largestEpochs)",
            help: "Passes over the training set.",
            default: { "\($0.epochs)" }, text: { "\($0.plan.epochs)" }
        ) { text, configuration in
            configuration.plan.epochs = try count(text, limit: TrainingPlan.largestEpochs)
        },
        Setting(
            "batch-size", .schedule, valueName: "count", form: "a whole number from 1 to the number of training examples",
            help: "Examples a step.",
            default: { "\($0.batchSize)" }, text: { "\($0.plan.batchSize)" }
        ) { text, configuration in configuration.plan.batchSize = try count(text, limit: 1 << 20) },
        Setting(
            "patience", .schedule, valueName: "epochs", form: "off, or a whole number from 1 to \(TrainingPlan.largestEpochs)",
            help: "The run ends after so many epochs without a better validation loss (test loss, where nothing is held out).",
            default: { _ in "off" }, text: { $0.plan.stopping.patience.map { "\($0)" } ?? "off" }
        ) { text, configuration in
            configuration.plan.stopping.patience = try text == "off" ? nil : count(text, limit: TrainingPlan.largestEpochs)
        },
        Setting(
            "min-delta", .schedule, valueName: "loss", form: OptionDomain.nonnegative.description,
            help: "For patience: how much less a loss must be to be better.",
            default: { _ in "0.0" }, text: { "\($0.plan.stopping.minDelta)" }
        ) { text, configuration in configuration.plan.stopping.minDelta = try OptionDomain.nonnegative.number(text) },
    ]

    private static let run = [
        Setting(
            "seed", .run, valueName: "number", form: seedForm,
            help: "Of the initial weights and the batches' order; with threads, it decides every bit.",
            default: { _ in "0" }, text: { "\($0.plan.seed)" }
        ) { text, configuration in configuration.plan.seed = try seed(text) },
        Setting(
            "threads", .run, valueName: "count", form: "a whole number from 1 to 256, or 'all'",
            help: "Processors to use.",
            default: { _ in "all" }, text: { "\($0.plan.threads)" }
        ) { text, configuration in
            configuration.plan.threads = try text == "all" ? Trainer<Float>.availableThreads : count(text, limit: 256)
        },
        Setting(
            "histograms", .run, valueName: "of",
            form: HistogramChoice.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "),
            help: "Of what TensorBoard gets a histogram a layer and an epoch; it changes no bit of the rest.",
            default: { _ in HistogramChoice.none.rawValue }, text: { $0.plan.histograms.rawValue }
        ) { text, configuration in
            guard let choice = HistogramChoice(rawValue: text) else {
                throw SettingError("'\(text.prefix(60))' is none of \(HistogramChoice.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            configuration.plan.histograms = choice
        },
    ]
}
