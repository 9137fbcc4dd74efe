@main struct GenerateActivationsTool { static func main() {} }
