using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>All runners, by the models that they serve.</summary>
sealed class JobRunners(IEnumerable<IJobRunner> runners)
{
    readonly IJobRunner[] _runners = [.. runners];

    /// <summary>The runner of a model's task.</summary>
    /// <exception cref="RefusalException">There is none: status 422.</exception>
    public IJobRunner Require(string model) =>
        _runners.FirstOrDefault(runner => runner.Serves(model))
        ?? throw Refusal.Unusable("The field model names no model that takes jobs; GET /v1/models lists the models.");
}
