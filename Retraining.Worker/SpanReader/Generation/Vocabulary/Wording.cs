namespace AspireMl.Retraining.Worker.SpanReader.Generation.Vocabulary;

/// <summary>One way to put a question.</summary>
/// <param name="Id">Kind and wording, for the splits.</param>
/// <param name="Text">The question with its places in braces.</param>
/// <param name="IsHeldOut">Kept out of training.</param>
/// <param name="AsksForDebt">Asks for what is still to be paid, so it does not fit once something has been paid.</param>
/// <param name="IsOfTrade">Speaks of sellers and shops, so it does not fit a letter or a payslip.</param>
internal sealed record Wording(string Id, string Text, bool IsHeldOut, bool AsksForDebt, bool IsOfTrade);
