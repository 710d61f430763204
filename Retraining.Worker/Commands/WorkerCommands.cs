using System.CommandLine;
using AspireMl.Retraining.Worker.Flows;
using AspireMl.Retraining.Worker.SpanReader;
using AspireMl.Retraining.Worker.Tabular;

namespace AspireMl.Retraining.Worker.Commands;

/// <summary>What the worker does from a shell, once, in place of serving.</summary>
internal static class WorkerCommands
{
    const string Train = "train";
    const string Flow = "flow";
    const string Evaluate = "evaluate";
    const string Deploy = "deploy";

    // A flow that is stopped waits until its run has heard of it.
    static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(30);

    static readonly string[] Words = [Train, Flow, Evaluate, Deploy, "--help", "-h", "-?", "--version"];

    /// <summary>Whether the arguments are a command; all others are settings of the service.</summary>
    public static bool AreIn(string[] arguments) => arguments.Length > 0 && Words.Contains(arguments[0]);

    /// <summary>Runs a command.</summary>
    /// <returns>The exit code of the process.</returns>
    public static int Run(string[] arguments)
    {
        var train = new Command(Train, "Trains a model.") { TrainSpanReaderCommand.Create(), TrainTabularCommand.Create(), FlowCommands.Train() };
        var evaluate = new Command(Evaluate, "Evaluates a registered model.") { FlowCommands.Evaluate() };
        var deploy = new Command(Deploy, "Deploys a trained model.") { FlowCommands.Deploy() };
        return new RootCommand("Learns: keeps datasets and trains models. Without a command it serves over HTTP.") { FlowCommands.Flow(), train, evaluate, deploy }
            .Parse(arguments).Invoke(new() { ProcessTerminationTimeout = LongestEnd });
    }
}
