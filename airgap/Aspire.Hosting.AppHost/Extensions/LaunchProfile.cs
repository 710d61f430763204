using System.Text.Json;

namespace Aspire.Hosting;

/// <summary>The first profile of Properties/launchSettings.json that runs the project, or the one of the given name.</summary>
internal sealed record LaunchProfile(string Name, IReadOnlyList<Uri> Urls, IReadOnlyDictionary<string, string> Environment)
{
    static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static LaunchProfile? Read(string projectPath, string? wanted)
    {
        var file = Path.Combine(Path.GetDirectoryName(projectPath)!, "Properties", "launchSettings.json");
        if (!File.Exists(file))
        {
            return null;
        }

        using var settings = JsonDocument.Parse(File.ReadAllText(file), Lenient);
        var profiles = settings.RootElement.GetProperty("profiles").EnumerateObject()
            .Where(profile => profile.Value.TryGetProperty("commandName", out var command) && command.GetString() == "Project")
            .Select(profile => From(profile.Name, profile.Value)).ToList();
        return profiles.Find(profile => profile.Name == wanted) ?? profiles.FirstOrDefault();
    }

    static LaunchProfile From(string name, JsonElement profile) => new(
        name,
        profile.TryGetProperty("applicationUrl", out var urls)
            ? [.. urls.GetString()!.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(url => new Uri(url))]
            : [],
        profile.TryGetProperty("environmentVariables", out var variables)
            ? variables.EnumerateObject().ToDictionary(variable => variable.Name, variable => variable.Value.GetString() ?? "")
            : []);
}
