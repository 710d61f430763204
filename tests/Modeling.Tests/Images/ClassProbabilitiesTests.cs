using AspireMl.Contracts.Models;
using AspireMl.Modeling.Images;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Modeling.Tests.Images;

public sealed class ClassProbabilitiesTests
{
    static readonly Arbitrary<float[]> Logits =
        Gen.Choose(-50_000, 50_000).Select(value => value / 100f).ArrayOf().Where(logits => logits.Length >= 2).ToArbitrary();

    [Fact]
    public void Softmax_adds_up_to_one_and_agrees_with_double_precision() => Prop.ForAll(Logits, logits =>
    {
        var probabilities = ClassProbabilities.Of(logits, ImageActivations.Softmax, 1);
        var exponentials = logits.Select(logit => Math.Exp((double)logit - logits.Max())).ToArray();

        return MathF.Abs(probabilities.Sum() - 1) < 1e-4f
            && probabilities.Zip(exponentials).All(pair => Math.Abs(pair.First - (pair.Second / exponentials.Sum())) < 1e-5);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sigmoid_agrees_with_double_precision_and_stays_within_bounds() => Prop.ForAll(Logits, logits =>
        ClassProbabilities.Of(logits, ImageActivations.Sigmoid, 1).Zip(logits)
            .All(pair => pair.First is >= 0 and <= 1 && Math.Abs(pair.First - (1 / (1 + Math.Exp(-pair.Second)))) < 1e-5)).QuickCheckThrowOnFailure();

    [Fact]
    public void Logits_beyond_what_an_exponential_can_hold_do_no_harm()
    {
        Assert.Equal([1, 0, 0], ClassProbabilities.Of([3e38f, 1000, -3e38f], ImageActivations.Softmax, 1));
        Assert.Equal([0.5f, 0.5f, 0], ClassProbabilities.Of([1e5f, 1e5f, float.NegativeInfinity], ImageActivations.Softmax, 1));
    }

    [Fact]
    public void A_higher_temperature_lowers_confidence()
    {
        var sharp = ClassProbabilities.Of([2, 0], ImageActivations.Softmax, 1);
        var soft = ClassProbabilities.Of([2, 0], ImageActivations.Softmax, 2);

        Assert.Equal(1 / (1 + MathF.Exp(-2)), sharp[0], 1e-6f);
        Assert.Equal(1 / (1 + MathF.Exp(-1)), soft[0], 1e-6f);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_logit_that_is_no_number_is_an_error(float logit) =>
        Assert.Throws<InvalidOperationException>(() => ClassProbabilities.Of([0, logit], ImageActivations.Softmax, 1));
}
