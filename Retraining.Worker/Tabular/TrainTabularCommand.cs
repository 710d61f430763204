using System.CommandLine;
using System.Diagnostics;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>The command <c>train tabular</c>.</summary>
internal static class TrainTabularCommand
{
    const double HeldOutShare = 0.2;

    public static Command Create()
    {
        var data = new Option<FileInfo>("--data") { Required = true, Description = "CSV file with a header, oldest rows first." };
        var target = new Option<string>("--target") { Required = true, Description = "The column to predict." };
        var test = new Option<FileInfo?>("--test") { Description = "CSV file with held-out rows; the last fifth of --data when left out." };
        var exclude = new Option<string?>("--exclude") { Description = "Columns that are no features, comma separated." };
        var time = new Option<string?>("--time") { Description = "Columns that say when a row was, comma separated; they are no features either." };
        var name = new Option<string>("--name") { Required = true, Description = "Name of the model." };
        var output = new Option<DirectoryInfo>("--out") { Required = true, Description = "Folder of the package." };
        data.AcceptExistingOnly();
        var command = new Command("tabular", "Trains a model that predicts a number from a row.") { data, target, test, exclude, time, name, output };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(data).FullName,
            parsed.GetValue(test)?.FullName,
            [.. Split(parsed.GetValue(exclude)), .. Split(parsed.GetValue(time))],
            parsed.GetRequiredValue(output).FullName,
            new() { Name = parsed.GetRequiredValue(name), Target = parsed.GetRequiredValue(target) }));
        return command;
    }

    static string[] Split(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    static int Run(string data, string? test, string[] excluded, string folder, TabularTrainingOptions options)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var all = TabularData.Read(data, options.Target, excluded);
            var last = (int)(all.Rows * (1 - HeldOutShare));
            var (training, heldOut) = test is null ? (all.Slice(..last), all.Slice(last..)) : (all, TabularData.Read(test, options.Target, excluded));
            new TabularTraining(options, line => Console.WriteLine($"{clock.Elapsed.TotalSeconds,7:F1} s  {line}")).Run(training, heldOut, folder);
            Console.WriteLine($"The package is in {folder}.");
            return 0;
        }
        catch (Exception refused) when (refused is InvalidDataException or IOException)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
    }
}
