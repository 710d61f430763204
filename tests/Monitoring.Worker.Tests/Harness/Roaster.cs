using AspireMl.Contracts.Models;
using AspireMl.Storage.Datasets;
using AspireMl.Storage.Registry;
using AspireMl.Storage.Tabular;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Monitoring.Worker.Tests.Harness;

/// <summary>A model with a champion, a dataset and answers, written through the stores that services use.</summary>
sealed class Roaster(IServiceProvider services)
{
    public const string Model = "roast-quality";
    public const string Version = "1.0.0";

    /// <summary>The time of the first training row; answers come a day later.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset AnswersStart = Start.AddDays(1);

    /// <summary>The features in the order of the first version.</summary>
    public static IReadOnlyList<FeatureCard> Features { get; } =
    [
        new() { Name = "temperature", Kind = FeatureKinds.Numeric, Minimum = 100, Maximum = 300, Missing = FeatureCard.MissingAllowed },
        new() { Name = "moisture", Kind = FeatureKinds.Numeric, Minimum = 0, Maximum = 20 },
        new() { Name = "recipe", Kind = FeatureKinds.Categorical, Values = ["light", "dark"] },
    ];

    /// <summary>Registers the model and makes its dataset.</summary>
    public async Task<Roaster> CreateAsync()
    {
        await RegisterAsync(Version, Features);
        await services.GetRequiredService<IDatasetStore>().PutAsync(Model, new() { Time = "time", Features = Features, Target = new("quality") }, default);
        return this;
    }

    /// <summary>Registers a version whose features stand in an order of their own, and makes it champion.</summary>
    public async Task RegisterAsync(string version, IReadOnlyList<FeatureCard> features)
    {
        var registry = services.GetRequiredService<IModelRegistry>();
        var card = new ModelCard
        {
            Name = Model,
            Version = version,
            Task = ModelTasks.TabularRegression,
            Description = "For tests.",
            License = "MIT",
            Architecture = "linear",
            Files = new Dictionary<string, string>(),
            Graph = "model.onnx",
            Inputs = [],
            Outputs = [],
            Tabular = new() { Target = new("quality"), Features = features },
        };
        await registry.AddAsync(new(card, new('a', 64), "tests"), default);
        await registry.MoveAsync(new(Model, ModelAliases.Champion, version, "tests", "For tests."), default);
    }

    /// <summary>Makes a version champion whose package can be opened.</summary>
    public Task InstallAsync(string version) => RoasterPackage.InstallAsync(services, Features, version);

    /// <summary>The features in the opposite order, with the recipe's words too.</summary>
    public static IReadOnlyList<FeatureCard> Reversed => [Features[2] with { Values = ["dark", "light"] }, Features[1], Features[0]];

    /// <summary>Adds rows to a split, a minute apart.</summary>
    public async Task AddRowsAsync(string split, IEnumerable<(double[] Features, double Target, Guid? InferenceId)> rows, DateTimeOffset start)
    {
        var store = services.GetRequiredService<IDatasetStore>();
        var dataset = (await store.FindAsync(Model, default))!;
        DatasetRow[] added = [.. rows.Select((row, place) => Row(start.AddMinutes(place), row))];
        await store.AddAsync(dataset, split, added, default);
    }

    /// <summary>Records answers, a second apart, and gives their ids.</summary>
    public async Task<Guid[]> AnswerAsync(IReadOnlyList<(float[] Features, float Prediction)> rows, DateTimeOffset start, string version = Version)
    {
        Guid[] ids = [.. rows.Select(_ => Guid.CreateVersion7())];
        TabularBatch[] batches = [.. rows.Select((row, place) => new TabularBatch
        {
            Model = Model,
            Version = version,
            CreatedAt = start.AddSeconds(place),
            Ids = [ids[place]],
            Features = row.Features,
            Predictions = new[] { row.Prediction },
        })];
        await services.GetRequiredService<ITabularInferenceStore>().RecordAsync(batches, default);
        return ids;
    }

    static DatasetRow Row(DateTimeOffset at, (double[] Features, double Target, Guid? InferenceId) row) =>
        new(RowHash.RowId(at, row.InferenceId, row.Features, row.Target), at, row.InferenceId, row.Features, row.Target);
}
