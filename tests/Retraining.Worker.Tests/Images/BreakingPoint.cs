using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Runs.Engine;
using AspireMl.Retraining.Worker.Tabular;

namespace AspireMl.Retraining.Worker.Tests.Images;

/// <summary>Does something once when a run reaches a point: a member of a store, or a step that it reports.</summary>
sealed class BreakingPoint(string point, Action act) : IRunObserver
{
    int _reached;

    public bool WasReached => _reached > 0;

    public void Reach(string what)
    {
        if (what.StartsWith(point, StringComparison.Ordinal) && Interlocked.Exchange(ref _reached, 1) == 0)
        {
            act();
        }
    }

    public void Report(double progress, string step, RunOutcome outcome) => Reach(step);

    public SearchMemory Remember(string dataHash, SearchOptions search) => SearchMemory.None;
}
