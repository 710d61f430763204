using System.Buffers;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents.Ocr.Geometry;
using AspireMl.Modeling.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Documents.Ocr.Recognition;

/// <summary>What was read in one rectangle.</summary>
/// <param name="Rectangle">Where; the text runs along its upper side.</param>
/// <param name="Glyphs">The characters in order.</param>
/// <param name="Steps">Time steps over the rectangle's width; those after it saw padding.</param>
internal sealed record RecognisedLine(TextRectangle Rectangle, IReadOnlyList<Glyph> Glyphs, float Steps)
{
    /// <summary>Mean probability of the characters; 0 without any.</summary>
    internal float Score => Glyphs.Count == 0 ? 0 : Glyphs.Average(static glyph => glyph.Probability);
}

/// <summary>Reads the characters of a line of text with a network and CTC. Safe for use by many threads.</summary>
internal sealed class TextRecogniser : IDisposable
{
    const int Channels = 3, InputHeight = 48, LeastWidth = 16, GreatestWidth = 3200;

    // A lone digit is read better with some empty paper after it, and worse with much.
    const int LeastInputWidth = 96;

    readonly CoreBudget _cores;
    readonly Alphabet _alphabet;
    readonly InferenceSession _session;
    readonly string[] _inputs, _outputs;

    internal TextRecogniser(CoreBudget cores, byte[] model, Alphabet alphabet)
    {
        _cores = cores;
        _alphabet = alphabet;
        _session = OnnxSession.Open(model, new() { KeepMemory = false, Provider = ExecutionProvider.Cpu });
        _inputs = [.. _session.InputNames];
        _outputs = [.. _session.OutputNames];
    }

    internal RecognisedLine Read(DecodedImage page, TextRectangle rectangle)
    {
        var textWidth = Math.Clamp((int)MathF.Ceiling(InputHeight * rectangle.Width / rectangle.Height), LeastWidth, GreatestWidth);
        var width = Math.Max(textWidth, LeastInputWidth);
        var length = Channels * InputHeight * width;
        var input = ArrayPool<float>.Shared.Rent(length);
        try
        {
            using var share = _cores.Take(1);
            input.AsSpan(0, length).Clear();
            LineSampler.Sample(page, rectangle, textWidth, width, InputHeight, input.AsSpan(0, length));
            using var tensor = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, input.AsMemory(0, length), [1, Channels, InputHeight, width]);
            using var run = new RunOptions();
            using var results = _session.Run(run, _inputs, [tensor], _outputs);
            var probabilities = results[0].GetTensorDataAsSpan<float>();
            return new(rectangle, CtcDecoder.Decode(probabilities, _alphabet), (float)probabilities.Length / _alphabet.Count * textWidth / width);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input);
        }
    }

    public void Dispose() => _session.Dispose();
}
