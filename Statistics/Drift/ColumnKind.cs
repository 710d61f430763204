using System.Text.Json.Serialization;

namespace AspireMl.Statistics.Drift;

/// <summary>What a column holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnKind>))]
public enum ColumnKind
{
    /// <summary>Numbers that measure or count.</summary>
    [JsonStringEnumMemberName("numeric")]
    Numeric,

    /// <summary>Names, or numbers that stand for names.</summary>
    [JsonStringEnumMemberName("categorical")]
    Categorical,
}
