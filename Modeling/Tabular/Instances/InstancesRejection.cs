namespace AspireMl.Modeling.Tabular.Instances;

/// <summary>Why rows are not taken.</summary>
public enum InstancesRejection
{
    /// <summary>The text is not the JSON that is expected.</summary>
    Malformed,

    /// <summary>There are more rows than allowed.</summary>
    TooMany,

    /// <summary>The rows do not fit the model's card.</summary>
    Unusable,
}
