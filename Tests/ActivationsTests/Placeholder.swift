import Testing
import Activations
@Test func bootstrapHasFourEntries() { #expect(Tanh.descriptor.name == "tanh") }
