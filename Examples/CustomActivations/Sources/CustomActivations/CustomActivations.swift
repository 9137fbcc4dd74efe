// The types of this module are generated from activations.yaml: SymmetricLog, SmoothLeaky and SharpSoftmax, and
// ActivationRegistry.customActivations, which holds them all.
