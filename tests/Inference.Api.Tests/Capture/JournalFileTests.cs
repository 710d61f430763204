using System.Text;
using AspireMl.Inference.Api.Capture;

namespace AspireMl.Inference.Api.Tests.Capture;

public sealed class JournalFileTests : IDisposable
{
    const int Capacity = 1000;

    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-journal-").FullName;

    [Fact]
    public void A_closed_file_has_its_lines_and_no_more()
    {
        var file = Create();
        file.Append("first\n"u8);
        file.Append("second\n"u8);
        file.Dispose();

        Assert.Equal("first\nsecond\n", Lines(file.Path));
        Assert.Equal(13, new FileInfo(file.Path).Length);
    }

    [Fact]
    public void Nothing_is_left_of_what_was_forgotten()
    {
        var file = Create();
        file.Append("a long first line\nand another one\n"u8);
        file.Clear();
        file.Append("short\n"u8);
        file.Dispose();

        Assert.Equal("short\n", Lines(file.Path));
    }

    [Fact]
    public void A_file_takes_as_much_as_it_was_made_for()
    {
        var line = new byte[Capacity];
        line.AsSpan().Fill((byte)'x');
        var file = Create();
        file.Append(line);
        file.Dispose();

        Assert.Equal(Capacity, Lines(file.Path).Length);
    }

    [Theory]
    [InlineData("first\nsecond\n\0\0\0", "first\nsecond\n")]
    [InlineData("first\n\0econd\n\0\0\0", "first\n")]
    [InlineData("\0irst\nsecond\n\0", "")]
    [InlineData("first\nseco", "first\nseco")]
    public void Of_a_killed_process_all_lines_count_whose_first_byte_was_written(string content, string lines)
    {
        var path = Path.Combine(_folder, "killed");
        File.WriteAllText(path, content);

        Assert.Equal(lines, Lines(path));
    }

    [Fact]
    public void No_other_process_opens_a_file_that_is_written()
    {
        using var file = Create();

        Assert.Throws<IOException>(() => JournalFile.Open(file.Path));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    static string Lines(string path)
    {
        using var file = JournalFile.Open(path);
        return Encoding.UTF8.GetString(file.Read());
    }

    JournalFile Create() => JournalFile.Create(_folder, ".jsonl", Capacity);
}
