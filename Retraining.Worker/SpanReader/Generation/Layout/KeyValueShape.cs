namespace AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

/// <summary>How a label and its value stand to each other.</summary>
internal enum KeyValueShape
{
    /// <summary>"Label: value" in one go.</summary>
    Inline,

    /// <summary>Values at a tab stop right of the longest label.</summary>
    Tabbed,

    /// <summary>Colons at a tab stop, values after them.</summary>
    ColonColumn,

    /// <summary>Label at the left edge, value at the right edge.</summary>
    FarRight,

    /// <summary>Labels end where values begin, around a middle axis.</summary>
    Axis,

    /// <summary>Label at the left edge, dots, value at the right edge.</summary>
    Dotted,

    /// <summary>Small label, value under it.</summary>
    Above,

    /// <summary>Value, small label under it.</summary>
    Below,

    /// <summary>Cells side by side, label over value.</summary>
    Grid,

    /// <summary>Two columns of tabbed pairs.</summary>
    TwoColumns,
}

internal static class KeyValueShapes
{
    /// <summary>The shapes about as often as they are met on paper.</summary>
    public static IReadOnlyList<KeyValueShape> Usual { get; } =
    [
        KeyValueShape.Inline, KeyValueShape.Inline, KeyValueShape.Inline, KeyValueShape.Tabbed, KeyValueShape.Tabbed, KeyValueShape.Tabbed,
        KeyValueShape.ColonColumn, KeyValueShape.ColonColumn, KeyValueShape.FarRight, KeyValueShape.FarRight, KeyValueShape.Axis, KeyValueShape.Dotted,
        KeyValueShape.Above, KeyValueShape.Above, KeyValueShape.Below, KeyValueShape.Grid, KeyValueShape.Grid, KeyValueShape.Grid, KeyValueShape.TwoColumns, KeyValueShape.TwoColumns,
    ];
}
