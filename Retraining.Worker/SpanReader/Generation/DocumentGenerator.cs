using System.Globalization;
using AspireMl.Retraining.Worker.SpanReader.Generation.Noise;
using AspireMl.Retraining.Worker.SpanReader.Generation.Questions;
using AspireMl.Retraining.Worker.SpanReader.Generation.Rendering;
using AspireMl.Retraining.Worker.SpanReader.Generation.Templates;

namespace AspireMl.Retraining.Worker.SpanReader.Generation;

/// <summary>
/// Invents documents of many kinds, layouts and countries: words with boxes as an OCR would give them, and questions with
/// their answers. The same split, seed and number always give the same document.
/// </summary>
public static class DocumentGenerator
{
    // Documents held out stay what they were, so that figures of all versions compare.
    const double MostDegreesHeldOut = 0.9;

    const double MostDegrees = 3;

    /// <summary>Generates documents one after the other.</summary>
    /// <param name="split">Which templates, kinds, countries, labels and wordings may be used.</param>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="seed">Another seed gives other documents.</param>
    public static IEnumerable<TrainingDocument> Generate(GenerationSplit split, int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Enumerable.Range(0, count).Select(index => Create(split, index, seed).Training);
    }

    internal static GeneratedDocument Create(GenerationSplit split, int index, int seed)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"generated-{split}-{seed}-{index}").ToLowerInvariant();
        var dice = Dice.For(id);
        var kind = TemplateBook.Draw(split, dice);
        var template = string.Create(CultureInfo.InvariantCulture, $"{kind.Kind}-{dice.Below(kind.Layouts):000}");
        var draft = new Draft(split, template, dice.Pick(kind.Nouns), kind.IsForPerson, kind.IsOfTrade, dice);
        kind.Compose(draft);

        var (width, height) = (kind.PaperWidth(draft), Math.Max(kind.PaperHeight(draft), draft.Canvas.Bottom + 14));
        var scale = width < 400 ? dice.Between(1.7, 4) : dice.Between(1.4, 3.2);
        var ink = new PageRenderer(scale, dice.Between(0.7, 2.4)).Render(draft.Canvas.Runs);
        var askew = split == GenerationSplit.Training ? MostDegrees : MostDegreesHeldOut;
        var slant = dice.Chance(0.25) ? dice.Between(-askew, askew) : 0;
        var (pageWidth, pageHeight) = ((int)Math.Ceiling(width * scale) + 2, (int)Math.Ceiling((height + (width * Math.Abs(slant) / 50)) * scale) + 2);
        var noisy = Skew.Apply(new OcrNoise(dice).Apply(ink), slant, width * scale);
        var questions = new QuestionMaker(draft, dice).Make();
        return new(
            new(id, $"{template}/{draft.Vendor.Name}", PageBuilder.Build(noisy, pageWidth, pageHeight, dice), questions),
            PageBuilder.Build(ink, pageWidth, pageHeight, dice),
            kind.Kind,
            template,
            draft.Country.Code,
            draft.Facts);
    }
}
