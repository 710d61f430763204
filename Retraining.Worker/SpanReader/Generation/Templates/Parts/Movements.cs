using AspireMl.Retraining.Worker.SpanReader.Generation.Layout;
using AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>A table of dated movements: one signed column, or one for each direction, with the balance after each or without.</summary>
internal sealed class Movements
{
    readonly Draft _draft;
    readonly List<(DateOnly Date, string Text, decimal Amount, decimal Balance)> _rows = [];
    readonly string _kind;

    public Movements(Draft draft, decimal open, IReadOnlyList<string> texts, string kind, bool onlyCharges = false)
    {
        (_draft, _kind, Balance) = (draft, kind, open);
        var dice = draft.Dice;
        var date = draft.Issued.AddDays(-dice.Between(20, 40));
        var scale = draft.Money.HasCents ? 1.0 : 120;
        foreach (var text in dice.Sample(texts, dice.Between(3, 12)))
        {
            date = date.AddDays(dice.Below(4));
            var amount = draft.Money.Round((decimal)(Math.Exp(dice.Between(1.5, 7.2)) * scale)) * (onlyCharges || dice.Chance(0.35) ? 1 : -1);
            Balance += amount;
            _rows.Add((date, draft.Print(Pattern.Fill(text, dice, word => draft.Country.Draw(word, dice))), amount, Balance));
        }
    }

    public decimal Balance { get; }

    public decimal In => _rows.Where(row => row.Amount > 0).Sum(row => row.Amount);

    public decimal Out => -_rows.Where(row => row.Amount < 0).Sum(row => row.Amount);

    public double Write(Area area)
    {
        var (dice, style) = (_draft.Dice, _draft.Style);
        var (parted, balanced) = (style.Picks % 5 < 2 && Out > 0, style.Picks % 7 < 5);
        List<TableColumn> columns = [new(Head("Date", "Date", "Value date", "Booked", "Day"), Align.Left), new(Head("Description", "Details", "Text", "Transaction", "Particulars"), Align.Left, Grows: true)];
        columns.AddRange(parted
            ? [new(Head("Debit", "Withdrawals", "Out"), Align.Right), new(Head("Credit", "Deposits", "In"), Align.Right)]
            : [new(Head("Amount", "Value", "Charges", _draft.Country.Currency), Align.Right)]);
        if (balanced)
        {
            columns.Add(new(Head("Balance", "Saldo", "Running total"), Align.Right));
        }

        var rows = _rows.Select(row => Row(row, parted, balanced)).ToArray();
        return new TableBlock(_draft.Canvas, style.Strong, style.Text, style.TableGap, style.RowGap).Write(area, columns, rows);

        string Head(params IReadOnlyList<string> names) => _draft.Cased(dice.Pick(names));
    }

    IReadOnlyList<string> Row((DateOnly Date, string Text, decimal Amount, decimal Balance) row, bool parted, bool balanced)
    {
        var amount = _draft.Amount(parted ? Math.Abs(row.Amount) : row.Amount);
        ItemFacts.State(_draft, _kind, row.Text, amount);
        string[] figures = parted ? row.Amount < 0 ? [amount, ""] : ["", amount] : [amount];
        return [_draft.Date(row.Date), row.Text, .. figures, .. balanced ? [_draft.Amount(row.Balance)] : Array.Empty<string>()];
    }
}
