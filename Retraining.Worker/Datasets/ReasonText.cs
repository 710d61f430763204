namespace AspireMl.Retraining.Worker.Datasets;

/// <summary>Values of an upload as reasons show them: shortened, without control characters.</summary>
internal static class ReasonText
{
    const int Longest = 40;

    public static string Shown(ReadOnlySpan<char> value)
    {
        var shown = string.Concat(value[..Math.Min(value.Length, Longest)].ToString().Where(character => !char.IsControl(character)));
        return value.Length > Longest ? $"\"{shown}…\"" : $"\"{shown}\"";
    }
}
