namespace AspireMl.Modeling.Tabular.Instances;

/// <summary>Rows are not taken; the message is a sentence for the person who sent them.</summary>
/// <param name="reason">Of what kind the defect is.</param>
/// <param name="sentence">What is wrong, with the first of the rows and the features' names.</param>
/// <param name="cause">What the JSON reader reported, if it did.</param>
public sealed class InstancesRejectedException(InstancesRejection reason, string sentence, Exception? cause = null) : Exception(sentence, cause)
{
    /// <summary>Of what kind the defect is.</summary>
    public InstancesRejection Reason { get; } = reason;
}
