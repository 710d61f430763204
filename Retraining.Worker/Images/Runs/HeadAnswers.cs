using AspireMl.Contracts.Models;
using AspireMl.Modeling.Images;
using AspireMl.Retraining.Worker.Images.Evaluation;
using AspireMl.Retraining.Worker.Images.Training;

namespace AspireMl.Retraining.Worker.Images.Runs;

/// <summary>What a trained head says of images that it did not learn from.</summary>
/// <param name="Validation">The probability of each class, image by image.</param>
/// <param name="Testing">The testing images with their answers.</param>
internal sealed record HeadAnswers(IReadOnlyList<float[]> Validation, LabelledAnswers Testing)
{
    /// <summary>Asks the head.</summary>
    public static HeadAnswers Of(SplitImages images, SeenImages seen, TrainedHead trained)
    {
        return new(
            Ask(seen.Validation, trained.Temperature),
            new(images.Classes, images.Testing, seen.Testing.Labels, Ask(seen.Testing, trained.Temperature), Ask(seen.Testing, 1)));

        float[][] Ask(EmbeddedImages asked, double temperature) =>
            [.. asked.Embeddings.Select(embedding => ClassProbabilities.Of(trained.Head.Logits(embedding), ImageActivations.Softmax, temperature))];
    }
}
