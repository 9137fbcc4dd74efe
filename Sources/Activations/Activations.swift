/// The activations of this package's catalogue, generated, and with them everything that they are made of.
///
/// Only this module is compiled again when the catalogue changes: layers and training know activations by the
/// protocols of ActivationCore alone, and are given a registry.
@_exported import ActivationCore
