using System.Text;
using AspireMl.Monitoring.Worker.Tests.Harness;

namespace AspireMl.Monitoring.Worker.Tests.Comparison;

public sealed class BadFileTests(CompareFixture worker) : IClassFixture<CompareFixture>
{
    const string Good = "a,b\n1,2\n3,4\n";

    public static TheoryData<string, string> Defects => new()
    {
        { "", "empty" },
        { "a,b\n", "no rows" },
        { "a,b\n1\n", "line 2" },
        { "a,b\n1,2,3\n", "2" },
        { "a,b\n1,2\n\"3,4\n", "never closed" },
        { "a,b\n1,x\"y\n", "quote" },
        { "a,a\n1,2\n", "twice" },
        { "a,\n1,2\n", "name" },
        { $"a,b\n1,\"{new string('x', 200_000)}\n", "longer" },
        { string.Join(',', Enumerable.Range(0, 251)) + "\n", "250" },
        { "a\n" + string.Concat(Enumerable.Repeat("1\n", 300_001)), "300000 rows" },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public async Task A_defective_file_is_refused_with_the_reason(string file, string reason)
    {
        using var asReference = await worker.PostAsync(file, Good);
        Assert.Contains("reference", await asReference.AssertProblemAsync(422), StringComparison.Ordinal);
        using var asCurrent = await worker.PostAsync(Good, file);
        var sentence = await asCurrent.AssertProblemAsync(422);
        Assert.Contains("current", sentence, StringComparison.Ordinal);
        Assert.True(sentence.Contains(reason, StringComparison.OrdinalIgnoreCase), sentence);
    }

    [Fact]
    public async Task Two_hundred_columns_are_compared()
    {
        var file = string.Join(',', Enumerable.Range(0, 200).Select(column => $"c{column}")) + "\n" + string.Join(',', Enumerable.Range(0, 200)) + "\n";
        using var response = await worker.PostAsync(file, file);
        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task An_image_is_refused()
    {
        using var response = await worker.PostAsync([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13], Encoding.UTF8.GetBytes(Good));
        await response.AssertProblemAsync(422);
    }

    [Fact]
    public async Task A_file_beyond_the_largest_is_refused_as_too_large()
    {
        using var response = await worker.PostAsync(new byte[CompareFixture.MaxFileBytes + 1], Encoding.UTF8.GetBytes(Good));
        await response.AssertProblemAsync(413);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        using var response = await worker.PostAsync(Encoding.UTF8.GetBytes(Good), null);
        Assert.Contains("current", await response.AssertProblemAsync(400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_wrong_media_type()
    {
        using var response = await worker.PostAsync(new StringContent("{}", Encoding.UTF8, "application/json"));
        await response.AssertProblemAsync(415);
    }

    [Theory]
    [InlineData("?methods=ks,magic", 400, "wasserstein")]
    [InlineData("?columns=a,nothing", 422, "nothing")]
    [InlineData("?adjust=perhaps", 400, "perhaps")]
    public async Task A_wrong_query_is_refused_with_what_to_do(string query, int status, string hint)
    {
        using var response = await worker.PostAsync(Good, Good, query);
        Assert.Contains(hint, await response.AssertProblemAsync(status), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_without_a_common_column_are_refused()
    {
        using var response = await worker.PostAsync("a\n1\n", "b\n1\n");
        await response.AssertProblemAsync(422);
    }
}
