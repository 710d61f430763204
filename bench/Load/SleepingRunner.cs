using System.Text.Json;
using AspireMl.Inference.Api.Jobs;

namespace AspireMl.Bench.Load;

/// <summary>Does every job by sleeping: what limits the service then is how it takes jobs, not what the processor can do.</summary>
internal sealed class SleepingRunner : IJobRunner
{
    public static readonly TimeSpan Sleep = TimeSpan.FromMilliseconds(100);

    static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public bool Serves(string model) => true;

    public Task CheckAsync(string model, string alias, JsonElement payload, CancellationToken cancellation) => Task.CompletedTask;

    public async Task<JobOutcome> RunAsync(JobWork work, CancellationToken cancellation)
    {
        await Task.Delay(Sleep, cancellation);
        return new(Nothing, new(work.Model, "0.0.0"));
    }
}
