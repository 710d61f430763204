using System.Globalization;
using AspireMl.Contracts.Models;

namespace AspireMl.Frontend.Blazor.Predicting;

/// <summary>What features add, in the words of the card's link: contributions add up before it.</summary>
internal static class ContributionText
{
    /// <summary>Where the contributions start from.</summary>
    public static string Base(double expected, string? link) => link switch
    {
        null or TabularLinks.Identity => $"The model's average is {Number(expected)}; these move it to this prediction.",
        TabularLinks.Log => $"The model starts from {Number(Math.Exp(expected))}; each of these raises or lowers that by so many per cent.",
        _ => $"Before they become a probability the model starts from {Number(expected)}, and these are added.",
    };

    /// <summary>One contribution.</summary>
    public static string Of(double value, string? link) =>
        link == TabularLinks.Log ? $"{Signed((Math.Exp(value) - 1) * 100)} %" : Signed(value);

    static string Signed(double value) => (value >= 0 ? "+" : "−") + Number(Math.Abs(value));

    static string Number(double value) => value.ToString(Math.Abs(value) < 0.001 ? "0.######" : "G4", CultureInfo.InvariantCulture);
}
