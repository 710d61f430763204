namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates;

/// <summary>A kind of document; its layouts are numbered, and each number looks different.</summary>
internal abstract class Template
{
    /// <summary>Stable name of the kind.</summary>
    public abstract string Kind { get; }

    /// <summary>What people call such a document in a question.</summary>
    public virtual IReadOnlyList<string> Nouns => [Kind];

    public virtual GenerationSplit Split => GenerationSplit.Training;

    /// <summary>The addressee is always a person, never a company.</summary>
    public virtual bool IsForPerson => false;

    /// <summary>The issuer sells something.</summary>
    public virtual bool IsOfTrade => true;

    /// <summary>How often the kind is drawn, next to the others.</summary>
    public virtual int Weight => 2;

    /// <summary>How many layouts there are.</summary>
    public virtual int Layouts => 60;

    /// <summary>The width of the paper in points.</summary>
    public virtual double PaperWidth(Draft draft) => draft.Country.Code is "US" or "CA" ? 612 : 595;

    /// <summary>The least height of the paper in points; more is used when the text is longer.</summary>
    public virtual double PaperHeight(Draft draft) => draft.Country.Code is "US" or "CA" ? 792 : 842;

    public abstract void Compose(Draft draft);
}
