using System.CommandLine;
using System.Diagnostics;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Retraining.Worker.Images.Evaluation;
using AspireMl.Retraining.Worker.Images.Monitors;
using AspireMl.Storage;

namespace AspireMl.Retraining.Worker.Flows;

/// <summary>The commands that do a flow or one of its stages.</summary>
internal static class FlowCommands
{
    const int Failed = 1;
    const int Stopped = 2;

    /// <summary>The command <c>flow</c>: all stages.</summary>
    public static Command Flow() => Command("flow", "Imports images, checks them, trains, evaluates, registers, promotes and schedules the monitor, as a YAML file says.", async (flow, app, say, cancellation) =>
    {
        var run = await TrainAsync(flow, app, say, cancellation);
        if (run.Decision == RunDecisions.Promoted)
        {
            await WatchAsync(flow, app, say, cancellation);
        }

        return run.Decision == RunDecisions.Stopped ? Stopped : 0;
    });

    /// <summary>The command <c>train images</c>: up to the registered version, which stays challenger.</summary>
    public static Command Train() => Command("images", "Trains an image classifier as a YAML file says, and promotes nothing.", async (flow, app, say, cancellation) =>
        (await TrainAsync(flow with { Promote = false }, app, say, cancellation)).Decision == RunDecisions.Stopped ? Stopped : 0);

    /// <summary>The command <c>evaluate images</c>: the newest trained version on the testing images.</summary>
    public static Command Evaluate() => Command("images", "Measures the newest trained version of a flow's model on the testing images of its dataset.", async (flow, app, say, cancellation) =>
    {
        var version = await app.Services.GetRequiredService<FlowStages>().NewestAsync(flow.Model, cancellation);
        var images = app.Services.GetRequiredService<ImageModelEvaluation>();
        var evaluation = await images.RunAsync(flow.Model, version, flow.Dataset.Name, flow.Dataset.Version, ImageSplits.Testing, cancellation);
        say(Sentence(evaluation));
        if (flow.Reports is { } folder)
        {
            await FlowReports.WriteAsync(app, folder, evaluation, cancellation);
            say($"Reports are in {folder}.");
        }

        return 0;
    });

    /// <summary>The command <c>deploy images</c>: the newest trained version becomes champion and is watched.</summary>
    public static Command Deploy() => Command("images", "Makes the newest trained version of a flow's model the champion and schedules its monitor.", async (flow, app, say, cancellation) =>
    {
        say($"Champion of {flow.Model}: {await app.Services.GetRequiredService<FlowStages>().DeployAsync(flow.Model, cancellation)}");
        await WatchAsync(flow, app, say, cancellation);
        return 0;
    });

    static async Task<TrainingRun> TrainAsync(FlowFile flow, WebApplication app, Action<string> say, CancellationToken cancellation)
    {
        var stages = app.Services.GetRequiredService<FlowStages>();
        var version = await stages.ImportAsync(flow, say, cancellation);
        var backbone = await stages.RegisterBackboneAsync(flow, cancellation);
        var run = await stages.TrainAsync(flow.Model, FlowRules.ToRequest(flow, version, backbone), say, cancellation);
        if (run.Image?.Evaluation is { } evaluation)
        {
            say(Sentence(evaluation));
        }

        say($"{run.Decision}: {run.Reason}");
        if (flow.Reports is { } folder)
        {
            await FlowReports.WriteAsync(app, folder, run, cancellation);
            say($"Reports are in {folder}.");
        }

        return run;
    }

    static async Task WatchAsync(FlowFile flow, WebApplication app, Action<string> say, CancellationToken cancellation)
    {
        if (flow.Monitor is { } monitor)
        {
            var watching = await app.Services.GetRequiredService<EmbeddingMonitors>().PutAsync(monitor.Service, flow.Model, monitor, cancellation);
            say($"Monitor {watching.Settings.Name}: {monitor.Cron}");
        }
    }

    static string Sentence(ImageEvaluation evaluation) => FormattableString.Invariant(
        $"{evaluation.Model} {evaluation.Version} on {evaluation.Images} {evaluation.On} images: accuracy {evaluation.Accuracy:F4}, macro F1 {evaluation.MacroF1:F4}, macro AUC {evaluation.MacroAuc:F4}, ECE {evaluation.Ece:F4}");

    static Command Command(string name, string description, Func<FlowFile, WebApplication, Action<string>, CancellationToken, Task<int>> stages)
    {
        var file = new Argument<FileInfo>("file") { Description = "The YAML file of the flow." };
        var command = new Command(name, description) { file };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file).FullName, stages, cancellation));
        return command;
    }

    static async Task<int> RunAsync(string path, Func<FlowFile, WebApplication, Action<string>, CancellationToken, Task<int>> stages, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var flow = FlowRules.Read(path);
            await using var app = await FlowHost.StartAsync(flow.Monitor?.Service, cancellation);
            try
            {
                if (flow.Monitor is { } monitor)
                {
                    app.Services.GetRequiredService<EmbeddingMonitors>().Check(monitor);
                }

                return await stages(flow, app, line => Console.WriteLine($"{clock.Elapsed.TotalSeconds,7:F1} s  {line}"), cancellation);
            }
            finally
            {
                await app.StopAsync(CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Console.Error.WriteLine("The flow was stopped; its run is cancelled, and no version was registered by halves.");
            return Failed;
        }
        catch (Exception refused) when (refused is InvalidDataException or ModelPackageException or IOException or ApiException or StorageUnavailableException)
        {
            Console.Error.WriteLine(refused.Message);
            return Failed;
        }
    }
}
