using AspireMl.Modeling.Documents.Readers.SpanReader;
using AspireMl.Retraining.Worker.SpanReader;

namespace AspireMl.Retraining.Worker.Tests.SpanReader;

public sealed class ConfidenceFitTests
{
    [Fact]
    public void The_fitted_confidence_is_calibrated_on_decisions_of_a_known_law()
    {
        var random = new Random(11);
        var decisions = Enumerable.Range(0, 4000).Select(_ =>
        {
            var expected = random.NextSingle();
            var decision = new SpanDecision(0, expected, expected, expected - 0.1f, 4);
            return (decision, random.NextDouble() < 1 / (1 + Math.Exp(3 - (7 * expected))), 1.0);
        }).ToArray();

        var curve = ConfidenceFit.Fit(decisions);

        Assert.InRange(Calibration.Error([.. decisions.Select(d => (curve.Of(d.decision), d.Item2))]), 0, 0.03);
        Assert.True(curve.Of(decisions.MaxBy(d => d.decision.Expected).decision) > 0.9);
    }

    [Fact]
    public void A_curve_survives_its_text()
    {
        var curve = new ConfidenceCurve([0.1, -2.5, 3, 1e-7, 4]);

        Assert.Equal(curve.Weights, ConfidenceCurve.Parse(curve.ToString()).Weights);
    }

    [Fact]
    public void Calibration_error_is_the_mean_gap_between_confidence_and_truth()
    {
        Assert.Equal(0, Calibration.Error([(1, true), (0, false)]), 9);
        Assert.Equal(0.4, Calibration.Error([(0.9, true), (0.9, false)]), 9);
        Assert.Equal(0, Calibration.Error([]));
    }
}
