using System.Text.Json;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tabular;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>How a tabular model is trained.</summary>
internal sealed record TabularTrainingOptions
{
    public required string Name { get; init; }

    public required string Target { get; init; }

    public string Version { get; init; } = "1.0.0";

    public string Description { get; init; } = "Predicts a number from a row.";

    public int Seed { get; init; } = 20_261;

    /// <summary>Points of the search for XGBoost's parameters, 1 to 200.</summary>
    public int Draws { get; init; } = 16;

    /// <summary>Rows left out before each validation part.</summary>
    public int Gap { get; init; } = 48;
}

/// <summary>Cross-validates the candidates, compares them on the same held-out rows and writes the best one's package.</summary>
internal sealed class TabularTraining(TabularTrainingOptions options, Action<string> report)
{
    const float Tolerance = 1e-4f;

    /// <summary>Trains. The same rows and seed give the same package.</summary>
    /// <param name="training">The rows to learn from, oldest first.</param>
    /// <param name="heldOut">The rows to compare on; they choose nothing.</param>
    /// <param name="folder">Folder of the package.</param>
    public ModelPackage Run(TabularData training, TabularData heldOut, string folder)
    {
        if (!training.Names.SequenceEqual(heldOut.Names))
        {
            throw new InvalidDataException("The held-out rows must have the same columns as the training rows, in the same order.");
        }

        var candidates = new CandidateSearch(training, TimeFolds.Of(training.Rows, options.Gap), options.Seed, options.Draws, report).Run();
        var metrics = new Dictionary<string, IReadOnlyDictionary<string, double>>();
        report($"{"trainer",-14} {"cv rmse",9} {"test rmse",9}  settings");
        foreach (var candidate in candidates)
        {
            var error = Errors.Rmse(candidate.Train(training, heldOut).Predicted, heldOut.Target);
            report(FormattableString.Invariant($"{candidate.Trainer,-14} {candidate.CrossValidation,9:F3} {error,9:F3}  {candidate.Settings}"));
            metrics[$"cross-validation/{candidate.Trainer}"] = new Dictionary<string, double> { ["rmse"] = candidate.CrossValidation };
            metrics[$"test/{candidate.Trainer}"] = new Dictionary<string, double> { ["rmse"] = error };
        }

        var best = candidates[0];
        var package = Write(folder, best, best.Train(training, heldOut), training, heldOut, metrics);
        return package;
    }

    ModelPackage Write(
        string folder, Candidate best, Trained trained, TabularData training, TabularData heldOut, Dictionary<string, IReadOnlyDictionary<string, double>> metrics)
    {
        var row = heldOut.Features[..heldOut.Columns];
        var sample = new TabularSample([.. row.Select(value => float.IsNaN(value) ? (float?)null : value)], [trained.Predicted[0]]);
        var package = ModelPackageWriter.Write(folder, Card(best, training, metrics), new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["model.onnx"] = trained.Graph,
            ["sample.json"] = JsonSerializer.SerializeToUtf8Bytes(sample, JsonSerializerOptions.Web),
        });

        using var model = TabularModel.Open(package);
        var served = new float[heldOut.Rows];
        model.Predict(heldOut.Features, served);
        // Leaves as large as the largest prediction are summed even where their sum is near zero.
        var allowed = Tolerance * MathF.Max(1, trained.Predicted.Max(MathF.Abs));
        for (var i = 0; i < served.Length; i++)
        {
            if (!(MathF.Abs(served[i] - trained.Predicted[i]) <= allowed))
            {
                throw new InvalidOperationException($"The ONNX export gives {served[i]} for row {i + 1}, but its trainer {trained.Predicted[i]}; the package must not be used.");
            }
        }

        report($"The ONNX export agrees with its trainer on all {served.Length:N0} held-out rows.");
        return package;
    }

    ModelCard Card(Candidate best, TabularData training, Dictionary<string, IReadOnlyDictionary<string, double>> metrics) => new()
    {
        Name = options.Name,
        Version = options.Version,
        Task = ModelTasks.TabularRegression,
        Description = options.Description,
        License = "MIT",
        Architecture = best.Trainer == "xgboost" ? "tree-ensemble" : "linear",
        Files = new Dictionary<string, string>(),
        Graph = "model.onnx",
        Inputs = [],
        Outputs = [],
        Features = training.Names,
        Tabular = new()
        {
            Target = new(options.Target),
            Features = [.. training.Names.Select((name, column) => Feature(name, training, column))],
        },
        Settings = new Dictionary<string, string> { ["trainer"] = best.Trainer, ["trainerSettings"] = best.Settings, ["seed"] = $"{options.Seed}" },
        Metrics = metrics,
        TrainingDataHash = training.Hash,
        Sample = "sample.json",
    };

    static FeatureCard Feature(string name, TabularData data, int column)
    {
        float[] known = [.. Enumerable.Range(0, data.Rows).Select(row => data.Features[(row * data.Columns) + column]).Where(float.IsFinite).Order()];
        return new()
        {
            Name = name,
            Kind = FeatureKinds.Numeric,
            Minimum = known.Length > 0 ? Math.Round(known[0], 6) : null,
            Maximum = known.Length > 0 ? Math.Round(known[^1], 6) : null,
            Typical = known.Length > 0 ? Math.Round(known[known.Length / 2], 6) : null,
            Missing = known.Length < data.Rows ? FeatureCard.MissingAllowed : null,
        };
    }
}
