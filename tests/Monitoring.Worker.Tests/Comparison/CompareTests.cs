using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using AspireMl.Contracts.Monitoring;
using AspireMl.Statistics.Tests;

namespace AspireMl.Monitoring.Worker.Tests.Comparison;

public sealed class CompareTests(CompareFixture worker) : IClassFixture<CompareFixture>
{
    [Fact]
    public async Task Compare_tells_which_columns_drifted_by_which_method()
    {
        var report = await CompareAsync(Csv(200, shift: 0), Csv(300, shift: 40), "?methods=ks,wasserstein,js");

        Assert.Equal(new(200, 300), report.Rows);
        Assert.Equal(["temperature", "colour"], report.Columns.Select(column => column.Name));
        var (temperature, colour) = (report.Columns[0], report.Columns[1]);
        Assert.Equal((ColumnKinds.Numeric, true), (temperature.Kind, temperature.Drifted));
        Assert.Equal(["ks", "wasserstein", "js"], temperature.Results.Select(result => result.Method));
        Assert.Equal((ColumnKinds.Categorical, false), (colour.Kind, colour.Drifted));
        Assert.Equal(["js"], colour.Results.Select(result => result.Method));
        Assert.InRange(temperature.Results[0].PValue!.Value, 0, 0.001);
        Assert.Equal((true, 0.5), (report.Drifted, report.Share));
    }

    [Fact]
    public async Task A_file_does_not_drift_from_itself()
    {
        var report = await CompareAsync(Csv(200, 0), Csv(200, 0));

        Assert.False(report.Drifted);
        Assert.Equal(0, report.Share);
        Assert.All(report.Columns.SelectMany(column => column.Results), result => Assert.Equal(0, result.Statistic));
    }

    [Fact]
    public async Task Columns_narrow_the_comparison_and_headers_pair_by_name_not_by_place()
    {
        var report = await CompareAsync("a,b\n1.5,x\n2.5,y\n", "b,a,c\nx,1.5,7\ny,2.5,8\n", "?columns=a");
        Assert.Equal(["a"], report.Columns.Select(column => column.Name));

        var all = await CompareAsync("a,b,d\n1.5,x,0\n2.5,y,0\n", "b,a,c\nx,1.5,7\ny,2.5,8\n");
        Assert.Equal(["a", "b"], all.Columns.Select(column => column.Name));
        Assert.Equal(["d", "c"], all.Uncompared);
    }

    [Fact]
    public async Task Byte_order_mark_semicolons_quotes_and_line_breaks_in_quotes_are_read()
    {
        var report = await CompareAsync("\uFEFFa;b\r\n1,5;\"two\nlines\"\r\n2,5;\"a \"\"word\"\"\"\r\n", "a;b\n1,5;\"two\nlines\"\n2,5;\"a \"\"word\"\"\"\n");
        Assert.Equal(["a", "b"], report.Columns.Select(column => column.Name));
        Assert.False(report.Drifted);
    }

    [Fact]
    public async Task What_is_no_number_in_a_numeric_column_is_counted_as_missing()
    {
        var report = await CompareAsync("a\n1.5\n2.25\n\"\"\n3.125\n", "a\n1.5\nn/a\n\"\"\n3.125\n");
        Assert.Equal(new(1, 2), report.Columns[0].Missing);
    }

    [Fact]
    public async Task Adjusted_p_values_are_larger()
    {
        var plain = await CompareAsync(Csv(60, 0), Csv(60, 12), "?methods=ks,chisquare,mannwhitney");
        var adjusted = await CompareAsync(Wide(60, 0), Wide(60, 12), "?methods=ks&adjust=true");
        var single = plain.Columns[0].Results.Single(result => result.Method == "ks").PValue!.Value;
        Assert.True(adjusted.Columns.Single(column => column.Name == "temperature").Results[0].PValue > single);
    }

    [TabularFact]
    public async Task On_the_bicycle_data_season_is_flagged_and_working_day_is_not()
    {
        var report = await CompareAsync(
            File.ReadAllText(Path.Combine(TabularFiles.Folder, "bike_train.csv")), File.ReadAllText(Path.Combine(TabularFiles.Folder, "bike_test.csv")));

        Assert.Equal(new(13949, 3430), report.Rows);
        Assert.True(report.Columns.Single(column => column.Name == "season").Drifted);
        Assert.False(report.Columns.Single(column => column.Name == "workingday").Drifted);
    }

    async Task<FileDriftReport> CompareAsync(string reference, string current, string query = "")
    {
        using var response = await worker.PostAsync(reference, current, query);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<FileDriftReport>())!;
    }

    static string Csv(int rows, double shift) => Lines("temperature,colour", rows, row => $"{Value(row, shift)},{(row % 2 == 0 ? "red" : "green")}");

    static string Wide(int rows, double shift) =>
        Lines("temperature,b,c,d", rows, row => $"{Value(row, shift)},{Value(row, 0)},{Value(row, 0)},{Value(row, 0)}");

    static string Value(int row, double shift) => ((row * 7919 % 100) + (row / 1000.0) + shift).ToString(CultureInfo.InvariantCulture);

    static string Lines(string header, int rows, Func<int, string> line) =>
        Enumerable.Range(0, rows).Aggregate(new StringBuilder(header).Append('\n'), (text, row) => text.Append(line(row)).Append('\n')).ToString();
}
