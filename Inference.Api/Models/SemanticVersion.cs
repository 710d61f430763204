namespace AspireMl.Inference.Api.Models;

/// <summary>Orders versions: by their numbers, and a pre-release before its release.</summary>
sealed class SemanticVersion : IComparer<string?>
{
    public static SemanticVersion Order { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (Split(x), Split(y));
        var numbers = left.Numbers.CompareTo(right.Numbers);
        return numbers != 0 ? numbers
            : (left.PreRelease.Length == 0) != (right.PreRelease.Length == 0) ? right.PreRelease.Length.CompareTo(left.PreRelease.Length)
            : string.CompareOrdinal(left.PreRelease, right.PreRelease);
    }

    static (Version Numbers, string PreRelease) Split(string? version)
    {
        var parts = (version ?? "").Split('+')[0].Split('-', 2);
        return (Version.TryParse(parts[0], out var numbers) ? numbers : new(0, 0), parts.Length > 1 ? parts[1] : "");
    }
}
