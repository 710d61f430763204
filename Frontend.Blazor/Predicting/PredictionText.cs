using System.Globalization;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Tabular;

namespace AspireMl.Frontend.Blazor.Predicting;

/// <summary>Predictions in words.</summary>
internal static class PredictionText
{
    /// <summary>A number with its unit, or a label and how probable it is.</summary>
    public static string Of(TabularPrediction prediction, ModelCard card) => prediction switch
    {
        { Label: { } label, Probabilities: { } probabilities } => string.Create(CultureInfo.InvariantCulture, $"{label} ({probabilities[label] * 100:F0} %)"),
        { Value: { } value } => $"{value.ToString("G6", CultureInfo.InvariantCulture)} {card.Tabular?.Target.Unit}".TrimEnd(),
        _ => "–",
    };

    /// <summary>What is predicted.</summary>
    public static string Target(ModelCard card) => card.Tabular?.Target.Name ?? "";
}
