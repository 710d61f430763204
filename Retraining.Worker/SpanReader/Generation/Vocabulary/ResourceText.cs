namespace AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

/// <summary>Word lists embedded in the assembly: <c>key: a | b</c> lines first, then <c>[section]</c>s of one entry a line.</summary>
internal sealed class ResourceText
{
    const string Root = "AspireMl.Retraining.Worker.SpanReader.Generation.Resources.";

    readonly Dictionary<string, string[]> _sections = new(StringComparer.Ordinal);

    ResourceText(IEnumerable<string> lines)
    {
        var section = "";
        var entries = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)))
        {
            if (line[0] == '[' && line[^1] == ']' && !line.Contains('|'))
            {
                section = line[1..^1];
                entries.TryAdd(section, []);
            }
            else if (section.Length > 0)
            {
                entries[section].Add(line);
            }
            else
            {
                var colon = line.IndexOf(':');
                _sections[line[..colon].Trim()] = Split(line[(colon + 1)..]);
            }
        }

        foreach (var (name, values) in entries)
        {
            _sections[name] = [.. values];
        }
    }

    public IEnumerable<string> Sections => _sections.Keys;

    public IReadOnlyList<string> this[string name] =>
        _sections.TryGetValue(name, out var found) ? found : [];

    public static ResourceText Load(string name)
    {
        using var stream = typeof(ResourceText).Assembly.GetManifestResourceStream(Root + name + ".txt")
            ?? throw new InvalidOperationException($"The word list '{name}' is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd().Split('\n'));
    }

    public static IEnumerable<string> NamesUnder(string folder)
    {
        var prefix = Root + folder + ".";
        return typeof(ResourceText).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => name[Root.Length..^".txt".Length])
            .Order(StringComparer.Ordinal);
    }

    public static string[] Split(string list, char separator = '|') =>
        list.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
