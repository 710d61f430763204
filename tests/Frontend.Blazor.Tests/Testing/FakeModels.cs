using System.Text.Json;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;
using AspireMl.Contracts.Tabular;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AspireMl.Frontend.Blazor.Tests.Testing;

/// <summary>The registry's and the tabular part of the HTTP contract: one model of rows with two versions.</summary>
internal sealed class FakeModels
{
    public const string Name = "roast-quality";

    static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero);

    public List<AliasMove> Moves { get; } = [];

    public List<JsonElement> Instances { get; } = [];

    /// <summary>Answered instead of a prediction, an upload or a move while set.</summary>
    public IResult? Refusal { get; set; }

    public ModelSummary Summary => new(
        Name, ModelTasks.TabularRegression, Ready: true, Status: null, new Dictionary<string, string> { [ModelAliases.Champion] = Moves[0].To }, [Card("1.1.0"), Card("1.0.0")]);

    public void Reset()
    {
        Moves.Clear();
        Moves.Add(new(Guid.CreateVersion7(), Name, ModelAliases.Champion, null, "1.0.0", Start, "installation", "It came with the product."));
        Instances.Clear();
        Refusal = null;
    }

    public void Map(WebApplication app)
    {
        app.MapGet($"/v1/models/{Name}", () => Summary);
        app.MapGet($"/v1/models/{Name}/aliases/history", () => new Page<AliasMove>(Moves, null));
        app.MapPut($"/v1/models/{Name}/aliases/champion", (Move move) => Refusal ?? Results.Ok(Add(move)));
        app.MapPost("/v1/models", (HttpRequest request) => Refusal ?? Results.Created($"/v1/models/{Name}/versions/1.2.0", new RegisteredPackage(new(Name, "1.2.0"), new('a', 64), Start, "anonymous")));
        app.MapPost($"/v1/tabular/{Name}/predict", (JsonElement body, bool explain = false) => Refusal ?? Predict(body.GetProperty("instances"), explain));
    }

    static ModelCard Card(string version) => new()
    {
        Name = Name,
        Version = version,
        Task = ModelTasks.TabularRegression,
        Description = "Predicts the quality of what leaves a roasting machine.",
        License = "MIT",
        Architecture = "xgboost",
        Files = new Dictionary<string, string>(),
        Graph = "model.onnx",
        Inputs = [],
        Outputs = [],
        Features = ["h_data", "ah_data", "fuel"],
        TrainingDataHash = new('c', 64),
        Tabular = new()
        {
            Target = new("quality", "points"),
            Features =
            [
                new() { Name = "h_data", Kind = FeatureKinds.Numeric, Unit = "mm", Minimum = 130, Maximum = 210, Typical = 170 },
                new() { Name = "ah_data", Kind = FeatureKinds.Numeric, Unit = "%", Minimum = 3, Maximum = 12, Typical = 7.5 },
                new() { Name = "fuel", Kind = FeatureKinds.Categorical, Values = ["gas", "oil"] },
            ],
        },
        Metrics = new Dictionary<string, IReadOnlyDictionary<string, double>> { ["testing"] = new Dictionary<string, double> { ["rmse"] = 11.2 } },
    };

    AliasMove Add(Move move)
    {
        Moves.Insert(0, new(Guid.CreateVersion7(), Name, ModelAliases.Champion, Moves[0].To, move.Version, Start.AddHours(1), "anonymous", move.Reason));
        return Moves[0];
    }

    IResult Predict(JsonElement instances, bool explain)
    {
        Instances.AddRange(instances.EnumerateArray().Select(instance => instance.Clone()));
        TabularPrediction[] predictions = [.. instances.EnumerateArray().Select((_, row) => new TabularPrediction(Guid.CreateVersion7()) { Value = 390.5f + row })];
        return Results.Ok(new TabularAnswer(new(Name, "1.0.0"), predictions)
        {
            Contributions = explain ? [new(388, new Dictionary<string, double> { ["h_data"] = 4.5, ["ah_data"] = -2.25, ["fuel"] = 0.25 })] : null,
            Warnings = [new("h_data", 1, 1, "Training saw h_data 130 to 210; 1 of 1 rows are outside, the first is row 1.")],
        });
    }

    sealed record Move(string Version, string Reason);
}
