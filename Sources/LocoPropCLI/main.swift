import Activations
import LocoPropCommands

LocoPropProgram.main(registry: .catalogue)
