using System.CommandLine;

namespace AspireMl.Simulator.Commands;

/// <summary>What the simulator does from a shell, once, in place of running as a service.</summary>
internal static class SimulatorCommands
{
    static readonly string[] Words = [SimulateCommand.Name, "--help", "-h", "-?", "--version"];

    /// <summary>Whether the arguments are a command; all others are settings of the service.</summary>
    public static bool AreIn(string[] arguments) => arguments.Length > 0 && Words.Contains(arguments[0]);

    /// <summary>Runs a command.</summary>
    /// <returns>The exit code of the process.</returns>
    public static int Run(string[] arguments) =>
        new RootCommand("A roasting machine and its laboratory. Without a command it sends readings and labels.") { SimulateCommand.Create() }
            .Parse(arguments).Invoke();
}
