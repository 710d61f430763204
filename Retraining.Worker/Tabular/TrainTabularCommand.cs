using System.CommandLine;
using System.Diagnostics;
using AspireMl.Retraining.Worker.XGBoost;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>The command <c>train tabular</c>.</summary>
internal static class TrainTabularCommand
{
    public static Command Create()
    {
        var data = new Option<FileInfo>("--data") { Required = true, Description = "CSV file with a header, oldest rows first." };
        var target = new Option<string>("--target") { Required = true, Description = "The column to predict." };
        var test = new Option<FileInfo?>("--test") { Description = "CSV file with held-out rows; a share of --data when left out." };
        var heldOut = new Option<double>("--held-out") { DefaultValueFactory = _ => 0.2, Description = "Share of --data that is held out where there is no --test: its last rows." };
        var shuffle = new Option<bool>("--shuffle") { Description = "The rows have no order of time; shuffle them by the seed first." };
        var exclude = new Option<string?>("--exclude") { Description = "Columns that are no features, comma separated." };
        var time = new Option<string?>("--time") { Description = "Columns that say when a row was, comma separated; they are no features either." };
        var draws = new Option<int>("--draws") { DefaultValueFactory = _ => new SearchOptions().Draws, Description = "Settings of XGBoost to try, 1 to 200." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => new SearchOptions().Seed, Description = "Seed of all draws." };
        var name = new Option<string>("--name") { Required = true, Description = "Name of the model." };
        var description = new Option<string>("--description") { DefaultValueFactory = _ => TabularTrainingOptions.DefaultDescription, Description = "What the model is for, for its card." };
        var output = new Option<DirectoryInfo>("--out") { Required = true, Description = "Folder of the package." };
        data.AcceptExistingOnly();
        heldOut.Validators.Add(result => Bound(result, result.GetValueOrDefault<double>() is >= 0.05 and <= 0.5, "--held-out must be between 0.05 and 0.5."));
        draws.Validators.Add(result => Bound(result, result.GetValueOrDefault<int>() is >= 1 and <= 200, "--draws must be between 1 and 200."));
        var command = new Command("tabular", "Trains a model that predicts a number from a row.")
            { data, target, test, heldOut, shuffle, exclude, time, draws, seed, name, description, output };
        command.SetAction(parsed =>
        {
            var search = new SearchOptions
            {
                Seed = parsed.GetValue(seed),
                Draws = parsed.GetValue(draws),
                Ordered = !parsed.GetValue(shuffle),
                Trainers = [.. Trainers.All.Where(trainer => trainer != Trainers.XGBoost || XGBoostLibrary.IsAvailable)],
            };
            return Run(
                parsed.GetRequiredValue(output).FullName,
                new() { Name = parsed.GetRequiredValue(name), Description = parsed.GetRequiredValue(description), Target = parsed.GetRequiredValue(target), Search = search },
                () => Read(parsed.GetRequiredValue(data), [.. Split(parsed.GetValue(exclude)), .. Split(parsed.GetValue(time))]));

            (TabularData, TabularData) Read(FileInfo file, string[] excluded)
            {
                var all = TabularCsv.Read(file.FullName, parsed.GetRequiredValue(target), excluded);
                all = parsed.GetValue(shuffle) ? all.Shuffle(search.Seed) : all;
                var last = (int)(all.Rows * (1 - parsed.GetValue(heldOut)));
                return parsed.GetValue(test) is { } apart
                    ? (all, TabularCsv.Read(apart.FullName, parsed.GetRequiredValue(target), excluded))
                    : (all.Slice(..last), all.Slice(last..));
            }
        });
        return command;
    }

    static void Bound(System.CommandLine.Parsing.OptionResult result, bool holds, string sentence)
    {
        if (!holds)
        {
            result.AddError(sentence);
        }
    }

    static string[] Split(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    static int Run(string folder, TabularTrainingOptions options, Func<(TabularData Training, TabularData HeldOut)> read)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var (training, heldOut) = read();
            new TabularTraining(options, Say).Run(training, heldOut, folder);
            Console.WriteLine($"The package is in {folder}.");
            if (!options.Search.Trainers.Contains(Trainers.XGBoost))
            {
                Console.WriteLine(XGBoostLibrary.Missing);
            }

            return 0;
        }
        catch (Exception refused) when (refused is InvalidDataException or IOException)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }

        void Say(string line) => Console.WriteLine($"{clock.Elapsed.TotalSeconds,7:F1} s  {line}");
    }
}
