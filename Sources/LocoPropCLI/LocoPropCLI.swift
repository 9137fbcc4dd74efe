@main struct LocoPropCLI { static func main() {} }
