using System.Globalization;

namespace AspireMl.Retraining.Worker.SpanReader.Generation;

/// <summary>How a document prints amounts.</summary>
/// <param name="Sample">One thousand two hundred thirty-four and a half, as the country writes it.</param>
/// <param name="Mark">The amount's place is <c>*</c>, such as <c>$*</c> or <c>* EUR</c>.</param>
internal sealed record MoneyFormat(string Sample, string Mark)
{
    /// <summary>It prints cents; the money of some countries has none.</summary>
    public bool HasCents => Sample.Contains('5');

    /// <summary>The same without cents, as price lists and large sums are often printed.</summary>
    public MoneyFormat Whole() => HasCents ? this with { Sample = Sample[..^3] } : this;

    public string Plain(decimal amount)
    {
        var text = Math.Abs(amount).ToString(HasCents ? "#,##0.00" : "#,##0", CultureInfo.InvariantCulture);
        var group = Sample[1] == '2' ? "" : Sample[1].ToString();
        var point = HasCents ? Sample[^3].ToString() : "";
        text = string.Concat(text.Select(c => c switch { ',' => group, '.' => point, _ => c.ToString() }));
        return amount < 0 ? "-" + text : text;
    }

    /// <summary>With the currency where the document prints it.</summary>
    public string Marked(decimal amount) =>
        amount < 0 ? "-" + Mark.Replace("*", Plain(-amount), StringComparison.Ordinal) : Mark.Replace("*", Plain(amount), StringComparison.Ordinal);

    /// <summary>Amounts are rounded to what can be printed, so that sums stay right.</summary>
    public decimal Round(decimal amount) => Math.Round(amount, HasCents ? 2 : 0);
}
