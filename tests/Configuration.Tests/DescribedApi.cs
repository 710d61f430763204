using System.Text.Json.Nodes;
using AspireMl.Testing;

namespace AspireMl.Configuration.Tests;

/// <summary>What the services say of their endpoints at /openapi/v1.json.</summary>
public sealed class DescribedApi : IAsyncLifetime
{
    /// <summary>The projects of the services.</summary>
    public static readonly IReadOnlyList<string> Projects = ["Inference.Api", "Monitoring.Worker", "Retraining.Worker", "Frontend.Blazor", "Simulator"];

    const string File = "200 (a file)";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aspireml-api-");
    readonly Dictionary<string, IReadOnlyList<string[]>> _rows = [];

    /// <summary>The endpoints of a service as rows of a table: method, path, statuses, what it does.</summary>
    public IReadOnlyList<string[]> RowsOf(string project) => _rows[project];

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        foreach (var (project, rows) in await Task.WhenAll(Projects.Select(ReadAsync)))
        {
            _rows[project] = rows;
        }
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    // They describe themselves without their servers.
    async Task<(string Project, IReadOnlyList<string[]> Rows)> ReadAsync(string project)
    {
        await using var service = await ServiceProcess.StartAloneAsync(
            project,
            ("ConnectionStrings__database", $"Host=127.0.0.1;Port={FreePort.Next()};Username=nobody;Database=nothing"),
            ("Objects__Path", Path.Combine(_folder.FullName, "objects")),
            ("Models__UnpackedPath", Path.Combine(_folder.FullName, "packages")),
            ("Capture__Path", Path.Combine(_folder.FullName, "capture")));
        var paths = JsonNode.Parse(await service.Client.GetStringAsync("/openapi/v1.json"))!["paths"]!.AsObject();
        return (project, [.. paths.SelectMany(path => path.Value!.AsObject().Select(operation => Row(path.Key, operation.Key, operation.Value!)))]);
    }

    static string[] Row(string path, string method, JsonNode operation)
    {
        var statuses = operation["responses"]!.AsObject().Select(response => response.Key).Order(StringComparer.Ordinal).ToLookup(status => status[0] == '2');
        // Endpoints that give a file do not describe that answer.
        string[] groups = [statuses[true].Any() ? string.Join(' ', statuses[true]) : File, string.Join(' ', statuses[false])];
        return [method.ToUpperInvariant(), path, string.Join("; ", groups.Where(group => group.Length > 0)), $"{operation["summary"]}"];
    }
}
