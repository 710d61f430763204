using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using AspireMl.Modeling.Tabular.Explanations;
using AspireMl.Modeling.Tabular.Instances;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Tabular;

/// <summary>A tabular package that answers: rows of float32 in, one value or a probability for each label out. Safe for many threads.</summary>
public sealed class TabularModel : IDisposable
{
    /// <summary>Name of the graph's input: float32 [rows, features].</summary>
    public const string Input = "features";

    /// <summary>Name of the graph's output: float32 [rows, 1] or [rows, labels].</summary>
    public const string Output = "predictions";

    const float Tolerance = 1e-4f;

    readonly InferenceSession _session;
    readonly RunOptions _run = new();

    TabularModel(ModelCard card, InferenceSession session, byte[] graph)
    {
        Card = card;
        _session = session;
        Trees = TreeEnsemble.Read(graph);
        Linear = Trees is null ? LinearGraph.Read(graph) : null;
        Instances = new(card.Tabular!);
    }

    /// <summary>The package's card.</summary>
    public ModelCard Card { get; }

    /// <summary>The tabular part of the card.</summary>
    public TabularCard Schema => Card.Tabular!;

    /// <summary>Reads the model's rows from JSON.</summary>
    public InstanceReader Instances { get; }

    /// <summary>Values in a row.</summary>
    public int Columns => Schema.Features.Count;

    /// <summary>Values that come out for a row.</summary>
    public int Outputs => Schema.Target.Labels?.Count ?? 1;

    /// <summary>True when predictions can be explained: the graph is linear, or one tree ensemble that knows how often its nodes are reached.</summary>
    public bool CanExplain => Linear is not null || Trees is { IsExplainable: true };

    TreeEnsemble? Trees { get; }

    LinearGraph? Linear { get; }

    /// <summary>Opens a package and has it answer its sample, so that what comes back is ready.</summary>
    /// <param name="package">The package, whose files were checked when it was opened.</param>
    /// <param name="options">How its graph runs; the defaults when null.</param>
    /// <exception cref="ModelPackageException">The package is for another task, its graph does not fit its card, or its sample fails.</exception>
    public static TabularModel Open(ModelPackage package, OnnxOptions? options = null)
    {
        if (package.Card.Tabular is not { } schema)
        {
            throw new ModelPackageException($"model.json of {package.Card.Name} has no tabular part; a tabular model needs its features and target.");
        }

        var sample = ReadSample(package);
        var model = new TabularModel(package.Card, package.OpenGraph(options), File.ReadAllBytes(package.PathOf(package.Card.Graph)));
        try
        {
            model.CheckShapes(schema);
            model.Check(sample);
            return model;
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or ArgumentException)
        {
            model.Dispose();
            throw new ModelPackageException($"The sample of {package.Card.Name} could not be answered: {exception.Message}", exception);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Opens the model of a packed package; nothing of it stays on disk.</summary>
    /// <param name="zip">The archive, read from its position.</param>
    /// <exception cref="ModelPackageException">It is not a package of a tabular model.</exception>
    public static TabularModel OpenArchive(Stream zip) => ModelPackage.OpenArchive(zip, package => Open(package));

    /// <summary>Predicts all rows in one run.</summary>
    /// <param name="rows">Row by row, <see cref="Columns"/> values each; NaN is missing.</param>
    /// <param name="predictions">Row by row, <see cref="Outputs"/> values each; decides how many rows are read.</param>
    public void Predict(Memory<float> rows, Memory<float> predictions)
    {
        var count = predictions.Length / Outputs;
        using var input = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, rows[..(count * Columns)], [count, Columns]);
        using var output = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, predictions[..(count * Outputs)], [count, Outputs]);
        _session.Run(_run, [Input], [input], [Output], [output]);
    }

    /// <summary>Says what each feature adds to the prediction of one row, before the card's link; base plus contributions is the sum of the trees or terms.</summary>
    /// <param name="row">The row.</param>
    /// <param name="target">The label's place where labels are predicted, else 0.</param>
    /// <param name="contributions">One value a feature; overwritten.</param>
    /// <returns>The base: the expectation over the training rows.</returns>
    /// <exception cref="InvalidOperationException"><see cref="CanExplain"/> is false.</exception>
    public double Explain(ReadOnlySpan<float> row, int target, Span<double> contributions)
    {
        if (!CanExplain)
        {
            throw new InvalidOperationException("The graph does not say how often its nodes are reached, so its predictions cannot be explained.");
        }

        return Linear?.Explain(row, contributions) ?? TreeShap.Explain(Trees!, row, target, contributions);
    }

    /// <summary>Explains many rows at once, much faster than one by one; see <see cref="Explain(ReadOnlySpan{float}, int, Span{double})"/>.</summary>
    /// <param name="rows">Row by row, <see cref="Columns"/> values each.</param>
    /// <param name="target">The label's place where labels are predicted, else 0.</param>
    /// <param name="contributions">As many values as there are in the rows; overwritten.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The base: the expectation over the training rows.</returns>
    /// <exception cref="InvalidOperationException"><see cref="CanExplain"/> is false.</exception>
    public double Explain(ReadOnlyMemory<float> rows, int target, Memory<double> contributions, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(contributions.Length, rows.Length);
        if (Trees is { IsExplainable: true } trees)
        {
            return TreeShapBatch.Explain(trees, rows, Columns, target, contributions, cancellation);
        }

        var expected = 0.0;
        for (var start = 0; start < rows.Length; start += Columns)
        {
            expected = Explain(rows.Span.Slice(start, Columns), target, contributions.Span.Slice(start, Columns));
        }

        return expected;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }

    static TabularSample ReadSample(ModelPackage package) => CardFile.ReadJson(
        package.Folder,
        package.Card.Sample ?? throw new ModelPackageException(
            "model.json names no sample; a package needs a row with a known prediction, so that the model can show that it works."),
        ModelPackageJson.Default.TabularSample);

    void CheckShapes(TabularCard schema)
    {
        if (Card.Inputs is not [{ Name: Input, Type: "float32", Shape: [-1, var columns] }] || columns != schema.Features.Count
            || Card.Outputs is not [{ Name: Output, Type: "float32", Shape: [-1, var outputs] }] || outputs != Outputs)
        {
            throw new ModelPackageException(
                $"{Card.Graph} must take {Input} float32[-1, {Columns}] and give {Output} float32[-1, {Outputs}], as the features and the target of model.json say.");
        }
    }

    void Check(TabularSample sample)
    {
        if (sample.Row.Count != Columns || sample.Outputs.Count != Outputs)
        {
            throw new ModelPackageException($"{Card.Sample} must hold a row of {Columns} values and {Outputs} outputs.");
        }

        var answered = new float[Outputs];
        Predict(sample.Row.Select(value => value ?? float.NaN).ToArray(), answered);
        for (var i = 0; i < answered.Length; i++)
        {
            if (!(MathF.Abs(answered[i] - sample.Outputs[i]) <= Tolerance * MathF.Max(1, MathF.Abs(sample.Outputs[i]))))
            {
                throw new ModelPackageException($"The sample of {Card.Name} {Card.Version} was answered with {answered[i]} instead of {sample.Outputs[i]}.");
            }
        }
    }
}
