namespace AspireMl.ServiceDefaults.Queries;

/// <summary>Why somebody does something that others will look up later.</summary>
public static class ReasonRule
{
    /// <summary>Most characters of a reason.</summary>
    public const int LongestLength = 500;

    /// <summary>What a reason looks like.</summary>
    public const string Sentence = "reason has 1 to 500 characters on one line.";

    /// <summary>A reason without the space around it; null when the text is none.</summary>
    public static string? Read(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestLength } reason && !reason.Any(char.IsControl) ? reason : null;
}
