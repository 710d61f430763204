namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>How much the other lines of a row are what a question names, as "What does the tea cost?" names a table's row.</summary>
/// <param name="Left">The largest share, 0 to 1, of the words of a line to the left that the question has.</param>
/// <param name="Right">The same of a line to the right: a code or a quantity may stand before what it belongs to.</param>
/// <param name="Asked">The largest share, 0 to 1, of the question's words that one of these lines has.</param>
internal readonly record struct RowMatch(float Left, float Right, float Asked)
{
    /// <summary>The larger of both sides.</summary>
    public float Labelled => MathF.Max(Left, Right);

    /// <summary>Takes another line into account.</summary>
    public RowMatch Or(LabelMatch match, bool isLeft) =>
        new(isLeft ? MathF.Max(Left, match.Labelled) : Left, isLeft ? Right : MathF.Max(Right, match.Labelled), MathF.Max(Asked, match.Asked));
}
