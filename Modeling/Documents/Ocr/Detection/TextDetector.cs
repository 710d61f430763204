using System.Buffers;
using System.Numerics.Tensors;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Decoding.Resampling;
using AspireMl.Modeling.Documents.Ocr.Geometry;
using AspireMl.Modeling.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Documents.Ocr.Detection;

/// <summary>Finds lines of text on a page: a network gives each pixel's probability of text (Liao et al., 2020), regions of it become rectangles.</summary>
internal sealed class TextDetector : IDisposable
{
    // The network was trained on blue, green, red with ImageNet's figures in this order.
    static readonly float[] Mean = [0.485f, 0.456f, 0.406f];
    static readonly float[] Deviation = [0.229f, 0.224f, 0.225f];
    const int Channels = 3, Multiple = 32, LeastSide = 2, LeastGrownSide = 5;

    readonly OcrOptions _options;
    readonly CoreBudget _cores;
    readonly InferenceSession _session;
    readonly string[] _inputs, _outputs;

    internal TextDetector(OcrOptions options, CoreBudget cores, byte[] model)
    {
        _options = options;
        _cores = cores;
        _session = OnnxSession.Open(model, new() { Threads = cores.Threads, KeepMemory = false, Provider = ExecutionProvider.Cpu });
        _inputs = [.. _session.InputNames];
        _outputs = [.. _session.OutputNames];
    }

    /// <summary>Rectangles in pixels of the page, the surest first.</summary>
    internal List<TextRectangle> Detect(DecodedImage page)
    {
        var scale = Math.Min(1.0, (double)_options.DetectionSide / Math.Max(page.Width, page.Height));
        var (width, height) = (Rounded(page.Width * scale), Rounded(page.Height * scale));
        var input = ArrayPool<float>.Shared.Rent(Channels * width * height);
        try
        {
            Resampler.Resize(page, width, height, input);
            Normalise(input.AsSpan(0, Channels * width * height), width * height);
            using var tensor = OrtValue.CreateTensorValueFromMemory(
                OrtMemoryInfo.DefaultInstance, input.AsMemory(0, Channels * width * height), [1, Channels, height, width]);
            using var run = new RunOptions();
            using var share = _cores.Take(_cores.Threads);
            using var results = _session.Run(run, _inputs, [tensor], _outputs);
            results[0].GetTensorDataAsSpan<float>().CopyTo(input);
        }
        catch
        {
            ArrayPool<float>.Shared.Return(input);
            throw;
        }

        try
        {
            return Rectangles(input, width, height, (float)page.Width / width, (float)page.Height / height);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input);
        }
    }

    public void Dispose() => _session.Dispose();

    List<TextRectangle> Rectangles(float[] map, int width, int height, float scaleX, float scaleY)
    {
        var found = new List<(float Score, TextRectangle Rectangle)>();
        foreach (var hull in TextRegions.Find(map, width, height, (float)_options.PixelThreshold))
        {
            var core = MinimumAreaRectangle.Of(hull);
            if (Math.Min(core.Width, core.Height) < LeastSide)
            {
                continue;
            }

            var score = MapScore.Mean(map, width, height, core);
            if (score < _options.BoxThreshold)
            {
                continue;
            }

            var distance = core.Width * core.Height * (float)_options.UnclipRatio / (2 * (core.Width + core.Height));
            var grown = core.Grow(distance);
            if (Math.Min(grown.Width, grown.Height) >= LeastGrownSide)
            {
                found.Add((score, grown.Scale(scaleX, scaleY)));
            }
        }

        found.Sort(static (a, b) => b.Score.CompareTo(a.Score));
        return [.. found.Take(_options.MaxLines).Select(static item => item.Rectangle)];
    }

    static void Normalise(Span<float> planes, int plane)
    {
        for (var c = 0; c < Channels; c++)
        {
            var values = planes.Slice(c * plane, plane);
            TensorPrimitives.Multiply(values, 1 / (255 * Deviation[c]), values);
            TensorPrimitives.Add(values, -Mean[c] / Deviation[c], values);
        }
    }

    static int Rounded(double side) => Math.Max(Multiple, (int)Math.Round(side / Multiple) * Multiple);
}
