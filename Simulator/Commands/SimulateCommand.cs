using System.CommandLine;
using System.Globalization;

namespace AspireMl.Simulator.Roasting;

/// <summary>The command <c>simulate</c>: a series of readings as a CSV file.</summary>
internal static class SimulateCommand
{
    const int MostRows = 10_000_000;
    static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    // A machine that has just been lit says nothing of how it works.
    static readonly TimeSpan WarmUp = TimeSpan.FromHours(4);

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
        var command = new Command("simulate", "Writes a series of readings with their quality.") { rows, seed, scenario, output };
        command.SetAction(parsed =>
        {
            using var writer = new StreamWriter(parsed.GetRequiredValue(output).FullName) { NewLine = "\n" };
            Write(writer, parsed.GetValue(rows), parsed.GetValue(seed), parsed.GetValue(scenario));
        });
        return command;
    }

    internal static void Write(TextWriter writer, int rows, int seed, Scenario scenario)
    {
        var machine = new RoastingMachine(seed, Interval);
        for (var warm = TimeSpan.Zero; warm < WarmUp; warm += Interval)
        {
            machine.Step();
        }

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
