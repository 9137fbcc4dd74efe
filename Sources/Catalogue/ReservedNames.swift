/// Names that generated code may not take, because they mean something already.
package enum ReservedNames {
    /// Whether a generated type may not have this name, and what the name is now.
    package static func meaning(ofType name: String) -> String? {
        if keywords.contains(name) { return "a Swift keyword" }
        if standardLibrary.contains(name) { return "a name of Swift's standard library" }
        if modules.contains(name) { return "the name of a module of this package" }
        if packageTypes.contains(name) { return "a type of this package" }
        return nil
    }

    /// Whether a parameter may not have this name, and what the name is now.
    static func meaning(ofParameter name: String) -> String? {
        if keywords.contains(name) { return "a keyword of Swift or C" }
        if members.contains(NameRules.camelCased(name)) { return "a member of every generated type" }
        return nil
    }

    private static let keywords = words("""
        Any Protocol Self Type
        actor any as associatedtype async await borrowing break case catch class consuming continue default defer
        deinit do else enum extension fallthrough false fileprivate for func get guard if import in indirect init
        inout internal is isolated lazy let mutating nil nonisolated nonmutating open operator override package
        precedencegroup private protocol public repeat rethrows return self sending set some static struct
        subscript super switch throw throws true try typealias unowned var weak where while
        asm auto bool char const double enum extern float goto inline int long register restrict short signed
        sizeof typedef typeof union unsigned void volatile errno linux unix
        """)

    private static let members = words("""
        aliases debugDescription derivative description descriptor dual dualDivergence fenchelYoungGradient
        fenchelYoungLoss gradient hash hashValue integral inverse inverseLink isStrictlyIncreasing jacobian
        jacobianVectorProduct kernels link linkAndDerivative loss lossAndGradient matchingLoss
        matchingLossGradient name parameterValues range title validate
        """)

    private static let modules = words("""
        ActivationCore ActivationSupport Activations Analysis ArgumentParser CActivationKernels
        CActivationSupport CAllocationCounter CLibYAML CMPFR COneDNN COpenBLAS CTrainingKernels CZlib
        Catalogue Charts Darwin Dispatch Emit Foundation FoundationEssentials GenerateActivations
        GenerateActivationsTool Glibc Interchange LocoProp LocoPropCLI LocoPropCommands Musl Observation
        Pictures SnapshotActivations Suggestions Swift Symbolic Synchronization Testing Training XCTest
        YAMLReader
        """)

    /// Types that code beside the generated types, or importing them, sees without a prefix.
    private static let packageTypes = words("""
        Activation ActivationDescriptor ActivationError ActivationFormulas ActivationParameter
        ActivationRegistry ActivationScalar Checkpoint ChoiceDescriptor CoupledActivation Curves DataError
        DataFormat DataInfo DataPart DataParts DataRequest Dataset EarlyStopping ElementwiseActivation
        EpochRecord Evaluation ExampleSet FallingInterval FileError FinalLoss FormulaOrigin GradientClip
        HistogramChoice JSONError JSONValue KFAC KernelAccuracy KernelQuantity KernelTables LayerKernels
        LayerParameters LayerRecord LearnedActivation LearningRateSchedule LinkFunction LinkGraph LinkSplit
        LocalLoss LocoPropError Method MethodDescriptor Monotonicity NamedDataset Network NetworkLayout
        NetworkSpecification NetworkWidths Optimizer OptimizerDescriptor OptionDescriptor OptionDomain
        ParameterCondition ParameterDomain ParameterSlopeFormulas PartInfo PlanError Prediction Recipe
        Reconstructions RunFolder RunFolderError SavedNetwork Scaling SeededGenerator SelectedData Shampoo
        StateElement TableHeader Trainer TrainerState TrainingFailure TrainingLoop TrainingPlan
        ValidationSplit WeightDecay WeightsError
        """)

    /// Public types of the standard library (Swift 6.3), its modules for concurrency, regular expressions and
    /// synchronisation among them.
    private static let standardLibrary = words("""
        Actor AdditiveArithmetic AnyActor AnyBidirectionalCollection AnyClass AnyCollection AnyHashable AnyIndex
        AnyIterator AnyKeyPath AnyObject AnyRandomAccessCollection AnyRegexOutput AnySequence Array ArraySlice
        AsyncCompactMapSequence AsyncDropFirstSequence AsyncDropWhileSequence AsyncFilterSequence
        AsyncFlatMapSequence AsyncIteratorProtocol AsyncMapSequence AsyncPrefixSequence AsyncPrefixWhileSequence
        AsyncSequence AsyncStream AsyncThrowingCompactMapSequence AsyncThrowingDropWhileSequence
        AsyncThrowingFilterSequence AsyncThrowingFlatMapSequence AsyncThrowingMapSequence
        AsyncThrowingPrefixWhileSequence AsyncThrowingStream Atomic AtomicLazyReference AtomicLoadOrdering
        AtomicOptionalRepresentable AtomicRepresentable AtomicStoreOrdering AtomicUpdateOrdering
        BidirectionalCollection BidirectionalSlice BinaryFloatingPoint BinaryInteger BitwiseCopyable Bool
        BooleanLiteralType CBool CChar CChar16 CChar32 CChar8 CDouble CFloat CFloat16 CInt CLong CLongDouble
        CLongLong CShort CSignedChar CUnsignedChar CUnsignedInt CUnsignedLong CUnsignedLongLong CUnsignedShort
        CVaListPointer CVarArg CWideChar CancellationError CaseIterable Character CheckedContinuation Clock
        ClosedRange ClosedRangeIndex Codable CodingKey CodingKeyRepresentable CodingUserInfoKey Collection
        CollectionDifference CollectionOfOne CommandLine Comparable ContiguousArray ContinuousClock Copyable
        CountableClosedRange CountablePartialRangeFrom CountableRange CustomConsumingRegexComponent
        CustomDebugStringConvertible CustomLeafReflectable CustomPlaygroundDisplayConvertible CustomReflectable
        CustomStringConvertible Decodable Decoder DecodingError DefaultBidirectionalIndices DefaultIndices
        DefaultRandomAccessIndices DefaultStringInterpolation Dictionary DictionaryIndex DictionaryIterator
        DictionaryLiteral DiscardingTaskGroup DiscontiguousSlice Double DropFirstSequence DropWhileSequence Duration
        DurationProtocol EmptyCollection EmptyIterator Encodable Encoder EncodingError EnumeratedIterator
        EnumeratedSequence Equatable Error Escapable Executor ExecutorJob ExpressibleByArrayLiteral
        ExpressibleByBooleanLiteral ExpressibleByDictionaryLiteral ExpressibleByExtendedGraphemeClusterLiteral
        ExpressibleByFloatLiteral ExpressibleByIntegerLiteral ExpressibleByNilLiteral
        ExpressibleByStringInterpolation ExpressibleByStringLiteral ExpressibleByUnicodeScalarLiteral
        ExtendedGraphemeClusterType FixedWidthInteger FlattenBidirectionalCollection
        FlattenBidirectionalCollectionIndex FlattenCollection FlattenCollectionIndex FlattenSequence Float Float16
        Float32 Float64 Float80 FloatLiteralType FloatingPoint FloatingPointClassification FloatingPointRoundingRule
        FloatingPointSign GlobalActor Hashable Hasher Identifiable ImplicitlyUnwrappedOptional IndexingIterator
        InlineArray InstantProtocol Int Int128 Int16 Int32 Int64 Int8 IntegerLiteralType IteratorOverOne
        IteratorProtocol IteratorSequence Job JobPriority JoinedIterator JoinedSequence KeyPath KeyValuePairs
        KeyedDecodingContainer KeyedDecodingContainerProtocol KeyedEncodingContainer KeyedEncodingContainerProtocol
        LazyCollection LazyCollectionProtocol LazyDropWhileCollection LazyDropWhileIndex LazyDropWhileIterator
        LazyDropWhileSequence LazyFilterCollection LazyFilterIndex LazyFilterIterator LazyFilterSequence
        LazyMapCollection LazyMapIterator LazyMapSequence LazyPrefixWhileCollection LazyPrefixWhileIndex
        LazyPrefixWhileIterator LazyPrefixWhileSequence LazySequence LazySequenceProtocol LosslessStringConvertible
        MainActor ManagedBuffer ManagedBufferPointer MemoryLayout Mirror MirrorPath MutableCollection MutableRawSpan
        MutableSlice MutableSpan Mutex Never Numeric ObjectIdentifier OpaquePointer OptionSet Optional OutputRawSpan
        OutputSpan PartialAsyncTask PartialKeyPath PartialRangeFrom PartialRangeThrough PartialRangeUpTo
        PrefixSequence RandomAccessCollection RandomAccessSlice RandomNumberGenerator Range RangeExpression
        RangeReplaceableCollection RangeSet RawRepresentable RawSpan ReferenceWritableKeyPath Regex RegexComponent
        RegexRepetitionBehavior RegexSemanticLevel RegexWordBoundaryKind Repeated Result ReversedCollection
        ReversedIndex ReversedRandomAccessCollection SIMD SIMD16 SIMD2 SIMD3 SIMD32 SIMD4 SIMD64 SIMD8 SIMDMask
        SIMDScalar SIMDStorage Sendable SendableMetatype Sequence SerialExecutor Set SetAlgebra SetIndex SetIterator
        SignedInteger SignedNumeric SingleValueDecodingContainer SingleValueEncodingContainer Slice Span
        StaticBigInt StaticString StrideThrough StrideThroughIterator StrideTo StrideToIterator Strideable String
        StringInterpolationConvertible StringInterpolationProtocol StringLiteralType StringProtocol Substring
        SuspendingClock SystemRandomNumberGenerator Task TaskExecutor TaskGroup TaskLocal TaskPriority
        TextOutputStream TextOutputStreamable ThrowingDiscardingTaskGroup ThrowingTaskGroup UInt UInt128 UInt16
        UInt32 UInt64 UInt8 UTF16 UTF32 UTF8 UTF8Span UnboundedRange UnfoldFirstSequence UnfoldSequence Unicode
        UnicodeCodec UnicodeDecodingResult UnicodeScalar UnicodeScalarType UnkeyedDecodingContainer
        UnkeyedEncodingContainer Unmanaged UnownedJob UnownedSerialExecutor UnownedTaskExecutor UnsafeBufferPointer
        UnsafeBufferPointerIterator UnsafeContinuation UnsafeCurrentTask UnsafeMutableBufferPointer
        UnsafeMutablePointer UnsafeMutableRawBufferPointer UnsafeMutableRawBufferPointerIterator
        UnsafeMutableRawPointer UnsafePointer UnsafeRawBufferPointer UnsafeRawBufferPointerIterator UnsafeRawPointer
        UnsafeSendable UnsafeThrowingContinuation UnsignedInteger Void WordPair WritableKeyPath Zip2Iterator
        Zip2Sequence
        """)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
