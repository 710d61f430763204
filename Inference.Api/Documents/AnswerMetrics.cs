using AspireMl.Contracts.Documents;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Modeling.Decoding;
using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Documents;

/// <summary>Measures answers and what became of questions without one.</summary>
sealed class AnswerMetrics(InferenceMetrics metrics)
{
    const string LeadFeature = "confidence_lead";

    /// <summary>Passes the result on; a failure is counted by its kind. A full queue has its own count.</summary>
    public async Task<T> CountFailuresAsync<T>(string model, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure)
        {
            if (failure is not RefusalException { Status: StatusCodes.Status429TooManyRequests })
            {
                metrics.RecordFailure(model, KindOf(failure));
            }

            throw;
        }
    }

    public void Record(ReadDocument read, DocumentAnswer answer)
    {
        metrics.RecordOcrCacheLookup(read.Prepared.Cached);
        metrics.RecordInput(answer.Model.Name, read.Input);
        double? lead = read.Reading.Features.TryGetValue(LeadFeature, out var value) ? value : null;
        metrics.RecordAnswer(answer.Model.Name, answer.Answer is not null, answer.Confidence, lead, answer.Timings);
    }

    static FailureKind KindOf(Exception failure) => failure switch
    {
        OperationCanceledException => FailureKind.Cancelled,
        RefusalException or ImageRejectedException => FailureKind.UnusableInput,
        _ => FailureKind.Internal,
    };
}
