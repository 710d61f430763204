using System.Globalization;
using AspireMl.Contracts.Models;

namespace AspireMl.Modeling.Tabular.Instances;

/// <summary>A feature's name and the range that its card states.</summary>
/// <param name="Name">The name.</param>
/// <param name="Minimum">The least value; minus infinity where none is stated.</param>
/// <param name="Maximum">The greatest value; infinity where none is stated.</param>
public sealed record FeatureRange(string Name, double Minimum, double Maximum)
{
    internal static FeatureRange Of(FeatureCard card) =>
        new(card.Name, card.Minimum ?? double.NegativeInfinity, card.Maximum ?? double.PositiveInfinity);

    internal bool Holds(double value) => value >= Minimum && value <= Maximum;

    /// <summary>For example <c>from 0 to 100</c> or <c>at least 0</c>.</summary>
    public override string ToString() =>
        double.IsInfinity(Minimum) ? string.Create(CultureInfo.InvariantCulture, $"at most {Maximum}")
        : double.IsInfinity(Maximum) ? string.Create(CultureInfo.InvariantCulture, $"at least {Minimum}")
        : string.Create(CultureInfo.InvariantCulture, $"from {Minimum} to {Maximum}");
}
