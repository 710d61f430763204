namespace AspireMl.Contracts.Clients;

/// <summary>Builds query strings.</summary>
internal static class QueryString
{
    /// <summary>The values that are given, escaped, with a question mark in front; empty when there are none.</summary>
    public static string Of(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        List<string> given = [];
        foreach (var (name, value) in values)
        {
            if (!string.IsNullOrEmpty(value))
            {
                given.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }

    /// <summary>A time as services read it.</summary>
    public static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("O");
}
