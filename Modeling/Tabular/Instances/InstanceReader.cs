using System.Text.Json;
using AspireMl.Contracts.Models;

namespace AspireMl.Modeling.Tabular.Instances;

/// <summary>
/// Reads rows from JSON, <c>{"instances": [{"feature": value, …}, …]}</c>, straight into the numbers that a model takes,
/// and says by name what does not fit the model's card. Safe for many threads.
/// </summary>
public sealed class InstanceReader
{
    const int FirstRows = 16;

    readonly FeatureColumn[] _columns;
    readonly Vocabulary _names;

    /// <summary>Prepares to read rows of these features.</summary>
    public InstanceReader(TabularCard card)
    {
        _columns = [.. card.Features.Select(feature => new FeatureColumn(feature))];
        _names = new(card.Features.Select(feature => feature.Name));
    }

    /// <summary>Reads all rows.</summary>
    /// <param name="json">The whole text in UTF-8.</param>
    /// <param name="mostRows">How many rows there may be.</param>
    /// <returns>The rows; dispose of them after use.</returns>
    /// <exception cref="InstancesRejectedException">It is not such JSON, has too many rows or none, or rows do not fit the card.</exception>
    public InstanceTable Read(ReadOnlySpan<byte> json, int mostRows)
    {
        var table = new InstanceTable(_columns.Length, Math.Min(mostRows, FirstRows));
        try
        {
            new InstanceRows(_columns, _names, mostRows, table).Read(json);
            return table;
        }
        catch (Exception failure)
        {
            table.Dispose();
            if (Explain(failure) is { } rejected)
            {
                throw rejected;
            }

            throw;
        }
    }

    static InstancesRejectedException? Explain(Exception failure) => failure switch
    {
        JsonException broken => new(
            InstancesRejection.Malformed, $"The text is not JSON: it breaks in line {broken.LineNumber + 1} at byte {broken.BytePositionInLine + 1}.", broken),
        InvalidOperationException notText => new(InstancesRejection.Malformed, "A text in the JSON is not UTF-8.", notText),
        _ => null,
    };
}
