namespace AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

/// <summary>Where the issuer's name and address stand.</summary>
internal enum IssuerPlace
{
    TopLeft,
    TopRight,
    TopCentre,
    TopLine,
    NameTopRestBottom,
}

internal enum LabelCase
{
    AsIs,
    Upper,
    Lower,
    Title,
}

/// <summary>Everything that makes a template look like itself; drawn once from the template's name.</summary>
internal sealed class LayoutStyle
{
    public LayoutStyle(string template)
    {
        var dice = Dice.For("style " + template);
        Face = dice.Pick([Face.Sans, Face.Sans, Face.Serif, Face.Narrow, Face.Mono]);
        Size = dice.Between(8.0, 11.5);
        Margin = dice.Between(30.0, 64);
        AllCaps = dice.Chance(0.08);
        LabelCase = dice.Pick([LabelCase.AsIs, LabelCase.AsIs, LabelCase.AsIs, LabelCase.Upper, LabelCase.Title, LabelCase.Lower]);
        Colon = dice.Pick([":", ":", ":", "", "", " :", "."]);
        IsTight = Colon == ":" && dice.Chance(0.2);
        Gap = dice.Between(8.0, 40);
        RowGap = dice.Between(0.0, 7);
        BlockGap = dice.Between(10.0, 30);
        BoldLabels = dice.Chance(0.35);
        SmallLabels = dice.Chance(0.3);
        Issuer = dice.Pick(Enum.GetValues<IssuerPlace>());
        Meta = dice.Pick(KeyValueShapes.Usual);
        Totals = dice.Pick([KeyValueShape.FarRight, KeyValueShape.FarRight, KeyValueShape.FarRight, KeyValueShape.Tabbed, KeyValueShape.Axis, KeyValueShape.Inline, KeyValueShape.Dotted, KeyValueShape.ColonColumn]);
        Footer = dice.Pick(KeyValueShapes.Usual);
        MetaAtRight = dice.Chance(0.5);
        TotalsWidth = dice.Between(0.32, 0.6);
        TotalsAtLeft = dice.Chance(0.12);
        PartiesReversed = dice.Chance(0.3);
        Order = dice.Below(4);
        TableGap = dice.Between(8.0, 22);
        Picks = dice.NextBits();
    }

    public Face Face { get; }

    public double Size { get; }

    public double Margin { get; }

    public bool AllCaps { get; }

    public LabelCase LabelCase { get; }

    public string Colon { get; }

    /// <summary>No space between the colon and the value, so that they are read as one word.</summary>
    public bool IsTight { get; }

    public double Gap { get; }

    public double RowGap { get; }

    public double BlockGap { get; }

    public bool BoldLabels { get; }

    public bool SmallLabels { get; }

    public IssuerPlace Issuer { get; }

    public KeyValueShape Meta { get; }

    public KeyValueShape Totals { get; }

    public KeyValueShape Footer { get; }

    public bool MetaAtRight { get; }

    public double TotalsWidth { get; }

    public bool TotalsAtLeft { get; }

    public bool PartiesReversed { get; }

    /// <summary>Which of a kind's block orders is used.</summary>
    public int Order { get; }

    public double TableGap { get; }

    /// <summary>Seeds further choices that belong to the template rather than to the document.</summary>
    public ulong Picks { get; }

    public Font Text => new(Face, Size);

    public Font Strong => new(Face, Size, Bold: true);

    public Font Labels => new(Face, SmallLabels ? Size * 0.82 : Size, BoldLabels);

    public Font Title => new(Face, Size * 1.7, Bold: true);

    public Font Small => new(Face, Size * 0.8);
}
