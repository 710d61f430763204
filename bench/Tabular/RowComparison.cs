using System.Net.Http.Headers;
using System.Text.Json;
using AspireMl.Bench.Documents;
using AspireMl.Bench.Statistics;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tabular;
using AspireMl.Testing;

namespace AspireMl.Bench.Tabular;

/// <summary>Rows through the service, which reads, checks, predicts, answers and records them, against the model's session alone.</summary>
/// <param name="InTurn">One request after the other.</param>
/// <param name="Together">Several clients at once.</param>
internal sealed record RowComparison(PairedRuns InTurn, PairedRuns Together)
{
    public const int Rows = 100_000;
    public const int Clients = 2;
    const int Batch = 10_000;
    const string Model = "roast-quality";

    public static async Task<RowComparison> MeasureAsync(int rounds)
    {
        using var model = TabularModel.Open(ModelPackage.Open(Path.Combine(RepositoryRoot.Path, "models", Model)));
        var values = RandomRows(model);
        byte[][] bodies = [.. Enumerable.Range(0, Rows / Batch).Select(batch => Json(model, values.AsSpan(batch * Batch * model.Columns, Batch * model.Columns)))];
        await using var server = await ServerRun.StartAsync();
        return new(
            PairedRuns.Of(rounds, () => Ask(server.Http, bodies, 1), () => Loop(model, values)),
            PairedRuns.Of(rounds, () => Ask(server.Http, bodies, Clients), () => Loop(model, values)));
    }

    static void Loop(TabularModel model, float[] values)
    {
        var predictions = new float[Batch];
        for (var start = 0; start < values.Length; start += Batch * model.Columns)
        {
            model.Predict(values.AsMemory(start, Batch * model.Columns), predictions);
        }
    }

    static void Ask(HttpClient http, byte[][] bodies, int clients) => Parallel.ForEachAsync(
        bodies,
        new ParallelOptions { MaxDegreeOfParallelism = clients },
        async (body, cancellation) =>
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.PostAsync(new Uri($"/v1/tabular/{Model}/predict", UriKind.Relative), content, cancellation);
            response.EnsureSuccessStatusCode();
            await response.Content.CopyToAsync(Stream.Null, cancellation);
        }).GetAwaiter().GetResult();

    static float[] RandomRows(TabularModel model)
    {
        var random = new Random(1);
        var values = new float[Rows * model.Columns];
        for (var i = 0; i < values.Length; i++)
        {
            var feature = model.Schema.Features[i % model.Columns];
            values[i] = MathF.Round((float)(feature.Minimum!.Value + (random.NextDouble() * (feature.Maximum!.Value - feature.Minimum.Value))), 3);
        }

        return values;
    }

    static byte[] Json(TabularModel model, ReadOnlySpan<float> values)
    {
        var rows = new List<Dictionary<string, float>>();
        for (var start = 0; start < values.Length; start += model.Columns)
        {
            var row = values.Slice(start, model.Columns).ToArray();
            rows.Add(model.Card.Features.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second));
        }

        return JsonSerializer.SerializeToUtf8Bytes(new { instances = rows }, JsonSerializerOptions.Web);
    }
}
