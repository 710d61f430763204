using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Images.Training;

namespace AspireMl.Retraining.Worker.Tests.Images;

public sealed class HeadTrainerTests
{
    [Fact]
    public void The_gradient_is_the_slope_of_the_loss()
    {
        var random = new Random(1);
        double[][] rows = [.. Enumerable.Range(0, 1100).Select(_ => Enumerable.Range(0, 4).Select(_ => (random.NextDouble() * 2) - 1).ToArray())];
        var loss = new SoftmaxLoss(rows, [.. rows.Select(_ => random.Next(3))], 3);
        double[] layer = [.. Enumerable.Range(0, loss.Length).Select(_ => random.NextDouble() - 0.5)];
        var gradient = new double[loss.Length];
        loss.Of(layer, 0.3, gradient);

        for (var place = 0; place < layer.Length; place++)
        {
            double[] ahead = [.. layer], behind = [.. layer];
            ahead[place] += 1e-5;
            behind[place] -= 1e-5;
            Assert.Equal((loss.Of(ahead, 0.3, []) - loss.Of(behind, 0.3, [])) / 2e-5, gradient[place], 1e-8);
        }

        Assert.Equal(Math.Log(3), loss.Of(new double[loss.Length], 0.3, []), 1e-12);
    }

    [Fact]
    public void Classes_apart_are_told_apart_and_the_same_images_give_the_same_head()
    {
        var (training, validation) = (Clouds(60, 1, 3), Clouds(30, 2, 3));
        var first = new HeadTrainer(new()).Train(training, validation, 3, default);
        var again = new HeadTrainer(new()).Train(training, validation, 3, default);

        var testing = Clouds(100, 3, 3);
        var right = testing.Embeddings.Where((embedding, row) => Best(first.Head.Logits(embedding)) == testing.Labels[row]).Count();
        Assert.True(right >= 0.97 * testing.Labels.Count, $"{right} of {testing.Labels.Count}");
        Assert.Equal(first.Head.Weights, again.Head.Weights);
        Assert.Equal((first.Temperature, first.Penalty, first.Iterations), (again.Temperature, again.Penalty, again.Iterations));
    }

    [Fact]
    public void Where_labels_are_noise_the_strongest_penalty_is_chosen()
    {
        var random = new Random(5);
        EmbeddedImages Noise(int count) => new(
            [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, 30).Select(_ => (float)random.NextDouble()).ToArray())],
            [.. Enumerable.Range(0, count).Select(row => row % 2)]);

        var trained = new HeadTrainer(new()).Train(Noise(40), Noise(400), 2, default);

        Assert.Equal(new ImageTrainingSettings().Penalties.Max(), trained.Penalty);
        Assert.InRange(trained.ValidationLoss, 0.5, Math.Log(2) + 0.01);
    }

    [Fact]
    public void The_temperature_undoes_confidence_that_is_too_high()
    {
        // Of each four answers with logits 3 ln 3 apart three are right: the right distance is ln 3.
        var far = (float)(3 * Math.Log(3));
        float[][] logits = [.. Enumerable.Repeat(new[] { far, 0 }, 400)];

        Assert.Equal(3, Temperature.Fit(logits, [.. Enumerable.Range(0, 400).Select(row => row % 4 == 0 ? 1 : 0)]), 1e-3);
    }

    static int Best(float[] logits) => logits.IndexOf(logits.Max());

    static EmbeddedImages Clouds(int each, int seed, int classes)
    {
        var random = new Random(seed);
        int[] labels = [.. Enumerable.Range(0, each * classes).Select(row => row % classes)];
        return new([.. labels.Select(label => Enumerable.Range(0, 6).Select(component => (float)((component == label ? 4 : 0) + random.NextDouble() + random.NextDouble())).ToArray())], labels);
    }
}
