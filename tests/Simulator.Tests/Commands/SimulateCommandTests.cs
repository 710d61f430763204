using AspireMl.Simulator.Commands;
using AspireMl.Simulator.Roasting;

namespace AspireMl.Simulator.Tests.Commands;

public sealed class SimulateCommandTests
{
    [Fact]
    public void The_file_has_a_header_and_a_row_for_each_reading()
    {
        var lines = Lines(Scenario.Normal);

        Assert.Equal(51, lines.Length);
        Assert.StartsWith("h_data,ah_data,t_data_1_1,", lines[0], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(18, line.Split(',').Length));
        Assert.Equal(lines, Lines(Scenario.Normal));
    }

    [Fact]
    public void Missing_values_are_empty_fields() =>
        Assert.Contains(Lines(Scenario.MissingValues), line => line.Contains(",,", StringComparison.Ordinal));

    static string[] Lines(Scenario scenario)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        SimulateCommand.Write(writer, 50, 11, scenario);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }
}
