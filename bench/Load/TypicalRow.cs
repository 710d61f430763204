using System.Text.Json;
using AspireMl.Contracts.Clients;

namespace AspireMl.Bench.Load;

/// <summary>A request of one row, whose features have the values that their card calls typical.</summary>
internal static class TypicalRow
{
    public static async Task<byte[]> OfAsync(HttpClient http, string model)
    {
        var card = (await new InferenceClient(http).GetModelAsync(model)).Versions[0];
        var row = card.Tabular!.Features.ToDictionary(feature => feature.Name, feature => feature.Typical!.Value);
        return JsonSerializer.SerializeToUtf8Bytes(new { instances = new[] { row } });
    }
}
