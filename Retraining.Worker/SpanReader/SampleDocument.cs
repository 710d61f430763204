using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Documents.Readers;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>The question that a package must answer before it is ready.</summary>
internal static class SampleDocument
{
    /// <summary>A small receipt, and its total.</summary>
    public static DocumentSample Sample { get; } = new(
        "What is the total amount?",
        new([new(1, 400, 330,
        [
            Line("HARBOUR LIGHT BOOKS LTD", 60, 20),
            Line("14 Quay Street, Port Ellen", 70, 50),
            Line("Date: 12/03/2024", 30, 90),
            Line("Notebook A5", 30, 130),
            Line("4.50", 320, 130),
            Line("Fountain pen", 30, 160),
            Line("21.00", 310, 160),
            Line("TOTAL", 30, 210),
            Line("25.50", 310, 210),
            Line("CASH", 30, 240),
            Line("30.00", 310, 240),
            Line("CHANGE", 30, 270),
            Line("4.50", 320, 270),
        ])]),
        "25.50");

    static OcrLine Line(string text, float x, float y)
    {
        const float Advance = 11;
        const float Height = 18;
        var words = new List<OcrWord>();
        var offset = 0;
        foreach (var word in text.Split(' '))
        {
            words.Add(new(word, new(x + (offset * Advance), y, word.Length * Advance, Height)));
            offset += word.Length + 1;
        }

        return new(text, 0.99, new(x, y, text.Length * Advance, Height), words);
    }
}
