using AspireMl.Testing;

namespace AspireMl.Statistics.Tests;

/// <summary>Columns of the optional CSV files beside the repository.</summary>
internal static class TabularFiles
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "..", "shared", "data", "tabular"));

    public static string[] Text(string file, string column)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var index = Array.IndexOf(lines[0].Split(','), column);
        return [.. lines.Skip(1).Select(line => line.Split(',')[index])];
    }

    public static double[] Numbers(string file, string column) => [.. Text(file, column).Select(double.Parse)];
}

/// <summary>A theory on the optional files; skipped, saying so, without them.</summary>
internal sealed class TabularTheoryAttribute : TheoryAttribute
{
    public TabularTheoryAttribute() => Skip = Directory.Exists(TabularFiles.Folder) ? null : "The folder ../shared/data/tabular is absent.";
}

/// <summary>A fact on the optional files; skipped, saying so, without them.</summary>
internal sealed class TabularFactAttribute : FactAttribute
{
    public TabularFactAttribute() => Skip = Directory.Exists(TabularFiles.Folder) ? null : "The folder ../shared/data/tabular is absent.";
}
