using System.Numerics.Tensors;
using AspireMl.Contracts.Tabular;
using AspireMl.Modeling.Tabular;
using AspireMl.Modeling.Tabular.Instances;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Tabular;

namespace AspireMl.Inference.Api.Tabular;

/// <summary>Rows with what the model gave for them, as clients and as the record see it.</summary>
sealed class PredictedRows(TabularModel model, InstanceTable rows, float[] outputs, Guid[] ids)
{
    readonly IReadOnlyList<string>? _labels = model.Schema.Target.Labels;

    /// <summary>Puts rows and what the model gave for them together.</summary>
    /// <exception cref="RefusalException">A prediction is not a finite number: status 422.</exception>
    public static PredictedRows Of(TabularModel model, InstanceTable rows, float[] outputs, Guid firstId)
    {
        var broken = Array.FindIndex(outputs, output => !float.IsFinite(output));
        return broken < 0
            ? new(model, rows, outputs, InferenceIds.From(firstId, rows.Rows))
            : throw Refusal.Unusable($"The model {model.Card.Name} gives no finite number for row {(broken / model.Outputs) + 1}.");
    }

    public TabularAnswer ToAnswer(IReadOnlyList<TabularContributions>? contributions) =>
        new(new(model.Card.Name, model.Card.Version), Predictions()) { Contributions = contributions, Warnings = Warnings() };

    public TabularBatch ToBatch(DateTimeOffset createdAt) => new()
    {
        Model = model.Card.Name,
        Version = model.Card.Version,
        CreatedAt = createdAt,
        Ids = ids,
        // The rows' memory is lent for the request only.
        Features = rows.Values.ToArray(),
        Predictions = _labels is null ? outputs : [.. Enumerable.Range(0, ids.Length).Select(row => (float)LabelOf(row))],
        Probabilities = _labels is null ? default : outputs,
    };

    /// <summary>What each feature adds to the prediction of each row, or to its most probable label's.</summary>
    public IReadOnlyList<TabularContributions> Explain(CancellationToken cancellation)
    {
        var names = model.Card.Features;
        var contributions = new double[names.Count];
        var explained = new TabularContributions[ids.Length];
        for (var row = 0; row < explained.Length; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var values = rows.Values.Span.Slice(row * names.Count, names.Count);
            var expected = model.Explain(values, _labels is null ? 0 : LabelOf(row), contributions);
            explained[row] = new(expected, names.Zip(contributions).ToDictionary(pair => pair.First, pair => pair.Second));
        }

        return explained;
    }

    TabularPrediction[] Predictions()
    {
        var predictions = new TabularPrediction[ids.Length];
        for (var row = 0; row < predictions.Length; row++)
        {
            predictions[row] = _labels is null
                ? new(ids[row]) { Value = outputs[row] }
                : new(ids[row]) { Label = _labels[LabelOf(row)], Probabilities = ProbabilitiesOf(row, _labels) };
        }

        return predictions;
    }

    int LabelOf(int row) => TensorPrimitives.IndexOfMax(outputs.AsSpan(row * model.Outputs, model.Outputs));

    Dictionary<string, float> ProbabilitiesOf(int row, IReadOnlyList<string> labels) =>
        labels.Select((label, place) => (label, place)).ToDictionary(pair => pair.label, pair => outputs[(row * labels.Count) + pair.place]);

    TabularWarning[]? Warnings() => rows.Warnings.Count == 0 ? null
        : [.. rows.Warnings.Select(warning => new TabularWarning(
            warning.Feature.Name, warning.Rows, warning.FirstRow,
            $"Training saw {warning.Feature.Name} {warning.Feature}; {warning.Rows} of {rows.Rows} rows are outside, the first is row {warning.FirstRow}."))];
}
