using System.Globalization;
using AspireMl.Contracts.Models;
using AspireMl.Contracts.Tabular;
using CsvHelper;

namespace AspireMl.Frontend.Blazor.Predicting;

/// <summary>A file with what the model gave for its rows.</summary>
internal sealed record PredictedFile(
    string Name, string[] Header, IReadOnlyList<string[]> Rows, IReadOnlyList<TabularPrediction> Predictions, IReadOnlyList<string> Warnings)
{
    /// <summary>The same rows with a column for the prediction, UTF-8.</summary>
    public byte[] ToCsv(ModelCard card)
    {
        using var content = new MemoryStream();
        using (var csv = CsvWriter.Create(content, new CsvWriterOptions(), leaveOpen: true))
        {
            csv.WriteHeader([.. Header, $"predicted_{PredictionText.Target(card)}"]);
            for (var row = 0; row < Rows.Count; row++)
            {
                csv.WriteRecord([.. Rows[row], Predictions[row].Label ?? Predictions[row].Value?.ToString("R", CultureInfo.InvariantCulture) ?? ""]);
            }
        }

        return content.ToArray();
    }
}
