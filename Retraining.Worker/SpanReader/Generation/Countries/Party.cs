namespace AspireMl.Retraining.Worker.SpanReader.Generation.Countries;

/// <summary>A company or a person with all that may be printed about them.</summary>
internal sealed record Party(
    Country Country,
    string Name,
    IReadOnlyList<string> Address,
    string Contact,
    string Phone,
    string Fax,
    string Mobile,
    string Email,
    string Web,
    string TaxId,
    string RegNo,
    string Account,
    string BankCode,
    string Bank);
