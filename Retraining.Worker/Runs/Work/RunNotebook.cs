using System.Text.Json;
using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Runs.Engine;
using AspireMl.Retraining.Worker.Tabular;
using AspireMl.Storage.Runs;

namespace AspireMl.Retraining.Worker.Runs.Work;

/// <summary>How far one attempt is, written by the engine and read by the heartbeat.</summary>
internal sealed class RunNotebook(ClaimedRun claim) : IRunObserver
{
    // The engine tries settings between these two.
    const double SearchBegins = 0.05;
    const double SearchEnds = 0.75;

    readonly Lock _lock = new();
    RunOutcome _outcome = new();
    string _step = "reading the data";
    double _progress;
    RunCheckpoint? _checkpoint = claim.Checkpoint is null ? null : JsonSerializer.Deserialize<RunCheckpoint>(claim.Checkpoint, JsonSerializerOptions.Web);

    /// <inheritdoc/>
    public void Report(double progress, string step, RunOutcome outcome)
    {
        lock (_lock)
        {
            (_progress, _step, _outcome) = (progress, step, outcome);
        }
    }

    /// <inheritdoc/>
    public SearchMemory Remember(string dataHash, SearchOptions search)
    {
        lock (_lock)
        {
            if (_checkpoint is not { } earlier || earlier.DataHash != dataHash || earlier.Seed != search.Seed)
            {
                _checkpoint = new(dataHash, search.Seed, new Dictionary<int, Tabular.Trees.TreeScore>());
            }

            return new(_checkpoint.Scores, scores =>
            {
                lock (_lock)
                {
                    _checkpoint = new(dataHash, search.Seed, scores);
                    _progress = SearchBegins + ((SearchEnds - SearchBegins) * scores.Count / search.Draws);
                    _step = $"tried {scores.Count} of {search.Draws} settings of XGBoost";
                }
            });
        }
    }

    /// <summary>What to tell the store.</summary>
    public RunNote ToNote()
    {
        lock (_lock)
        {
            return new(
                claim.Run.RunId, claim.Run.Attempts, _progress, _step, _outcome,
                _checkpoint is null ? null : JsonSerializer.Serialize(_checkpoint, JsonSerializerOptions.Web));
        }
    }
}
