using AspireMl.Contracts.Tabular;
using AspireMl.Inference.Api.Capture;
using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Modeling.Tabular;
using AspireMl.Modeling.Tabular.Instances;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Tabular;

/// <summary>Answers rows: JSON to numbers, numbers to predictions, predictions to the record.</summary>
sealed class TabularPredictions(
    ModelCatalog models, TabularTurns turns, SharedRuns runs, CaptureQueue capture, InferenceMetrics metrics, IOptions<TabularOptions> options, TimeProvider time)
{
    // What is read before its turn has come must not take long.
    const int SmallBytes = 16 * 1024;

    readonly TabularOptions _options = options.Value;

    /// <summary>Predicts the rows of a request.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="alias">The alias that names its version.</param>
    /// <param name="request">The rows.</param>
    /// <param name="cancellation">Leaves the line, or stops between rows that are explained.</param>
    /// <exception cref="RefusalException">The model is not ready, too many wait, or the rows do not fit the model's card.</exception>
    public async Task<TabularAnswer> AnswerAsync(string model, string alias, TabularRequest request, CancellationToken cancellation)
    {
        using var use = models.UseTabular(model, alias);
        var isSmall = !request.Explain && request.Json.Length <= SmallBytes;
        using var turn = isSmall ? null : await turns.TakeAsync(cancellation);
        return await AnswerAsync(use.Model, request, hasTurn: !isSmall, cancellation);
    }

    /// <summary>Checks the rows of a request against the model's card without answering them.</summary>
    /// <exception cref="RefusalException">The model is not ready, or the rows do not fit its card.</exception>
    public void Check(string model, string alias, ReadOnlyMemory<byte> json)
    {
        using var use = models.UseTabular(model, alias);
        Read(use.Model, json).Dispose();
    }

    async Task<TabularAnswer> AnswerAsync(TabularModel model, TabularRequest request, bool hasTurn, CancellationToken cancellation)
    {
        var clock = new StageClock(metrics, model.Card.Name);
        using var rows = Read(model, request.Json);
        clock.Done("read");
        if (request.Explain)
        {
            CheckExplanation(model, rows);
        }

        var outputs = new float[rows.Rows * model.Outputs];
        metrics.RecordRowStage(model.Card.Name, "predict", hasTurn
            ? runs.Run(model, rows.Values, outputs)
            : await runs.PredictAsync(model, rows.Values, outputs, cancellation));
        var createdAt = time.GetUtcNow();
        var predicted = PredictedRows.Of(model, rows, outputs, request.FirstId ?? Guid.CreateVersion7(createdAt));
        var contributions = request.Explain ? Explain(model, predicted, cancellation) : null;
        metrics.RecordRows(model.Card.Name, model.Card.Version, rows.Rows, rows.Missing, rows.Warnings.Sum(warning => warning.Rows));
        capture.TryAdd(predicted.ToBatch(createdAt));
        return predicted.ToAnswer(contributions);
    }

    IReadOnlyList<TabularContributions> Explain(TabularModel model, PredictedRows predicted, CancellationToken cancellation)
    {
        var clock = new StageClock(metrics, model.Card.Name);
        var contributions = predicted.Explain(cancellation);
        clock.Done("explain");
        return contributions;
    }

    InstanceTable Read(TabularModel model, ReadOnlyMemory<byte> json)
    {
        try
        {
            return model.Instances.Read(json.Span, _options.MaxInstances);
        }
        catch (InstancesRejectedException rejected)
        {
            metrics.RecordRowsRefused(model.Card.Name);
            throw rejected.Reason switch
            {
                InstancesRejection.Malformed => Refusal.Malformed(rejected.Message, rejected),
                InstancesRejection.TooMany => Refusal.TooLarge(rejected.Message),
                _ => Refusal.Unusable(rejected.Message),
            };
        }
    }

    void CheckExplanation(TabularModel model, InstanceTable rows)
    {
        if (!model.CanExplain)
        {
            throw Refusal.Unusable($"The model {model.Card.Name} {model.Card.Version} cannot explain its predictions; ask without explain.");
        }

        if (rows.Rows > _options.MaxExplained)
        {
            throw Refusal.TooLarge($"At most {_options.MaxExplained} instances are explained at once; send several smaller requests.");
        }
    }
}
