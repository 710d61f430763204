using System.Numerics.Tensors;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tabular;
using AspireMl.Monitoring.Worker.Rows;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Registry;

namespace AspireMl.Monitoring.Worker.Performance;

/// <summary>Has champions answer rows of datasets. The models used last stay open.</summary>
sealed class ModelScores(IObjectStore objects) : IDisposable
{
    const int BatchRows = 10_000;

    readonly SemaphoreSlim _turn = new(1, 1);
    readonly Dictionary<string, (VersionKey Version, TabularModel Model)> _open = [];

    /// <summary>Predicts rows whose columns are those of the model's card.</summary>
    /// <returns>A number for each row, or the place of its most probable label.</returns>
    /// <exception cref="RefusalException">The package is not there or does not open: status 422.</exception>
    public async Task<double[]> PredictAsync(WatchedModel model, RowColumns rows, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return Predict(await OpenAsync(model, cancellation), rows);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        foreach (var (_, model) in _open.Values)
        {
            model.Dispose();
        }

        _turn.Dispose();
    }

    async Task<TabularModel> OpenAsync(WatchedModel model, CancellationToken cancellation)
    {
        if (_open.TryGetValue(model.Name, out var open) && open.Version == model.Champion.Key)
        {
            return open.Model;
        }

        try
        {
            await using var zip = await objects.OpenAsync(model.Champion.Package, cancellation)
                ?? throw Refusal.Unusable($"The package of {model.Name} {model.Champion.Card.Version} is not in the object store of this service.");
            var opened = TabularModel.OpenArchive(zip);
            open.Model?.Dispose();
            _open[model.Name] = (model.Champion.Key, opened);
            return opened;
        }
        catch (ModelPackageException defect)
        {
            throw Refusal.Unusable(defect.Message, defect);
        }
    }

    static double[] Predict(TabularModel model, RowColumns rows)
    {
        double[][] columns = [.. model.Schema.Features.Select(feature => rows.Features[feature.Name])];
        var predictions = new double[rows.Rows];
        for (var start = 0; start < rows.Rows; start += BatchRows)
        {
            var count = Math.Min(BatchRows, rows.Rows - start);
            var input = new float[count * columns.Length];
            for (var cell = 0; cell < input.Length; cell++)
            {
                input[cell] = (float)columns[cell % columns.Length][start + (cell / columns.Length)];
            }

            var output = new float[count * model.Outputs];
            model.Predict(input, output);
            for (var row = 0; row < count; row++)
            {
                predictions[start + row] = Answer(output.AsSpan(row * model.Outputs, model.Outputs));
            }
        }

        return predictions;
    }

    static double Answer(ReadOnlySpan<float> outputs) =>
        outputs.Length == 1 ? outputs[0] : TensorPrimitives.IndexOfMax(outputs);
}
