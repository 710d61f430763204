using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Documents.Readers.LayoutLm;

/// <summary>The graph of a LayoutLMv3 for answers: which tensors it takes, and one run of it.</summary>
sealed class LayoutLmGraph : IDisposable
{
    public static readonly string[] Inputs = ["input_ids", "attention_mask", "bbox", "pixel_values"];
    public static readonly string[] Outputs = ["start_logits", "end_logits"];

    static readonly TensorCard[] Expected =
    [
        new("input_ids", "int64", [1, -1]),
        new("attention_mask", "int64", [1, -1]),
        new("bbox", "int64", [1, -1, 4]),
        new("pixel_values", "float32", [1, 3, PixelValues.Side, PixelValues.Side]),
        new("start_logits", "float32", [1, -1]),
        new("end_logits", "float32", [1, -1]),
    ];

    readonly InferenceSession _session;

    public LayoutLmGraph(ModelCard card, InferenceSession session)
    {
        _session = session;
        TensorCard[] real = [.. card.Inputs, .. card.Outputs.Where(output => Outputs.Contains(output.Name))];
        ModelPackageException.ThrowIfAny(
        [
            .. Expected.Where(tensor => !real.Any(candidate => Fits(candidate, tensor)))
                .Select(tensor => $"A LayoutLMv3 graph needs {tensor.Name} as {tensor.Type}[{string.Join(", ", tensor.Shape)}], or with free sizes."),
            .. card.Inputs.Where(input => !Inputs.Contains(input.Name)).Select(input => $"A LayoutLMv3 graph has no input {input.Name}."),
        ]);
        Length = card.Inputs.First(input => input.Name == Inputs[0]).Shape[1];
    }

    /// <summary>Tokens of every run when the graph fixes them, else -1.</summary>
    public long Length { get; }

    /// <summary>Runs the graph over one window.</summary>
    public ScoredWindow Score(WindowInputs inputs, PageTokens page, PageWindow window, RunOptions run)
    {
        using var results = _session.Run(run, Inputs, inputs.Tensors, Outputs);
        // Some exports give logits of the picture's patches too, after those of the tokens.
        var start = results[0].GetTensorDataAsSpan<float>();
        var end = results[1].GetTensorDataAsSpan<float>();
        var needed = inputs.FirstPageToken + window.Count;
        if (start.Length < needed || end.Length < needed)
        {
            throw new InvalidOperationException($"The graph gave {Math.Min(start.Length, end.Length)} logits for {needed} tokens.");
        }

        Check(start[..needed]);
        Check(end[..needed]);
        return new(page, window, [.. start[inputs.FirstPageToken..needed]], [.. end[inputs.FirstPageToken..needed]], (double)start[0] + end[0]);
    }

    public void Dispose() => _session.Dispose();

    // A graph may close a place off with minus infinity; anything else that is not finite is a broken graph.
    static void Check(ReadOnlySpan<float> logits)
    {
        foreach (var logit in logits)
        {
            if (float.IsNaN(logit) || float.IsPositiveInfinity(logit))
            {
                throw new InvalidOperationException("The graph gave a logit that is not a number.");
            }
        }
    }

    static bool Fits(TensorCard real, TensorCard expected) =>
        real.Name == expected.Name && real.Type == expected.Type && real.Shape.Count == expected.Shape.Count
        && real.Shape.Zip(expected.Shape).All(size => size.First == -1 || size.Second == -1 || size.First == size.Second);
}
