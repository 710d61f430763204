using System.Globalization;
using AspireMl.Retraining.Worker.Images.Training;

namespace AspireMl.Retraining.Worker.Images.Runs;

/// <summary>What was set and what was chosen in a run, by name.</summary>
internal static class RunParameters
{
    public static IReadOnlyDictionary<string, string> Of(ImageRunInput input, SeenImages seen, TrainedHead trained) => new Dictionary<string, string>
    {
        ["dataset"] = $"{input.Version.Dataset} {input.Version.Number}",
        ["backbone"] = $"{input.Backbone.Card.Name} {input.Backbone.Card.Version}",
        ["seed"] = input.Seed.ToString(CultureInfo.InvariantCulture),
        ["views"] = seen.Views.ToString(CultureInfo.InvariantCulture),
        ["flip"] = input.Request.Training.Flip ? "true" : "false",
        ["shift"] = Number(input.Request.Training.Shift),
        ["penalty"] = Number(trained.Penalty),
        ["iterations"] = trained.Iterations.ToString(CultureInfo.InvariantCulture),
        ["temperature"] = Number(trained.Temperature),
        ["validationLoss"] = Number(Math.Round(trained.ValidationLoss, 6)),
    };

    static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
