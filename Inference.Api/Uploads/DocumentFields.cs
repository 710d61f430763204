namespace AspireMl.Inference.Api.Uploads;

/// <summary>Which fields a form may have besides its image.</summary>
/// <param name="Question">A question is needed; otherwise none is allowed.</param>
sealed record DocumentFields(bool Question)
{
    public const string ImageField = "image";
    public const string QuestionField = "question";
    public const string ModelField = "model";

    /// <summary>Image, question, and a model if the client wants another than the default.</summary>
    public static DocumentFields Ask { get; } = new(Question: true);

    /// <summary>Nothing but the image.</summary>
    public static DocumentFields ImageOnly { get; } = new(Question: false);

    public bool Allows(string name) => name is ImageField || (Question && name is (QuestionField or ModelField));

    public override string ToString() => Question ? "image, question and model" : "image";
}
