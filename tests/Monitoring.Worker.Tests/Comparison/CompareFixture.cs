using System.Net.Http.Headers;
using System.Text;
using AspireMl.Monitoring.Worker.Tests.Harness;

namespace AspireMl.Monitoring.Worker.Tests.Comparison;

/// <summary>A service without a database, which comparing files does not need, and with small bounds.</summary>
public sealed class CompareFixture : IAsyncLifetime
{
    /// <summary>Bytes of the largest file.</summary>
    public const int MaxFileBytes = 2_000_000;

    readonly MonitoringWorker _worker = MonitoringWorker.Start(
        "Host=127.0.0.1;Port=1",
        ("Comparison:MaxFileBytes", MaxFileBytes.ToString()),
        ("Comparison:MaxValues", "300000"),
        ("Comparison:MaxColumns", "250"),
        ("Comparison:MaxRowBytes", "4096"));

    public Task<HttpResponseMessage> PostAsync(string reference, string current, string query = "") =>
        PostAsync(Encoding.UTF8.GetBytes(reference), Encoding.UTF8.GetBytes(current), query);

    public async Task<HttpResponseMessage> PostAsync(byte[]? reference, byte[]? current, string query = "")
    {
        using var form = new MultipartFormDataContent();
        Add(form, "reference", reference);
        Add(form, "current", current);
        return await PostAsync(form, query);
    }

    public async Task<HttpResponseMessage> PostAsync(HttpContent content, string query = "")
    {
        using var client = _worker.CreateClient();
        return await client.PostAsync("/v1/drift/compare" + query, content);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _worker.DisposeAsync();

    static void Add(MultipartFormDataContent form, string name, byte[]? file)
    {
        if (file is not null)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            form.Add(part, name, name + ".csv");
        }
    }
}
