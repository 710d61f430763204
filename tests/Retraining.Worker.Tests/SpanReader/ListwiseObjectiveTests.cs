using AspireMl.Retraining.Worker.SpanReader;

namespace AspireMl.Retraining.Worker.Tests.SpanReader;

public sealed class ListwiseObjectiveTests
{
    static readonly TrainingRows.Group[] Groups =
    [
        new(0, [0.7f, 0, 0.2f], 0.1f, 1),
        new(3, [0, 0], 1, 0.5f),
    ];

    [Fact]
    public void The_gradient_is_the_slope_of_the_loss()
    {
        float[] scores = [0.3f, -1.2f, 0.8f, 1.5f, -0.4f];
        var gradients = new float[5];
        ListwiseObjective.Write(Groups, scores, gradients, new float[5]);

        for (var i = 0; i < scores.Length; i++)
        {
            Assert.Equal((Loss(scores, i, 1e-2f) - Loss(scores, i, -1e-2f)) / 2e-2, gradients[i] / 1.5, 1e-3);
        }
    }

    [Fact]
    public void Two_equal_candidates_without_scores_cost_the_logarithm_of_three()
    {
        var loss = ListwiseObjective.Write([new(0, [1, 0], 0, 1)], [0, 0], new float[2], new float[2]);

        Assert.Equal(Math.Log(3), loss, 6);
    }

    [Fact]
    public void Huge_scores_stay_finite()
    {
        var gradients = new float[2];
        var loss = ListwiseObjective.Write([new(0, [1, 0], 0, 1)], [500, -500], gradients, new float[2]);

        Assert.True(double.IsFinite(loss));
        Assert.All(gradients, gradient => Assert.True(float.IsFinite(gradient)));
    }

    static double Loss(float[] scores, int changed, float by)
    {
        var moved = (float[])scores.Clone();
        moved[changed] += by;
        return ListwiseObjective.Write(Groups, moved, new float[5], new float[5]);
    }
}
