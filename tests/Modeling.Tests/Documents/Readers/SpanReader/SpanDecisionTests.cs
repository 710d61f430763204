using AspireMl.Modeling.Documents.Readers.SpanReader;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

public sealed class SpanDecisionTests
{
    [Fact]
    public void Equal_texts_add_their_probabilities()
    {
        var candidates = Candidates("8.00", "9.50", "8.00");

        var decision = SpanDecision.Of(candidates, [1, 1.5f, 1]);

        Assert.Equal("8.00", candidates[decision.Candidate].Text);
        Assert.True(decision.Lead > 0);
    }

    [Fact]
    public void A_decision_among_low_scores_is_improbable()
    {
        var decision = SpanDecision.Of(Candidates("8.00", "9.50"), [-5, -6]);

        Assert.InRange(decision.Probability, 0, 0.01f);
    }

    [Fact]
    public void Probabilities_follow_the_softmax_with_no_answer_at_zero()
    {
        var decision = SpanDecision.Of(Candidates("alpha", "zzzzzzzz"), [2, 0]);

        Assert.Equal(Math.Exp(2) / (Math.Exp(2) + 2), decision.Probability, 5);
        Assert.Equal((Math.Exp(2) - 1) / (Math.Exp(2) + 2), decision.Lead, 5);
    }

    [Fact]
    public void Without_candidates_there_is_no_decision()
    {
        Assert.Equal(-1, SpanDecision.Of([], []).Candidate);
    }

    static Candidate[] Candidates(params string[] texts)
    {
        var layout = PageLayout.Of(Pages.Of([.. texts.Select((text, i) => (text, 10f, 40f * i))]));
        return [.. layout.Lines.Select(line => new Candidate([line], 0, line.Text.Length))];
    }
}
