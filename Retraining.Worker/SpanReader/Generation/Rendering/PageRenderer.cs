using AspireMl.Contracts.Documents;
using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Rendering;

/// <summary>Turns printed runs into lines of words in pixels: near neighbours on a row become one line, as text detectors do.</summary>
/// <param name="scale">Pixels a point.</param>
/// <param name="joinGap">Widest gap inside a line, in heights of its text.</param>
internal sealed class PageRenderer(double scale, double joinGap)
{
    const double AscentGap = 0.08;
    const double InkHeight = 1.0;
    const double Touching = 0.1;

    public List<List<InkWord>> Render(IEnumerable<Run> runs)
    {
        var lines = new List<List<InkWord>>();
        foreach (var row in Rows(runs))
        {
            Run? previous = null;
            foreach (var run in row)
            {
                if (previous is null || !Joins(previous, run))
                {
                    lines.Add([]);
                }

                Append(lines[^1], Words(run), previous is not null && run.X - previous.Right < Touching * run.Font.Size);
                previous = run;
            }
        }

        return lines;
    }

    static IEnumerable<List<Run>> Rows(IEnumerable<Run> runs)
    {
        var rows = new List<List<Run>>();
        foreach (var run in runs.OrderBy(Centre))
        {
            if (rows.Count > 0 && Centre(run) - Centre(rows[^1][0]) < 0.45 * Math.Min(run.Font.Size, rows[^1][0].Font.Size))
            {
                rows[^1].Add(run);
            }
            else
            {
                rows.Add([run]);
            }
        }

        return rows.Select(row => row.OrderBy(run => run.X).ToList());
    }

    static double Centre(Run run) => run.Y + (run.Font.Size * (AscentGap + (InkHeight / 2)));

    bool Joins(Run left, Run right) =>
        right.X - left.Right < joinGap * Math.Max(left.Font.Size, right.Font.Size) &&
        Math.Max(left.Font.Size, right.Font.Size) < 1.6 * Math.Min(left.Font.Size, right.Font.Size);

    // What touches is one word: "TOTAL:12.00".
    static void Append(List<InkWord> line, IEnumerable<InkWord> words, bool touches)
    {
        foreach (var word in words)
        {
            if (touches && line.Count > 0)
            {
                line[^1] = new(line[^1].Text + word.Text, line[^1].Box.Union(word.Box), line[^1].IsAnswer || word.IsAnswer);
                touches = false;
            }
            else
            {
                line.Add(word);
            }
        }
    }

    IEnumerable<InkWord> Words(Run run)
    {
        var x = run.X;
        foreach (var word in run.Text.Replace('\u00A0', ' ').Split(' '))
        {
            var width = run.Font.Width(word);
            if (word.Length > 0)
            {
                yield return new(word, Pixels(x, run.Y + (run.Font.Size * AscentGap), width, run.Font.Size * InkHeight), run.IsAnswer);
            }

            x += width + (run.Font.Advance(' ') * run.Font.Size);
        }
    }

    Box Pixels(double x, double y, double width, double height) =>
        new((float)(x * scale), (float)(y * scale), (float)(width * scale), (float)(height * scale));
}
