using System.Globalization;

namespace AspireMl.Retraining.Worker.SpanReader.Generation;

/// <summary>How a document prints amounts.</summary>
/// <param name="Sample">One thousand two hundred thirty-four and a half, as the country writes it.</param>
/// <param name="Mark">The amount's place is <c>*</c>, such as <c>$*</c> or <c>* EUR</c>.</param>
internal sealed record MoneyFormat(string Sample, string Mark)
{
    /// <summary>The same without cents, as price lists and large sums are often printed.</summary>
    public MoneyFormat Whole() => Sample.Contains('5') ? this with { Sample = Sample[..^3] } : this;

    public string Plain(decimal amount)
    {
        var decimals = Sample.Length - 1 - Sample.LastIndexOfAny(['.', ',']);
        var whole = decimals > 2 || !Sample.Contains('5');
        var text = Math.Abs(amount).ToString(whole ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture);
        var group = Sample[1] == '2' ? "" : Sample[1].ToString();
        var point = whole ? "" : Sample[^3].ToString();
        text = string.Concat(text.Select(c => c switch { ',' => group, '.' => point, _ => c.ToString() }));
        return amount < 0 ? "-" + text : text;
    }

    /// <summary>With the currency where the document prints it.</summary>
    public string Marked(decimal amount) =>
        amount < 0 ? "-" + Mark.Replace("*", Plain(-amount), StringComparison.Ordinal) : Mark.Replace("*", Plain(amount), StringComparison.Ordinal);

    /// <summary>Amounts are rounded to what can be printed, so that sums stay right.</summary>
    public decimal Round(decimal amount) => Math.Round(amount, Sample.Contains('5') ? 2 : 0);
}
