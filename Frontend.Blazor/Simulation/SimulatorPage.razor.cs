using System.Globalization;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Simulation;
using AspireMl.Frontend.Blazor.Charts;
using Microsoft.AspNetCore.Components;

namespace AspireMl.Frontend.Blazor.Simulation;

/// <summary>Steers the simulated machine.</summary>
public sealed partial class SimulatorPage
{
    const int MostShown = 120;
    const int ChamberCount = 5;

    static readonly double[] Intervals = [100, 500, 1000, 2000, 5000, 30_000];
    static readonly double[] Delays = [0, 5000, 30_000, 300_000, 3_600_000];

    readonly List<SimulatorReading> _seen = [];
    SimulatorState? _state;

    [Inject] SimulatorClient Simulator { get; set; } = default!;

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(2);

    ChartData Quality => Line(("Quality", reading => reading.Quality));

    ChartTable QualityTable => Table(["Time", "Quality"], reading => [Shown(reading.Quality)]);

    ChartData Chambers => Line([.. Enumerable.Range(1, ChamberCount).Select(chamber => ($"Chamber {chamber}", (Func<SimulatorReading, double?>)(reading => Mean(reading, chamber))))]);

    ChartTable ChambersTable => Table(
        ["Time", .. Enumerable.Range(1, ChamberCount).Select(chamber => $"Chamber {chamber}")],
        reading => Enumerable.Range(1, ChamberCount).Select(chamber => Shown(Mean(reading, chamber))));

    /// <inheritdoc/>
    protected override async Task LoadAsync() => Show(await Simulator.GetAsync(Left));

    static double Number(ChangeEventArgs change) => double.Parse((string)change.Value!, CultureInfo.InvariantCulture);

    static IEnumerable<double> Choices(double[] usual, double now) => usual.Append(now).Distinct().Order();

    static double? Mean(SimulatorReading reading, int chamber) =>
        reading.Features.Where(feature => feature.Key.StartsWith($"t_data_{chamber}_", StringComparison.Ordinal)).Average(feature => feature.Value);

    static string Shown(double? value) => value?.ToString("F1", CultureInfo.InvariantCulture) ?? "–";

    Task ChangeAsync(SimulatorChange change) => DoAsync(() => Simulator.ChangeAsync(change, Left));

    void Show(SimulatorState state)
    {
        _state = state;
        if (state.Latest is { } latest && _seen.LastOrDefault()?.JobId != latest.JobId)
        {
            _seen.Add(latest);
            _seen.RemoveRange(0, Math.Max(0, _seen.Count - MostShown));
        }
    }

    ChartData Line(params (string Name, Func<SimulatorReading, double?> Value)[] series) => ChartData.Lines("value", _seen, Label, series);

    string Label(SimulatorReading reading) => Clock.Local(reading.At).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    ChartTable Table(IReadOnlyList<string> columns, Func<SimulatorReading, IEnumerable<string>> cells) => new(
        columns,
        [.. _seen.Select(reading => (IReadOnlyList<string>)[Label(reading), .. cells(reading)])]);
}
