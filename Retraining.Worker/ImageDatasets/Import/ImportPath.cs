namespace AspireMl.Retraining.Worker.ImageDatasets.Import;

/// <summary>Paths of an import: relative, with forward slashes, never upwards.</summary>
internal static class ImportPath
{
    const int Longest = 300;
    const int LongestShown = 120;

    /// <summary>The rule, as the end of a sentence.</summary>
    public const string Rule = "a path is relative, has at most 300 characters, forward slashes and no part such as ..";

    /// <summary>Whether a path may be read.</summary>
    public static bool IsSafe(string path) =>
        path.Length is > 0 and <= Longest
        && !path.Any(character => char.IsControl(character) || character == '\\')
        && !(path.Length > 1 && path[1] == ':')
        && path.Split('/').All(part => part is not ("" or "." or ".."));

    /// <summary>A path from a source that is not trusted, as a sentence shows it.</summary>
    public static string Shown(string path) =>
        new([.. (path.Length > LongestShown ? $"…{path[^LongestShown..]}" : path).Where(character => !char.IsControl(character))]);
}
