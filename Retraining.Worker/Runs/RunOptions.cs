using System.ComponentModel.DataAnnotations;
using AspireMl.Retraining.Worker.Tabular;

namespace AspireMl.Retraining.Worker.Runs;

/// <summary>How runs are done.</summary>
internal sealed class RunOptions
{
    static readonly SearchOptions Search = new();

    /// <value>Seed of all draws where a request names none. Default 20261.</value>
    public int Seed { get; set; } = Search.Seed;

    /// <value>Settings of XGBoost that are tried. Default 24, from 1 to 200.</value>
    [Range(1, 200)]
    public int Draws { get; set; } = Search.Draws;

    /// <value>Rows left out between those learned from and those judged on, so that neighbours in time give nothing away. Default 48, from 0 to 10,000.</value>
    [Range(0, 10_000)]
    public int Gap { get; set; } = Search.Gap;

    /// <value>Trainings beside each other. Default 2, from 1 to 64.</value>
    [Range(1, 64)]
    public int Parallelism { get; set; } = 2;

    /// <value>The newest rows of each split that a run reads. Default 200,000, from 100 to 2 million.</value>
    [Range(100, 2_000_000)]
    public int MostRows { get; set; } = 200_000;

    /// <value>Share of the labelled production rows, the newest, that are held out. Default 0.3, from 0.05 to 0.9.</value>
    [Range(0.05, 0.9)]
    public double HeldOutShare { get; set; } = 0.3;

    /// <value>Resamples of the paired bootstrap. Default 2,000, from 100 to 100,000.</value>
    [Range(100, 100_000)]
    public int Resamples { get; set; } = 2000;

    /// <value>Confidence of its interval. Default 0.95, from 0.5 to 0.999.</value>
    [Range(0.5, 0.999)]
    public double Confidence { get; set; } = 0.95;

    /// <value>How long a worker may be silent before another takes its run. Default 30 seconds, from 1 second to 1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <value>How often a worker looks for runs when nobody tells it of one. Default 2 seconds, from 50 milliseconds to 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(2);

    /// <value>How often a run is taken up before it is given up. When a store or a service was away it waits in between, 5 seconds at first and three times as long each time. Default 5, from 1 to 20.</value>
    [Range(1, 20)]
    public int Attempts { get; set; } = 5;
}
