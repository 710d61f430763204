using AspireMl.Simulator.Roasting;

namespace AspireMl.Simulator.Tests.Roasting;

public sealed class RoastingMachineTests
{
    static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);
    static readonly TimeSpan WarmUp = TimeSpan.FromHours(4);

    [Fact]
    public void The_same_seed_gives_the_same_series_and_another_another()
    {
        Assert.Equal(Series(7, 200).Select(Text), Series(7, 200).Select(Text));
        Assert.NotEqual(Series(7, 200).Select(Text), Series(8, 200).Select(Text));
    }

    [Fact]
    public void A_cold_machine_warms_up_and_never_leaves_what_burners_can_do()
    {
        var machine = new RoastingMachine(1, TimeSpan.FromMinutes(1));
        machine.Step();
        Assert.All(machine.Temperatures, temperature => Assert.InRange(temperature, 20, 120));

        for (var i = 0; i < 20_000; i++)
        {
            machine.Step();
            Assert.All(machine.Temperatures, temperature => Assert.InRange(temperature, 20, 700));
        }

        Assert.True(machine.Temperatures[2] > machine.Temperatures[0] + 50);
    }

    [Fact]
    public void Quality_lies_in_the_range_of_real_roasts_and_varies()
    {
        var quality = Warm(Series(3, 5000)).Select(reading => reading.Quality).ToArray();

        Assert.InRange(quality.Average(), 330, 430);
        Assert.InRange(Deviation(quality), 25, 70);
        Assert.All(quality, value => Assert.InRange(value, 220, 505));
    }

    [Fact]
    public void The_sensors_of_a_chamber_agree_within_their_noise() =>
        Assert.All(Series(4, 500), reading => Assert.All(Enumerable.Range(0, Reading.Chambers), chamber =>
            Assert.InRange(reading.Features[2 + (chamber * 3)] - reading.Features[4 + (chamber * 3)], -15, 7)));

    [Fact]
    public void A_recipe_change_moves_the_machine_and_its_quality()
    {
        var (usual, other) = (Warm(Series(5, 3000)), Warm(Series(5, 3000, Scenario.RecipeChange)));

        Assert.InRange(Mean(usual, 8) - Mean(other, 8), 40, 50);
        Assert.True(usual.Average(reading => reading.Quality) > other.Average(reading => reading.Quality) + 5);
    }

    [Fact]
    public void A_creeping_offset_touches_the_sensors_of_one_chamber_only()
    {
        var series = Series(6, 300);
        var shown = Scenario.SensorOffset.Apply(series[^1], series[0]);

        Assert.Equal(60, shown.Features[8] - series[^1].Features[8], 1e-6);
        Assert.Equal(series[^1].Features.Where((_, i) => i is < 8 or > 10), shown.Features.Where((_, i) => i is < 8 or > 10));
        Assert.Equal(series[0].Features, Scenario.SensorOffset.Apply(series[0], series[0]).Features);
    }

    [Fact]
    public void A_stuck_sensor_repeats_and_missing_values_are_about_a_tenth()
    {
        var series = Series(6, 500);

        Assert.Single(series.Select(reading => Scenario.StuckSensor.Apply(reading, series[3]).Features[6]).Distinct());
        var missing = series.Average(reading => Scenario.MissingValues.Apply(reading, series[0]).Features.Count(double.IsNaN) / 17.0);
        Assert.InRange(missing, 0.07, 0.13);
        Assert.True(Scenario.Burst.Pace() > Scenario.Normal.Pace());
    }

    [Fact]
    public void Features_carry_their_names()
    {
        Assert.Equal(17, Reading.Names.Count);
        Assert.Equal(["h_data", "ah_data", "t_data_1_1"], Reading.Names.Take(3));
        Assert.Equal("t_data_5_3", Reading.Names[^1]);
        Assert.Equal(17, Series(1, 1)[0].Features.Count);
    }

    static Reading[] Series(int seed, int count, Scenario scenario = Scenario.Normal)
    {
        var machine = new RoastingMachine(seed, FiveMinutes);
        return [.. Enumerable.Range(0, count).Select(_ => machine.Step(scenario))];
    }

    static Reading[] Warm(Reading[] series) => [.. series.Where(reading => reading.At > WarmUp)];

    static double Mean(Reading[] series, int feature) => series.Average(reading => reading.Features[feature]);

    static double Deviation(double[] values) => Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2)));

    static string Text(Reading reading) => $"{reading.At} {string.Join(' ', reading.Features)} {reading.Quality}";
}
