using System.Buffers;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.Documents.Readers.LayoutLm;

/// <summary>The tensors of one run, over one rented buffer: ids, then mask, then boxes.</summary>
sealed class WindowInputs : IDisposable
{
    readonly long[] _buffer;
    readonly OrtValue[] _tensors;

    /// <summary>Lays out <c>&lt;s&gt; question &lt;/s&gt;&lt;/s&gt; page &lt;/s&gt;</c>; all but the page's tokens have an empty box.</summary>
    /// <param name="question">The question's tokens.</param>
    /// <param name="page">The page.</param>
    /// <param name="window">Which of its tokens.</param>
    /// <param name="tokenizer">Knows the special tokens.</param>
    /// <param name="length">Length of the run when the graph fixes it, else -1.</param>
    /// <param name="pixels">The page's picture.</param>
    public WindowInputs(
        ReadOnlySpan<int> question, PageTokens page, PageWindow window, LayoutLmTokenizer tokenizer, int length, PixelValues pixels)
    {
        var used = question.Length + window.Count + LayoutLmSettings.SpecialTokens;
        length = Math.Max(length, used);
        FirstPageToken = question.Length + 3;

        _buffer = ArrayPool<long>.Shared.Rent(6 * length);
        var ids = _buffer.AsMemory(0, length);
        var mask = _buffer.AsMemory(length, length);
        var boxes = _buffer.AsMemory(2 * length, 4 * length);

        ids.Span.Fill(tokenizer.Pad);
        ids.Span[0] = tokenizer.Start;
        for (var i = 0; i < question.Length; i++)
        {
            ids.Span[1 + i] = question[i];
        }

        ids.Span[question.Length + 1] = ids.Span[question.Length + 2] = ids.Span[used - 1] = tokenizer.End;
        mask.Span.Clear();
        mask.Span[..used].Fill(1);
        boxes.Span.Clear();
        for (var i = 0; i < window.Count; i++)
        {
            ids.Span[FirstPageToken + i] = page.Id(window.First + i);
            page.WriteBox(window.First + i, boxes.Span.Slice(4 * (FirstPageToken + i), 4));
        }

        var memory = OrtMemoryInfo.DefaultInstance;
        _tensors =
        [
            OrtValue.CreateTensorValueFromMemory(memory, ids, [1, length]),
            OrtValue.CreateTensorValueFromMemory(memory, mask, [1, length]),
            OrtValue.CreateTensorValueFromMemory(memory, boxes, [1, length, 4]),
            OrtValue.CreateTensorValueFromMemory(memory, pixels.Values, [1, 3, PixelValues.Side, PixelValues.Side]),
        ];
    }

    /// <summary>Where the page's tokens begin in the run.</summary>
    public int FirstPageToken { get; }

    /// <summary>In the order of <see cref="LayoutLmGraph.Inputs"/>.</summary>
    public IReadOnlyCollection<OrtValue> Tensors => _tensors;

    public void Dispose()
    {
        foreach (var tensor in _tensors)
        {
            tensor.Dispose();
        }

        ArrayPool<long>.Shared.Return(_buffer);
    }
}
