using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Runs.Engine;
using AspireMl.Retraining.Worker.Tabular;

namespace AspireMl.Retraining.Worker.Tests.Runs;

/// <summary>Writes down what an engine reports.</summary>
sealed class Notes : IRunObserver
{
    public List<(double Progress, string Step)> Steps { get; } = [];

    public void Report(double progress, string step, RunOutcome outcome) => Steps.Add((progress, step));

    public SearchMemory Remember(string dataHash, SearchOptions search) => SearchMemory.None;
}
