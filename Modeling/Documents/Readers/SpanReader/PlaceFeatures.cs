namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>Where a candidate stands and what stands around it.</summary>
internal static class PlaceFeatures
{
    public static void Write(ref FeatureRow row, Candidate candidate, PageLayout layout)
    {
        var (first, last) = (candidate.First, candidate.Last);
        var box = Candidate.BoxOf(first, candidate.Start, candidate.Lines.Length == 1 ? candidate.End : first.Text.Length);
        var scale = first.Relative.Width / MathF.Max(1, first.Box.Width);
        var rows = layout.Lines[^1].Row + 1;

        row.Add("x", box.X * scale);
        row.Add("right", box.Right * scale);
        row.Add("y", first.Relative.Y);
        row.Add("centre_offset", MathF.Abs((box.CentreX * scale) - 0.5f));
        row.Add("line_index", MathF.Min(first.Index, 60));
        row.Add("row_index", MathF.Min(first.Row, 40));
        row.Add("row_share", (float)first.Row / rows);
        row.Add("rows_from_end", MathF.Min(rows - 1 - last.Row, 40));
        row.Add("page", first.Page);
        row.Add("lines_on_page", MathF.Min(layout.Lines.Length, 200));
        row.Add("height", first.Relative.Height / MathF.Max(1e-4f, layout.MedianHeight));
        row.Add("at_line_start", candidate.Start == 0);
        row.Add("at_line_end", candidate.End == last.Text.Length);
        row.Add("before", Before(candidate));
        row.Add("after", After(candidate));
        row.Add("characters_before", candidate.Start);
        row.Add("characters_after", last.Text.Length - candidate.End);
        row.Add("alone_in_row", first.Left is null && first.Right is null);
        row.Add("has_left", first.Left is not null);
        row.Add("has_right", last.Right is not null);
        row.Add("gap_above", Gap(first.Above, first));
        row.Add("gap_below", Gap(last, last.Below));
        WriteNeighbour(ref row, "above", first.Above, first);
        WriteNeighbour(ref row, "below", last.Below, last);
        WriteNeighbour(ref row, "above2", first.Above?.Above, first);
        row.Add("after_closing", first.Above is { Traits.IsClosing: true } or { Above.Traits.IsClosing: true });
        WriteRow(ref row, "row", first, layout);
        WriteRow(ref row, "row_above", first.Above, layout);
        WriteRow(ref row, "row_below", last.Below, layout);
        var places = layout.Places[first.Row];
        row.Add("labels_left", places.Left);
        row.Add("labels_above", places.Above);
        row.Add("labels_below", places.Below);
        WriteBlock(ref row, first, layout.Blocks[first.Index]);
    }

    static void WriteBlock(ref FeatureRow row, PageLine line, TextBlock block)
    {
        row.Add("block_lines", MathF.Min(block.Lines.Count, 20));
        row.Add("block_position", MathF.Min(block.PositionOf(line), 20));
        row.Add("block_address", block.HasAddress);
        row.Add("block_contact", block.HasContact);
        row.Add("block_legal_form", block.HasLegalForm);
        row.Add("block_addresses_above", MathF.Min(block.AddressesAbove, 6));
    }

    static void WriteRow(ref FeatureRow row, string name, PageLine? line, PageLayout layout)
    {
        var traits = line is null ? default : layout.Rows[line.Row];
        row.Add(name + "_lines", traits.Lines);
        row.Add(name + "_labels", traits.Labels);
        row.Add(name + "_with_digits", traits.WithDigits);
    }

    static void WriteNeighbour(ref FeatureRow row, string side, PageLine? line, PageLine own)
    {
        row.Add(side + "_address", line?.Traits.AddressScore ?? -3);
        row.Add(side + "_legal_form", line?.Traits.LegalForms ?? -1);
        row.Add(side + "_phone", line?.Traits.HasPhone ?? false);
        row.Add(side + "_identifier", line?.Traits.HasIdentifier ?? false);
        row.Add(side + "_colon", line?.Traits.HasColon ?? false);
        row.Add(side + "_date", line?.Traits.HasDate ?? false);
        row.Add(side + "_digit_share", line is null ? -1 : (float)line.Traits.Digits / MathF.Max(1, line.Text.Length));
        row.Add(side + "_region", line?.Traits.Regions ?? -1);
        row.Add(side + "_postal", line?.Traits.HasPostalCode ?? false);
        row.Add(side + "_letters", line?.Traits.Letters ?? -1);
        row.Add(side + "_concepts", line is null ? -1 : ulong.PopCount(line.Label.Concepts));
        row.Add(side + "_height", line is null ? -1 : line.Box.Height / MathF.Max(1, own.Box.Height));
    }

    static float Gap(PageLine? above, PageLine? below) =>
        above is null || below is null || above.Page != below.Page ? -1 : MathF.Min(10, (below.Box.Y - above.Box.Bottom) / MathF.Max(1, above.Box.Height));

    /// <summary>The kind of character before the span: 0 none, 1 colon, 2 letter, 3 digit, 4 currency or other sign.</summary>
    static float Before(Candidate candidate)
    {
        var text = candidate.First.Text.AsSpan(0, candidate.Start).TrimEnd();
        return text.IsEmpty ? 0 : KindOf(text[^1]);
    }

    /// <summary>The kind of character after the span, as <see cref="Before"/>.</summary>
    static float After(Candidate candidate)
    {
        var text = candidate.Last.Text.AsSpan(candidate.End).TrimStart();
        return text.IsEmpty ? 0 : KindOf(text[0]);
    }

    static float KindOf(char c) => c switch
    {
        ':' or '=' or '#' => 1,
        _ when char.IsLetter(c) => 2,
        _ when char.IsAsciiDigit(c) => 3,
        ',' => 5,
        '(' or ')' => 6,
        _ => 4,
    };
}
