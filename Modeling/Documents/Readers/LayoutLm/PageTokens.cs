using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Documents.Readers.LayoutLm;

/// <summary>The words of a page as tokens. Every token of a word carries the word's box.</summary>
sealed class PageTokens
{
    readonly List<(OcrWord Word, int Line)> _words = [];
    readonly List<int> _ids = [];
    readonly List<int> _wordOf = [];

    public PageTokens(OcrPage page, LayoutLmTokenizer tokenizer)
    {
        Page = page;
        for (var line = 0; line < page.Lines.Count; line++)
        {
            foreach (var word in page.Lines[line].Words)
            {
                var tokens = tokenizer.Word(word.Text);
                if (tokens.Count > 0)
                {
                    _ids.AddRange(tokens);
                    _wordOf.AddRange(Enumerable.Repeat(_words.Count, tokens.Count));
                    _words.Add((word, line));
                }
            }
        }
    }

    public OcrPage Page { get; }

    public int Count => _ids.Count;

    public int Id(int token) => _ids[token];

    /// <summary>Index of the token's word.</summary>
    public int WordOf(int token) => _wordOf[token];

    /// <summary>Left, top, right and bottom of the token's word, 0 to 1000 of the page's width and height.</summary>
    public void WriteBox(int token, Span<long> box)
    {
        var at = _words[_wordOf[token]].Word.Box;
        box[0] = Scaled(at.X, Page.Width);
        box[1] = Scaled(at.Y, Page.Height);
        box[2] = Scaled(at.Right, Page.Width);
        box[3] = Scaled(at.Bottom, Page.Height);
    }

    /// <summary>The words from one to another, both included.</summary>
    public string Text(int first, int last) => string.Join(' ', _words[first..(last + 1)].Select(word => word.Word.Text));

    /// <summary>Where the words from one to another stand, one entry a line.</summary>
    public IReadOnlyList<Evidence> Evidence(int first, int last) =>
        [.. _words[first..(last + 1)].GroupBy(word => word.Line, word => word.Word).Select(line => new Evidence(
            Page.Number,
            string.Join(' ', line.Select(word => word.Text)),
            Box.Around(line.Select(word => word.Box))))];

    static long Scaled(float position, int size) => Math.Clamp((long)(1000d * position / size), 0, 1000);
}
