using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>All that the reader needs of a document whatever the question: candidates, their labels, their page features.</summary>
internal sealed class DocumentAnalysis
{
    readonly float[] _pageFeatures;

    DocumentAnalysis(PageLayout layout, Candidate[] candidates, CandidateLabels[] labels, float[] pageFeatures)
    {
        Layout = layout;
        Candidates = candidates;
        Labels = labels;
        _pageFeatures = pageFeatures;
    }

    /// <summary>Lines and their neighbours.</summary>
    public PageLayout Layout { get; }

    /// <summary>The spans that may be an answer.</summary>
    public Candidate[] Candidates { get; }

    /// <summary>The labels of each candidate.</summary>
    public CandidateLabels[] Labels { get; }

    /// <summary>Analyses a document.</summary>
    public static DocumentAnalysis Of(OcrDocument document)
    {
        var layout = PageLayout.Of(document);
        var candidates = CandidateGenerator.Generate(layout);
        var features = new float[candidates.Length * SpanFeatures.PageCount];
        for (var i = 0; i < candidates.Length; i++)
        {
            SpanFeatures.WritePage(candidates[i], layout, features.AsSpan(i * SpanFeatures.PageCount, SpanFeatures.PageCount));
        }

        return new(layout, candidates, Array.ConvertAll(candidates, candidate => CandidateLabels.Of(candidate, layout)), features);
    }

    /// <summary>Writes the features of chosen candidates for a question: one row of <see cref="SpanFeatures.Count"/> each.</summary>
    public void WriteFeatures(QuestionMatch match, ReadOnlySpan<int> chosen, Span<float> rows)
    {
        for (var i = 0; i < chosen.Length; i++)
        {
            WriteRow(match, chosen[i], rows.Slice(i * SpanFeatures.Count, SpanFeatures.Count));
        }
    }

    /// <summary>Writes the features of all candidates for a question.</summary>
    public void WriteFeatures(QuestionMatch match, Span<float> rows)
    {
        for (var i = 0; i < Candidates.Length; i++)
        {
            WriteRow(match, i, rows.Slice(i * SpanFeatures.Count, SpanFeatures.Count));
        }
    }

    /// <summary>Compares a question with the labels of the document.</summary>
    public QuestionMatch Match(string question) => new(new Question(question), Labels, Layout);

    void WriteRow(QuestionMatch match, int candidate, Span<float> row)
    {
        _pageFeatures.AsSpan(candidate * SpanFeatures.PageCount, SpanFeatures.PageCount).CopyTo(row);
        SpanFeatures.WriteQuestion(Labels[candidate], Candidates[candidate], match, row[SpanFeatures.PageCount..]);
    }
}
