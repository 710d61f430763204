namespace AspireMl.Contracts.Monitoring;

/// <summary>What a column holds, in reports.</summary>
public static class ColumnKinds
{
    /// <summary>Numbers that measure or count.</summary>
    public const string Numeric = "numeric";

    /// <summary>Names, or numbers that stand for names.</summary>
    public const string Categorical = "categorical";
}
