using System.Text.RegularExpressions;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>Names of files within a package: relative, with forward slashes, of plain characters, never upwards.</summary>
static partial class PackagePath
{
    public const string Card = "model.json";

    public const string Rule =
        "a file's name has at most 200 letters, digits, dots, hyphens, underscores and forward slashes, and no part starts with a dot";

    public static bool IsSafe(string path) => path.Length <= 200 && Safe.IsMatch(path);

    public static string In(string folder, string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    // \z and not $: the latter would let a line feed pass at the end.
    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\z")]
    private static partial Regex Safe { get; }
}
