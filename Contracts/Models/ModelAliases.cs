namespace AspireMl.Contracts.Models;

/// <summary>The aliases that the product itself moves; others may be made.</summary>
public static class ModelAliases
{
    /// <summary>The version that answers.</summary>
    public const string Champion = "champion";

    /// <summary>The version that may become the champion.</summary>
    public const string Challenger = "challenger";
}
