using AspireMl.Frontend.Blazor.Samples;

namespace AspireMl.Frontend.Blazor.Asking;

/// <summary>Questions to begin with.</summary>
internal static class Suggestions
{
    static readonly string[] OfAnyDocument =
        ["What is the total?", "What is the date?", "Who issued this document?", "What is the address?", "What is the document number?"];

    public static IEnumerable<string> For(Sample? sample, IEnumerable<string> asked) =>
        (sample?.Questions.Select(question => question.Question) ?? OfAnyDocument).Except(asked, StringComparer.OrdinalIgnoreCase).Take(6);
}
