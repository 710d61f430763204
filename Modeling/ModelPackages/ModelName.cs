using System.Text.RegularExpressions;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>Names of models, and of the datasets that bear them.</summary>
public static partial class ModelName
{
    /// <summary>The rule for a name, as the end of a sentence.</summary>
    public const string Rule = "at most 64 lower-case letters, digits and hyphens";

    const int Longest = 64;

    /// <summary>Whether a text can be a name.</summary>
    public static bool IsValid(string? name) => name is { Length: <= Longest } && Name.IsMatch(name);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Name { get; }
}
