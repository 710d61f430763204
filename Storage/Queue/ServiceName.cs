using System.Buffers;

namespace AspireMl.Storage.Queue;

/// <summary>The names that services may have; they become names of queues.</summary>
public static class ServiceName
{
    /// <summary>What a name looks like, for error messages.</summary>
    public const string Rule = "A service's name has 1 to 64 lower-case letters, digits, dots, dashes or underscores.";

    const int Longest = 64;
    static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-_");

    /// <summary>Whether the text is a service's name.</summary>
    public static bool IsValid(string? name) => name is { Length: > 0 and <= Longest } && !name.AsSpan().ContainsAnyExcept(Allowed);
}
