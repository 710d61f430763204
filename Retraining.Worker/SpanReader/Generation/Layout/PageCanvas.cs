namespace AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

/// <summary>Collects what is printed on one page, in points.</summary>
internal sealed class PageCanvas
{
    readonly List<Run> _runs = [];

    public IReadOnlyList<Run> Runs => _runs;

    public double Bottom { get; private set; }

    /// <summary>Prints one line into an area; text that is too wide is set smaller, as designers do.</summary>
    public Run Write(Area area, string text, Font font, Align align = Align.Left, bool answer = false)
    {
        var width = font.Width(text);
        if (width > area.Width)
        {
            font = font.Scaled(area.Width / width);
            width = area.Width;
        }

        var x = align switch
        {
            Align.Right => area.Right - width,
            Align.Centre => area.X + ((area.Width - width) / 2),
            _ => area.X,
        };
        var run = new Run(text, x, area.Y, font, answer);
        if (text.Length > 0)
        {
            _runs.Add(run);
            Bottom = Math.Max(Bottom, area.Y + font.LineHeight);
        }

        return run;
    }

    /// <summary>Prints lines under each other and returns where the next would start.</summary>
    public double WriteLines(Area area, IEnumerable<string> lines, Font font, Align align = Align.Left, bool answer = false)
    {
        var y = area.Y;
        foreach (var line in lines)
        {
            Write(area.At(y), line, font, align, answer);
            y += font.LineHeight;
        }

        return y;
    }

    /// <summary>Breaks text into lines that fit; a no-break space keeps words together.</summary>
    public static IReadOnlyList<string> Wrap(string text, Font font, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && font.Width(longer) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        lines.Add(line);
        return lines;
    }
}
