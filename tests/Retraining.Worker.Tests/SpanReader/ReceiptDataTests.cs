using AspireMl.Retraining.Worker.SpanReader;

namespace AspireMl.Retraining.Worker.Tests.SpanReader;

public sealed class ReceiptDataTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("receipts-").FullName;

    public ReceiptDataTests()
    {
        foreach (var part in new[] { "img", "box", "key" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, part));
        }

        File.WriteAllText(Path.Combine(_folder, "img", "007.jpg"), "");
        File.WriteAllText(Path.Combine(_folder, "box", "007.csv"), "10,40,90,40,90,60,10,60,TOTAL, NET\n10,10,50,10,50,30,10,30,SHOP\n");
        File.WriteAllText(Path.Combine(_folder, "key", "007.json"), """{"company":"The Shop, Ltd","total":"1.00"}""");
        File.WriteAllText(Path.Combine(_folder, "questions.jsonl"), """{"id":"007","kind":"company","question":"Who is the seller?","answer":"SHOP"}""" + "\n");
    }

    [Fact]
    public void A_receipt_has_its_lines_from_the_top_with_a_box_for_each_word()
    {
        var page = ReceiptData.Truth(_folder, "007").Pages[0];

        Assert.Equal(["SHOP", "TOTAL, NET"], page.Lines.Select(line => line.Text));
        Assert.Equal(66, page.Lines[1].Words[1].Box.X, 0.01f);
    }

    [Fact]
    public void Its_questions_and_vendor_come_along()
    {
        var receipt = Assert.Single(ReceiptData.Load(_folder, id => ReceiptData.Truth(_folder, id)));

        Assert.Equal("THESHOPLTD", receipt.Group);
        Assert.Equal("SHOP", Assert.Single(receipt.Questions).Answer);
    }

    [Fact]
    public void A_receipt_that_was_not_read_is_left_out()
    {
        Assert.Empty(ReceiptData.Load(_folder, _ => null));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
