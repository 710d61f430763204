using System.Text;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.Tabular.Instances;

namespace AspireMl.Modeling.Tests.Tabular.Instances;

public sealed class InstanceReaderTests
{
    const int MostRows = 10_000;

    static readonly InstanceReader Reader = new(new()
    {
        Target = new("quality"),
        Features =
        [
            new() { Name = "heat", Kind = FeatureKinds.Numeric, Minimum = 0, Maximum = 10 },
            new() { Name = "load", Kind = FeatureKinds.WholeNumber, Minimum = 0, Maximum = 100, Strict = true },
            new() { Name = "größe", Kind = FeatureKinds.Categorical, Values = ["fine", "coarse \"x\""] },
            new() { Name = "draft", Kind = FeatureKinds.Numeric, Minimum = 0, Missing = FeatureCard.MissingAllowed },
        ],
    });

    [Fact]
    public void Rows_are_read_in_the_order_of_the_card_whatever_their_own()
    {
        using var table = Read("""{"instances":[{"heat":1.5,"load":2,"größe":"fine","draft":4}, {"draft":null,"gr\u00f6\u00dfe":"coarse \"x\"","load":3e1,"heat":-0}]}""");

        Assert.Equal([1.5f, 2, 0, 4, 0, 30, 1, float.NaN], table.Values.ToArray());
        Assert.Equal((2, 1), (table.Rows, table.Missing));
        Assert.Empty(table.Warnings);
    }

    [Fact]
    public void Values_outside_a_range_that_is_not_strict_are_answered_with_a_warning()
    {
        using var table = Read("""{"instances":[{"heat":1,"load":2,"größe":"fine"},{"heat":11,"load":2,"größe":"fine"},{"heat":-1,"load":2,"größe":"fine","draft":-1}]}""");

        Assert.Equal([("heat", 2, 2), ("draft", 1, 3)], table.Warnings.Select(warning => (warning.Feature.Name, warning.Rows, warning.FirstRow)));
        Assert.Equal(["from 0 to 10", "at least 0"], table.Warnings.Select(warning => warning.Feature.ToString()));
    }

    [Theory]
    [InlineData("""{"heat":"hot","load":2,"größe":"fine"}""", "row 1: heat must be a number")]
    [InlineData("""{"heat":{"a":[1]},"load":2,"größe":"fine"}""", "row 1: heat must be a number")]
    [InlineData("""{"heat":true,"load":2,"größe":"fine"}""", "row 1: heat must be a number")]
    [InlineData("""{"heat":"NaN","load":2,"größe":"fine"}""", "row 1: heat must be a number")]
    [InlineData("""{"heat":1e39,"load":2,"größe":"fine"}""", "row 1: heat must be a number of single precision, which ends at 3.4E+38")]
    [InlineData("""{"heat":1e999,"load":2,"größe":"fine"}""", "row 1: heat must be a number of single precision, which ends at 3.4E+38")]
    [InlineData("""{"heat":1,"load":2.5,"größe":"fine"}""", "row 1: load must be a whole number")]
    [InlineData("""{"heat":1,"load":"2","größe":"fine"}""", "row 1: load must be a whole number")]
    [InlineData("""{"heat":1,"load":101,"größe":"fine"}""", "row 1: load must be from 0 to 100")]
    [InlineData("""{"heat":1,"load":2,"größe":"medium"}""", "row 1: größe must be one of fine, coarse \"x\"")]
    [InlineData("""{"heat":1,"load":2,"größe":1}""", "row 1: größe must be one of fine, coarse \"x\"")]
    [InlineData("""{"load":2,"größe":"fine"}""", "row 1: heat is missing")]
    [InlineData("""{"heat":null,"load":2,"größe":"fine"}""", "row 1: heat is missing")]
    [InlineData("""{"heat":1,"heat":2,"load":2,"größe":"fine"}""", "row 1: heat is there twice")]
    [InlineData("""{"heat":1,"load":2,"größe":"fine","colour":{"heat":3}}""", "row 1: 'colour' is not a feature of the model")]
    [InlineData("""{"heat":1,"load":2,"größe":"fine","a\u0007b":3}""", "row 1: 'ab' is not a feature of the model")]
    [InlineData("3", "row 1: it is not an object")]
    [InlineData("[[1]]", "row 1: it is not an object")]
    public void A_row_that_does_not_fit_the_card_is_refused_by_name(string row, string defect)
    {
        var refused = Refused($$"""{"instances":[{{row}},{"heat":1,"load":2,"größe":"fine"}]}""");
        Assert.Equal((InstancesRejection.Unusable, $"1 of 2 rows cannot be answered; {defect}."), (refused.Reason, refused.Message));
    }

    [Fact]
    public void Of_many_bad_rows_the_first_few_defects_are_told_and_all_rows_are_counted()
    {
        var rows = string.Join(',', Enumerable.Repeat("""{"heat":"x","load":2,"größe":"fine","other":1}""", 50));
        var refused = Refused($$"""{"instances":[{{rows}}]}""");

        Assert.StartsWith("50 of 50 rows cannot be answered; row 1: heat must be a number; row 1: 'other'", refused.Message, StringComparison.Ordinal);
        Assert.Equal(5, refused.Message.Split("row ").Length - 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"rows":[]}""")]
    [InlineData("""{"instances":{}}""")]
    [InlineData("""{"instances":[],"more":1}""")]
    [InlineData("""{"instances":[]} {}""")]
    [InlineData("""{"instances":[{"heat":NaN}]}""")]
    [InlineData("""{"instances":[{"heat":1,}]}""")]
    [InlineData("""{"instances":[{"heat":1""")]
    public void What_is_not_the_expected_json_is_malformed(string json) => Assert.Equal(InstancesRejection.Malformed, Refused(json).Reason);

    [Fact]
    public void Text_that_is_not_utf8_is_malformed()
    {
        byte[] json = [.. "{\"instances\":[{\""u8, 0xFF, 0xFE, .. "\":1}]}"u8];
        Assert.Equal(InstancesRejection.Malformed, Assert.Throws<InstancesRejectedException>(() => Reader.Read(json, MostRows)).Reason);
    }

    [Fact]
    public void One_row_more_than_allowed_is_too_many_and_none_is_too_few()
    {
        const string Row = """{"heat":1,"load":2,"größe":"fine"}""";
        using var table = Read($$"""{"instances":[{{string.Join(',', Enumerable.Repeat(Row, MostRows))}}]}""");

        Assert.Equal((MostRows, 4 * MostRows), (table.Rows, table.Values.Length));
        Assert.Equal(InstancesRejection.TooMany, Refused($$"""{"instances":[{{string.Join(',', Enumerable.Repeat(Row, MostRows + 1))}}]}""").Reason);
        Assert.Equal(InstancesRejection.Unusable, Refused("""{"instances":[]}""").Reason);
    }

    [Fact]
    public void A_name_of_a_megabyte_is_an_unknown_feature_told_in_few_words()
    {
        var refused = Refused($$"""{"instances":[{"heat":1,"load":2,"größe":"fine","{{new string('n', 1 << 20)}}":1}]}""");
        Assert.InRange(refused.Message.Length, 100, 200);
    }

    static InstanceTable Read(string json) => Reader.Read(Encoding.UTF8.GetBytes(json), MostRows);

    static InstancesRejectedException Refused(string json) => Assert.Throws<InstancesRejectedException>(() => Read(json));
}
