namespace AspireMl.Inference.Api.Uploads;

/// <summary>Which fields a form may have besides its image.</summary>
/// <param name="Names">All fields that it may have.</param>
/// <param name="NeedsQuestion">Whether it must have a question.</param>
sealed record ImageFormFields(IReadOnlyList<string> Names, bool NeedsQuestion = false)
{
    public const string ImageField = "image";
    public const string QuestionField = "question";
    public const string ModelField = "model";

    /// <summary>Image, question, and a model if the client wants another than the default.</summary>
    public static ImageFormFields Ask { get; } = new([ImageField, QuestionField, ModelField], NeedsQuestion: true);

    /// <summary>Nothing but the image.</summary>
    public static ImageFormFields ImageOnly { get; } = new([ImageField]);

    /// <summary>Image, and a model if the client wants another than the default.</summary>
    public static ImageFormFields Classify { get; } = new([ImageField, ModelField]);

    /// <summary>Image, and what the model's task wants.</summary>
    public static ImageFormFields Job { get; } = new([ImageField, QuestionField, ModelField]);

    public override string ToString() => Names.Count == 1 ? Names[0] : $"{string.Join(", ", Names.SkipLast(1))} and {Names[^1]}";
}
