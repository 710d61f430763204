using AspireMl.Contracts.Tabular;

namespace AspireMl.Contracts.Clients;

/// <summary>
/// Asks the inference service for tabular predictions. Every method throws <see cref="ApiException"/> when the service
/// refuses or cannot be reached, and <see cref="OperationCanceledException"/> when the caller cancels.
/// </summary>
/// <param name="http">A client whose base address is the service's root.</param>
public sealed class TabularClient(HttpClient http)
{
    readonly ApiCalls _calls = new(http, "inference service");

    /// <summary>Predicts rows.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="instances">1 to 10,000 rows; the model's card names the features and their ranges.</param>
    /// <param name="explain">Whether to say what each feature adds to each prediction; for fewer rows.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<TabularAnswer> PredictAsync(
        string model, IReadOnlyList<IReadOnlyDictionary<string, object?>> instances, bool explain = false, CancellationToken cancellation = default) =>
        _calls.SendJsonAsync<TabularAnswer>(
            HttpMethod.Post,
            $"v1/tabular/{Uri.EscapeDataString(model)}/predict{QueryString.Of(("explain", explain ? "true" : null))}",
            new TabularInstances(instances),
            cancellation);
}
