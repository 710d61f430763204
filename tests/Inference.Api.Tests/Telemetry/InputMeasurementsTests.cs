using AspireMl.Contracts.Documents;
using AspireMl.Inference.Api.Telemetry;
using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Inference.Api.Tests.Telemetry;

public sealed class InputMeasurementsTests
{
    [Fact]
    public void A_document_is_measured_over_all_its_pages()
    {
        var document = new OcrDocument([
            Page(1, new Box(0, 0, 10, 10), new Box(20, 0, 30, 10)),
            Page(2, new Box(0, 0, 40, 5)),
        ]);

        var measured = InputMeasurements.Of(document, "  what is\tthe total? ");

        Assert.Equal(new InputMeasurements(100, 50, 2, 3, 4, 600.0 / 10_000, 200), measured);
    }

    [Fact]
    public void A_blank_page_has_no_words_and_divides_by_nothing()
    {
        var measured = InputMeasurements.Of(new OcrDocument([Page(1)]), "total");

        Assert.Equal(0, measured.OcrWords);
        Assert.Equal(0, measured.BoxCoverage);
        Assert.Equal(0, measured.AverageBoxArea);
    }

    [Fact]
    public void Coverage_never_passes_one()
    {
        var measured = InputMeasurements.Of(new OcrDocument([Page(1, new Box(0, 0, 100, 50), new Box(0, 0, 100, 50))]), "total");

        Assert.Equal(1, measured.BoxCoverage);
    }

    static OcrPage Page(int number, params Box[] boxes) =>
        new(number, 100, 50, [new OcrLine("words", 1, new Box(0, 0, 100, 50), [.. boxes.Select(box => new OcrWord("word", box))])]);
}
