using AspireMl.Statistics.Multiple;
using FsCheck;
using FsCheck.Fluent;

namespace AspireMl.Statistics.Tests.Multiple;

public sealed class BenjaminiHochbergTests
{
    static readonly Arbitrary<double[]> PValues = Gen.Choose(0, 1000).Select(value => value / 1000.0).ArrayOf().ToArbitrary();

    [Fact]
    public void Fifteen_p_values_of_the_paper_give_its_four_discoveries()
    {
        double[] published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000];
        Assert.Equal(4, BenjaminiHochberg.Adjust(published).Count(adjusted => adjusted <= 0.05));
    }

    [Fact]
    public void Adjusting_keeps_the_order_and_never_lowers() => Prop.ForAll(PValues, values =>
    {
        var adjusted = BenjaminiHochberg.Adjust(values);
        Array.Sort(values.ToArray(), adjusted);
        return adjusted.SequenceEqual(adjusted.Order()) && values.Order().Zip(adjusted).All(pair => pair.Second >= pair.First && pair.Second <= 1);
    }).Check(Samples.Quick);

    [Fact]
    public void What_is_no_p_value_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => BenjaminiHochberg.Adjust([0.5, double.NaN]));
}
