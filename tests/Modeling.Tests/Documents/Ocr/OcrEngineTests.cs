using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Tests.Documents.Ocr;

[Collection("OCR")]
public sealed class OcrEngineTests(OcrEngineFixture fixture)
{
    static readonly string[] Texts = ["TOTAL 1234", "TEN 2743", "TEN LINE HERE"];

    [Fact]
    public void Read_finds_words_where_they_stand()
    {
        using var page = ThreeLines();
        var read = fixture.Engine.Read(page, 4);

        Assert.Equal((4, 600, 300), (read.Number, read.Width, read.Height));
        Assert.Equal(string.Join(' ', Texts), Text(read));
        Assert.All(read.Lines, line => Assert.Equal(4, line.PageNumber));
        Assert.All(read.Lines, line => Assert.Equal(line.Text, string.Join(' ', line.Words.Select(word => word.Text))));

        // "TOTAL" starts at 40 and ends at 40 + 5 characters of 24 pixels; "1234" begins one character later.
        var words = read.Lines.SelectMany(line => line.Words).ToList();
        var (total, number) = (words[0].Box, words[1].Box);
        Assert.InRange(total.X, 20, 50);
        Assert.InRange(total.Right, 145, 185);
        Assert.InRange(number.X, 160, 195);
        Assert.InRange(total.Y, 15, 42);
        Assert.InRange(total.Bottom, 65, 90);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_finds_the_direction_of_a_turned_page(int quarters)
    {
        var page = ThreeLines();
        for (var i = 0; i < quarters; i++)
        {
            var turned = BitmapFont.Turn(page);
            page.Dispose();
            page = turned;
        }

        using (page)
        {
            var read = fixture.Engine.Read(page, 1);

            Assert.Equal(string.Join(' ', Texts), Text(read));
            Assert.All(read.Lines, line => Assert.True(line.Box.Right <= page.Width && line.Box.Bottom <= page.Height));
        }
    }

    [Fact]
    public void Read_of_a_blank_page_has_no_lines()
    {
        using var page = BitmapFont.Blank(500, 700);
        Assert.Empty(fixture.Engine.Read(page, 1).Lines);
    }

    [Theory]
    [InlineData(16, 16)]
    [InlineData(3000, 20)]
    [InlineData(20, 3000)]
    public void Read_survives_odd_sizes(int width, int height)
    {
        using var page = BitmapFont.Blank(width, height);
        new Random(1).NextBytes(page.Pixels);
        Assert.Equal(width, fixture.Engine.Read(page, 1).Width);
    }

    [Fact]
    public void Read_survives_noise()
    {
        using var page = BitmapFont.Blank(700, 900);
        new Random(2).NextBytes(page.Pixels);
        Assert.NotNull(fixture.Engine.Read(page, 1).Lines);
    }

    [Fact]
    public void Read_bounds_the_lines_of_a_page()
    {
        using var engine = new OcrEngine(new OcrOptions { MaxLines = 2 });
        using var page = ThreeLines();
        Assert.InRange(engine.Read(page, 1).Lines.Count, 1, 2);
    }

    [Fact]
    public void Read_handles_three_thousand_words()
    {
        const int lines = 60, words = 50;
        using var page = BitmapFont.Blank(2600, 2000);
        for (var line = 0; line < lines; line++)
        {
            for (var word = 0; word < words; word++)
            {
                BitmapFont.Write(page, 40 + (word * 50), 30 + (line * 32), 2, "TEN");
            }
        }

        var read = fixture.Engine.Read(page, 1);
        Assert.InRange(read.Lines.Sum(line => line.Words.Count), lines * words / 2, lines * words * 3 / 2);
    }

    [Fact]
    public void Read_stops_when_cancelled()
    {
        using var page = ThreeLines();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => fixture.Engine.Read(page, 1, stop.Token));
    }

    [Fact]
    public void Read_gives_the_same_to_many_threads_at_once()
    {
        Parallel.For(0, 4, _ =>
        {
            using var page = ThreeLines();
            Assert.Equal(string.Join(' ', Texts), Text(fixture.Engine.Read(page, 1)));
        });
    }

    [Fact]
    public void Engine_says_which_file_is_missing() =>
        Assert.ThrowsAny<IOException>(() => new OcrEngine(new OcrOptions { ModelFolder = "nowhere" }));

    // A wide gap may part a row in two lines, so all words are compared.
    static string Text(OcrPage page) => string.Join(' ', page.Lines.Select(line => line.Text)).ToUpperInvariant();

    static DecodedImage ThreeLines()
    {
        var page = BitmapFont.Blank(600, 300);
        for (var i = 0; i < Texts.Length; i++)
        {
            BitmapFont.Write(page, 40, 40 + (i * 80), 4, Texts[i]);
        }

        return page;
    }
}
