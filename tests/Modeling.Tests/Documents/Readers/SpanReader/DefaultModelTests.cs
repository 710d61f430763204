using AspireMl.Modeling.Documents.Readers;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Testing;

namespace AspireMl.Modeling.Tests.Documents.Readers.SpanReader;

public sealed class DefaultModelTests : IDisposable
{
    readonly IDocumentReader _reader = DocumentReaders.Open(ModelPackage.Open(Path.Combine(RepositoryRoot.Path, "models", "span-reader")));

    [Theory]
    [InlineData("What is the total amount?", "RM 8.00")]
    [InlineData("When was the receipt issued?", "17/03/2024")]
    [InlineData("Who is the seller?", "NORTHWIND TRADERS LTD")]
    [InlineData("What is the address?", "12, HIGH STREET, SPRINGFIELD 45600")]
    [InlineData("What is the invoice no?", "INV-2024-0017")]
    [InlineData("What is the tel?", "01234 567890")]
    public void The_model_that_ships_answers_about_a_receipt(string question, string answer)
    {
        var reading = _reader.Read(Pages.Receipt(), question);

        Assert.NotNull(reading.Answer);
        Assert.EndsWith(reading.Answer, answer, StringComparison.Ordinal);
        Assert.InRange(reading.Confidence, 0.3, 1);
        Assert.NotEmpty(reading.Evidence);
    }

    [Fact]
    public void An_empty_page_has_no_answer()
    {
        var reading = _reader.Read(Pages.Of(), "What is the total?");

        Assert.Null(reading.Answer);
        Assert.Equal(0, reading.Confidence);
        Assert.Empty(reading.Evidence);
    }

    [Fact]
    public void Many_may_ask_at_once_and_get_what_one_gets()
    {
        var document = Pages.Receipt();
        var alone = _reader.Read(document, "What is the total?");

        var answers = Enumerable.Range(0, 32).AsParallel().WithDegreeOfParallelism(8).Select(_ => _reader.Read(document, "What is the total?")).ToArray();

        Assert.All(answers, answer => Assert.Equal((alone.Answer, alone.Confidence), (answer.Answer, answer.Confidence)));
    }

    [Fact]
    public void A_cancelled_question_is_not_answered()
    {
        Assert.Throws<OperationCanceledException>(() => _reader.Read(Pages.Receipt(), "total", new CancellationToken(canceled: true)));
    }

    public void Dispose() => _reader.Dispose();
}
