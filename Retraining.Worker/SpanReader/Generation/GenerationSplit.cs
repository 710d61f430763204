namespace AspireMl.Retraining.Worker.SpanReader.Generation;

/// <summary>Which side of the wall generated documents come from: nothing of one side is used on the other.</summary>
public enum GenerationSplit
{
    /// <summary>Templates, kinds, countries, labels and wordings to learn from.</summary>
    Training,

    /// <summary>Templates, kinds and countries that training never uses; half of the labels and wordings are new as well.</summary>
    Heldout,
}
