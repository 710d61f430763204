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
        if (!request.Explain && request.Json.Length <= SmallBytes)
        {
            return await AnswerSmallAsync(use.Model, request, cancellation);
        }

        using var turn = await turns.TakeAsync(cancellation);
        return AnswerLarge(use.Model, request, cancellation);
    }

    /// <summary>Checks the rows of a request against the model's card without answering them.</summary>
    /// <exception cref="RefusalException">The model is not ready, or the rows do not fit its card.</exception>
    public void Check(string model, string alias, ReadOnlyMemory<byte> json)
    {
        using var use = models.UseTabular(model, alias);
        Read(use.Model, json).Dispose();
    }

    async Task<TabularAnswer> AnswerSmallAsync(TabularModel model, TabularRequest request, CancellationToken cancellation)
    {
        var clock = new StageClock(metrics, model.Card.Name);
        using var rows = Read(model, request.Json);
        clock.Done("read");
        var outputs = new float[rows.Rows * model.Outputs];
        metrics.RecordRowStage(model.Card.Name, "predict", await runs.PredictAsync(model, rows.Values, outputs, cancellation));
        return Finish(model, request, rows, outputs, cancellation);
    }

    TabularAnswer AnswerLarge(TabularModel model, TabularRequest request, CancellationToken cancellation)
    {
        var clock = new StageClock(metrics, model.Card.Name);
        using var rows = Read(model, request.Json);
        clock.Done("read");
        if (request.Explain)
        {
            CheckExplanation(model, rows);
        }

        var outputs = new float[rows.Rows * model.Outputs];
        metrics.RecordRowStage(model.Card.Name, "predict", runs.PredictAlone(model, rows.Values, outputs));
        return Finish(model, request, rows, outputs, cancellation);
    }

    TabularAnswer Finish(TabularModel model, TabularRequest request, InstanceTable rows, float[] outputs, CancellationToken cancellation)
    {
        var createdAt = time.GetUtcNow();
        var predicted = PredictedRows.Of(model, rows, outputs, request.FirstId ?? Guid.CreateVersion7(createdAt));
        IReadOnlyList<TabularContributions>? contributions = null;
        if (request.Explain)
        {
            var clock = new StageClock(metrics, model.Card.Name);
            contributions = predicted.Explain(cancellation);
            clock.Done("explain");
        }

        metrics.RecordRows(model.Card.Name, model.Card.Version, rows.Rows, rows.Missing, rows.Warnings.Sum(warning => warning.Rows));
        capture.TryAdd(predicted.ToBatch(createdAt));
        return predicted.ToAnswer(contributions);
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
