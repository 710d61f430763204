using System.Net.Http.Headers;
using System.Text;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Models;

namespace AspireMl.Retraining.Worker.Tests.Datasets;

/// <summary>A small dataset and what is sent to it.</summary>
static class Uploads
{
    public const string Header = "time,height,recipe,count,quality";

    public static DatasetSchema Schema { get; } = new()
    {
        Time = "time",
        Features =
        [
            new() { Name = "height", Kind = FeatureKinds.Numeric, Minimum = 100, Maximum = 200, Strict = true, Missing = FeatureCard.MissingAllowed },
            new() { Name = "recipe", Kind = FeatureKinds.Categorical, Values = ["light", "dark"] },
            new() { Name = "count", Kind = FeatureKinds.WholeNumber },
        ],
        Target = new("quality"),
    };

    /// <summary>Some good rows of CSV, a second apart.</summary>
    public static string Rows(int count, string newLine = "\n") => string.Concat(Enumerable.Range(0, count).Select(row =>
        $"2026-11-20T{row / 3600 % 24:00}:{row / 60 % 60:00}:{row % 60:00}Z,{100 + (row % 100)}.5,{(row % 2 == 0 ? "light" : "dark")},{row},{300 + (row % 7)}{newLine}"));

    public static HttpContent Csv(string text) => Csv(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));

    public static HttpContent Csv(byte[] bytes) => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };

    public static HttpContent Json(string text) => new StringContent(text, Encoding.UTF8, "application/json");

    /// <summary>A request that waits for a go-ahead before its body, so that a refusal is read instead of a broken connection.</summary>
    public static HttpRequestMessage Asking(HttpMethod method, string path, HttpContent content) =>
        new(method, path) { Content = content, Headers = { ExpectContinue = true } };
}
