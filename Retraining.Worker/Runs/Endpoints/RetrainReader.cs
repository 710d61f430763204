using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Images.Runs;
using AspireMl.Retraining.Worker.Tabular;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Retraining.Worker.Runs.Endpoints;

/// <summary>Reads requests for runs.</summary>
internal static class RetrainReader
{
    const string What = """a request for a run; send {"reason":"..."} and, where wanted, trainers""";

    /// <summary>Reads one.</summary>
    /// <exception cref="RefusalException">It is none: status 400, 415 or 422.</exception>
    public static async Task<RetrainRequest> ReadAsync(HttpRequest http, CancellationToken cancellation)
    {
        var request = await JsonBody.ReadAsync<RetrainRequest>(http, What, cancellation);
        var reason = ReasonRule.Read(request.Reason) ?? throw Refusal.Unusable(ReasonRule.Sentence);
        Check(request.Trainers?.All(Trainers.All.Contains) != false && request.Trainers?.Count is not 0, $"trainers are some of {string.Join(", ", Trainers.All)}.");
        Check(request.Trigger is null || RunTriggers.All.Contains(request.Trigger), $"trigger is one of {string.Join(", ", RunTriggers.All)}.");
        Check(request.Image is null || request.Trainers is null, "trainers are for models of rows; leave them out where image is given.");
        var defect = request.Image is { } image ? ImageRunRequests.DefectOf(image) : null;
        Check(defect is null, defect ?? "");

        return request with { Reason = reason, Trainers = request.Trainers?.Distinct().ToArray() };
    }

    static void Check(bool holds, string sentence)
    {
        if (!holds)
        {
            throw Refusal.Unusable(sentence);
        }
    }
}
