using AspireMl.Retraining.Worker.SpanReader.Generation.Templates.Kinds;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Templates;

/// <summary>All kinds of documents.</summary>
internal static class TemplateBook
{
    static readonly Template[] All =
    [
        new ReceiptTemplate(),
        new InvoiceTemplate(),
        new LetterTemplate(),
        new FormTemplate(),
        new TableTemplate(),
        new QuoteTemplate(),
        new OrderTemplate(),
        new PurchaseOrderTemplate(),
        new CreditNoteTemplate(),
        new DeliveryNoteTemplate(),
        new BankStatementTemplate(),
        new ReminderTemplate(),
        new MemoTemplate(),
        new CardSlipTemplate(),
        new ServiceReportTemplate(),
        new RecordTemplate(),
        new PayslipTemplate(),
        new UtilityBillTemplate(),
        new BoardingPassTemplate(),
        new LabReportTemplate(),
        new HotelFolioTemplate(),
        new InsuranceTemplate(),
    ];

    // A kind of weight three stands three times in the list.
    static readonly Dictionary<GenerationSplit, Template[]> Weighted = All
        .GroupBy(template => template.Split)
        .ToDictionary(group => group.Key, group => group.SelectMany(template => Enumerable.Repeat(template, template.Weight)).ToArray());

    public static IReadOnlyList<string> KindsOf(GenerationSplit split) => [.. Weighted[split].Select(template => template.Kind).Distinct()];

    public static Template Draw(GenerationSplit split, Dice dice) => dice.Pick(Weighted[split]);
}
