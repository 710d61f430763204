using System.Net.Http.Json;
using AspireMl.Contracts.Tabular;

namespace AspireMl.Inference.Api.Tests.Harness;

/// <summary>Rows for the kiln of <see cref="TabularPackages"/>.</summary>
static class Rows
{
    public static Dictionary<string, object?> Row(double heat = 1, int load = 2, string grade = "fine", double? draft = null) =>
        new() { ["heat"] = heat, ["load"] = load, ["grade"] = grade, ["draft"] = draft };

    public static TabularInstances One(double heat = 1, int load = 2, string grade = "fine", double? draft = null) => new([Row(heat, load, grade, draft)]);

    public static TabularInstances Many(int count) => new([.. Enumerable.Range(0, count).Select(row => Row(heat: row % 10))]);

    public static async Task<TabularAnswer> PredictAsync(this HttpClient client, TabularInstances rows, string query = "")
    {
        using var response = await client.PostAsJsonAsync("/v1/tabular/kiln/predict" + query, rows);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return (await response.Content.ReadFromJsonAsync<TabularAnswer>())!;
    }
}
