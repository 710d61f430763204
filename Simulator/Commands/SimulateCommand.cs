using System.CommandLine;
using System.Globalization;
using AspireMl.Simulator.Roasting;

namespace AspireMl.Simulator.Commands;

/// <summary>The command <c>simulate</c>: a series of readings as a CSV file.</summary>
internal static class SimulateCommand
{
    public const string Name = "simulate";

    const int MostRows = 10_000_000;
    static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Required = true, Description = $"How many readings, 1 to {MostRows}; one each five minutes." };
        var seed = new Option<int>("--seed") { Required = true, Description = "Decides the series." };
        var scenario = new Option<Scenario>("--scenario") { DefaultValueFactory = _ => Scenario.Normal, Description = "What goes on from the first row." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "The CSV file." };
        rows.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostRows)
            {
                result.AddError($"--rows must be from 1 to {MostRows}.");
            }
        });
        var command = new Command(Name, "Writes a series of readings with their quality.") { rows, seed, scenario, output };
        command.SetAction(parsed =>
        {
            using var writer = new StreamWriter(parsed.GetRequiredValue(output).FullName) { NewLine = "\n" };
            Write(writer, parsed.GetValue(rows), parsed.GetValue(seed), parsed.GetValue(scenario));
        });
        return command;
    }

    internal static void Write(TextWriter writer, int rows, int seed, Scenario scenario)
    {
        var machine = RoastingMachine.Warm(seed, Interval);
        writer.WriteLine(string.Join(',', [.. Reading.Names, "quality"]));
        Reading? first = null;
        for (var row = 0; row < rows; row++)
        {
            var reading = machine.Step(scenario);
            var shown = scenario.Apply(reading, first ??= reading);
            writer.WriteLine(string.Join(',', shown.Features.Append(shown.Quality).Select(Field)));
        }
    }

    static string Field(double value) => double.IsNaN(value) ? "" : Math.Round(value, 3).ToString(CultureInfo.InvariantCulture);
}
