using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Tabular;

namespace AspireMl.Retraining.Worker.Runs.Engine;

/// <summary>Follows a run, and remembers what it has tried.</summary>
internal interface IRunObserver
{
    /// <summary>Told how far the run is.</summary>
    /// <param name="progress">0 to 1.</param>
    /// <param name="step">What it does next, in a few words.</param>
    /// <param name="outcome">What it has found so far.</param>
    void Report(double progress, string step, RunOutcome outcome);

    /// <summary>The memory of a search over these data.</summary>
    SearchMemory Remember(string dataHash, SearchOptions search);
}
