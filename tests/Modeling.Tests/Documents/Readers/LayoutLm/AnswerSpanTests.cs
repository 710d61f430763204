using AspireMl.Modeling.Documents.Readers.LayoutLm;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Modeling.Tests.Documents.Readers.LayoutLm;

public sealed class AnswerSpanTests : IDisposable
{
    readonly TestModel _model = new("w");
    readonly LayoutLmTokenizer _tokenizer;

    public AnswerSpanTests() => _tokenizer = LayoutLmTokenizer.Open(_model.Package());

    public void Dispose() => _model.Dispose();

    [Fact]
    public void The_best_span_and_its_probabilities_are_those_of_counting_all_spans() =>
        Prop.ForAll(Gen.Choose(1, 12).SelectMany(Logits).ToArbitrary(), logits =>
        {
            const int most = 3;
            var (start, end) = (logits[..(logits.Length / 2)], logits[(logits.Length / 2)..]);
            var page = new PageTokens(TestDocument.Of(string.Join(' ', start.Select(_ => "w"))).Pages[0], _tokenizer);
            var window = new ScoredWindow(page, new(0, start.Length, 0, start.Length), start, end, 0);

            var best = AnswerSpan.Best([window], new(512, 128, most, 128, 1, 0))!;

            var spans = (from s in Enumerable.Range(0, start.Length)
                         from e in Enumerable.Range(s, Math.Min(most, start.Length - s))
                         orderby start[s] + end[e] descending
                         select (s, e, Score: (double)start[s] + end[e])).ToArray();
            var all = 1 + spans.Sum(span => Math.Exp(span.Score));
            var second = spans.Length > 1 ? Math.Exp(spans[1].Score) : 0;
            return Near(Math.Exp(start[best.FirstWord] + (double)end[best.LastWord]), Math.Exp(spans[0].Score))
                && best.FirstWord <= best.LastWord && best.LastWord - best.FirstWord < most
                && best.Wins == spans[0].Score >= 0
                && Near(best.Confidence, Math.Exp(spans[0].Score) / all)
                && Near(best.Lead, (Math.Exp(spans[0].Score) - second) / all)
                && Near(best.StartConfidence, spans.Where(span => span.s == best.FirstWord).Sum(span => Math.Exp(span.Score)) / all)
                && Near(best.EndConfidence, spans.Where(span => span.e == best.LastWord).Sum(span => Math.Exp(span.Score)) / all);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Logits_of_a_thousand_do_not_overflow()
    {
        var best = AnswerSpan.Best([Window([1000, -1000, 999], [1000, -1000, 999])], Settings)!;

        Assert.Equal((0, 0), (best.FirstWord, best.LastWord));
        Assert.InRange(best.Confidence, 0.5, 1);
    }

    [Fact]
    public void Places_that_a_graph_closes_off_are_never_answers()
    {
        var closed = float.NegativeInfinity;

        Assert.Equal(1, AnswerSpan.Best([Window([closed, 0, closed], [closed, 0, closed])], Settings)!.FirstWord);
        Assert.Null(AnswerSpan.Best([Window([closed], [closed])], Settings));
        Assert.Null(AnswerSpan.Best([], Settings));
    }

    [Fact]
    public void The_window_least_sure_of_no_answer_decides()
    {
        ScoredWindow[] windows = [Window([0f], [0f]) with { NoAnswer = 50 }, Window([5f], [5f]) with { NoAnswer = -50 }];

        Assert.True(AnswerSpan.Best(windows, Settings)!.Wins);
    }

    static LayoutLmSettings Settings => new(512, 128, 64, 128, 1, 0);

    ScoredWindow Window(float[] start, float[] end)
    {
        var page = new PageTokens(TestDocument.Of(string.Join(' ', start.Select(_ => "w"))).Pages[0], _tokenizer);
        return new(page, new(0, start.Length, 0, start.Length), start, end, -1000);
    }

    static Gen<float[]> Logits(int tokens) => Gen.Choose(-800, 800).Select(value => value / 100f).ArrayOf(2 * tokens);

    static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Abs(b));
}
