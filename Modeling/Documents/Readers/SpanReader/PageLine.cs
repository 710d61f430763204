using AspireMl.Contracts.Documents;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>One OCR line with what the features need to know of it and of its neighbours.</summary>
internal sealed class PageLine(int index, int page, OcrLine line, PageSlant slant, Box relative)
{
    readonly Token[] _tokens = Tokenizer.Tokenize(line);
    LabelText? _label;

    /// <summary>Position in reading order over all pages.</summary>
    public int Index { get; } = index;

    /// <summary>Page number from 1.</summary>
    public int Page { get; } = page;

    /// <summary>The words, one space between them.</summary>
    public string Text { get; } = line.Text;

    /// <summary>The box in the pixels of the levelled page.</summary>
    public Box Box { get; } = line.Box;

    /// <summary>How the page leans.</summary>
    public PageSlant Slant { get; } = slant;

    /// <summary>The levelled box as shares of the page's width and height.</summary>
    public Box Relative { get; } = relative;

    /// <summary>The OCR's mean character probability.</summary>
    public double Confidence { get; } = line.Confidence;

    /// <summary>Words cut further where a value may begin or end.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens;

    /// <summary>The whole text as a label.</summary>
    public LabelText Label => _label ??= LabelText.Of(Text);

    /// <summary>What the text tells of a company, an address and so on.</summary>
    public LineTraits Traits { get; } = LineTraits.Of(line.Text);

    /// <summary>The visual row: lines whose heights overlap share it.</summary>
    public int Row { get; set; }

    /// <summary>The nearest line to the left in the row that is more than punctuation.</summary>
    public PageLine? Left { get; set; }

    /// <summary>The nearest line to the right in the row.</summary>
    public PageLine? Right { get; set; }

    /// <summary>The nearest line above that overlaps horizontally.</summary>
    public PageLine? Above { get; set; }

    /// <summary>The nearest line below that overlaps horizontally.</summary>
    public PageLine? Below { get; set; }

    /// <summary>True when a line further down the same page stands less than so many heights, of the higher of both, under this one.</summary>
    public bool IsCloselyAbove(PageLine below, float heights) =>
        below.Page == Page && below.Box.Y - Box.Bottom < heights * MathF.Max(Box.Height, below.Box.Height);
}

/// <summary>A piece of a line: characters <see cref="Start"/> to <see cref="End"/> (exclusive) of its text.</summary>
internal readonly record struct Token(int Start, int End, Box Box);
