namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>The features of a candidate: those of the page first, then those that depend on the question.</summary>
internal static class SpanFeatures
{
    const int Bound = 400;

    static readonly (string[] Page, string[] Question) AllNames = ReadNames();

    /// <summary>Features that do not depend on the question.</summary>
    public static int PageCount => AllNames.Page.Length;

    /// <summary>All features.</summary>
    public static int Count => AllNames.Page.Length + AllNames.Question.Length;

    /// <summary>Names in the order of the columns.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. AllNames.Page, .. AllNames.Question];

    /// <summary>Writes the features that all questions share.</summary>
    public static void WritePage(Candidate candidate, PageLayout layout, Span<float> values)
    {
        var row = new FeatureRow(values);
        WritePage(ref row, candidate, layout);
    }

    /// <summary>Writes the features that depend on the question.</summary>
    public static void WriteQuestion(CandidateLabels labels, Candidate candidate, QuestionMatch match, Span<float> values)
    {
        var row = new FeatureRow(values);
        LabelFeatures.Write(ref row, labels, candidate, match);
    }

    static void WritePage(ref FeatureRow row, Candidate candidate, PageLayout layout)
    {
        ContentFeatures.Write(ref row, candidate, layout);
        PlaceFeatures.Write(ref row, candidate, layout);
    }

    static (string[] Page, string[] Question) ReadNames()
    {
        var layout = PageLayout.Of(new([new(1, 100, 100, [new("Total: 1.00", 1, new(0, 0, 50, 10), [new("Total:", new(0, 0, 25, 10)), new("1.00", new(25, 0, 25, 10))])])]));
        var candidate = new Candidate([layout.Lines[0]], 7, 11);
        var (page, question) = (new List<string>(), new List<string>());
        Span<float> values = stackalloc float[Bound];
        var row = new FeatureRow(values, page);
        WritePage(ref row, candidate, layout);
        row = new FeatureRow(values, question);
        LabelFeatures.Write(ref row, CandidateLabels.Of(candidate, layout), candidate, new QuestionMatch(new Question("total?"), [], layout));
        return ([.. page], [.. question]);
    }
}
