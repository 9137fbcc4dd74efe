// The types of this module are generated from activations.yaml: LogModulus, SmoothLeaky and SharpSoftmax, and
// ActivationRegistry.customActivations, which holds them all.
