namespace AspireMl.Statistics.Drift;

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    /// <summary>Numbers that measure or count.</summary>
    Numeric,

    /// <summary>Names, or numbers that stand for names.</summary>
    Categorical,
}
