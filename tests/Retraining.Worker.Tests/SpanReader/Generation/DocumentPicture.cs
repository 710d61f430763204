using System.Globalization;
using System.Security;
using System.Text;
using AspireMl.Contracts.Documents;
using AspireMl.Retraining.Worker.SpanReader.Generation;

namespace AspireMl.Retraining.Worker.Tests.SpanReader.Generation;

/// <summary>Draws a generated document as SVG, with its lines framed and its questions beside it, for people to look at.</summary>
static class DocumentPicture
{
    public static string Svg(GeneratedDocument document)
    {
        var page = document.Training.Document.Pages[0];
        var svg = new StringBuilder();
        var size = page.Width / 52.0;
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {page.Width * 1.6:0} {page.Height}'>");
        svg.Append("<rect width='100%' height='100%' fill='white'/>");
        foreach (var line in page.Lines)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x='{line.Box.X}' y='{line.Box.Y}' width='{line.Box.Width}' height='{line.Box.Height}' fill='none' stroke='#9bd'/>");
            foreach (var word in line.Words)
            {
                svg.Append(Text(word.Text, word.Box));
            }
        }

        var y = size * 2;
        svg.Append(Label(document.Training.Group + " " + document.Country, page.Width * 1.02, y, size));
        foreach (var question in document.Training.Questions)
        {
            svg.Append(Label($"{question.Kind}: {question.Question}", page.Width * 1.02, y += size * 1.8, size));
            svg.Append(Label($"= {question.Answer}", page.Width * 1.04, y += size * 1.2, size));
        }

        return svg.Append("</svg>").ToString();
    }

    static string Text(string text, Box box) => string.Create(
        CultureInfo.InvariantCulture,
        $"<text x='{box.X}' y='{box.Bottom - (box.Height * 0.22)}' font-size='{box.Height}' font-family='sans-serif' textLength='{box.Width}' lengthAdjust='spacingAndGlyphs'>{SecurityElement.Escape(text)}</text>");

    static string Label(string text, double x, double y, double size) => string.Create(
        CultureInfo.InvariantCulture,
        $"<text x='{x}' y='{y}' font-size='{size}' font-family='sans-serif' fill='#630'>{SecurityElement.Escape(text)}</text>");
}
