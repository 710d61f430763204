namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Parts;

/// <summary>Headings of the columns of an item table.</summary>
internal sealed record ItemColumns(string Item, string Quantity, string Price, string Amount, string Code)
{
    public static ItemColumns Headings(Draft draft)
    {
        var dice = draft.Dice;
        return new(
            draft.Cased(dice.Pick(["Description", "Item", "Product", "Article", "Details", "Goods", "Name", "Service", "Position"])),
            draft.Cased(dice.Pick(["Qty", "Quantity", "Qty.", "Units", "Pcs", "No.", "Amount", "QTY"])),
            draft.Cased(dice.Pick(["Price", "Unit price", "U/P", "Unit cost", "Rate", "Each", "Price/unit", "S/Price"])),
            draft.Cased(dice.Pick(["Amount", "Total", "Line total", "Sum", "Value", "Net", "Ext. price", draft.Country.Currency])),
            draft.Cased(dice.Pick(["Code", "Item no.", "SKU", "Art. no.", "Part #", "Item code", "Product ID"])));
    }
}
