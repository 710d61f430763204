using System.Text.Json;

namespace AspireMl.Frontend.Blazor.Data;

/// <summary>Rows in words.</summary>
internal static class RowText
{
    public static string Cell(JsonElement cell) => cell.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? "–" : cell.ToString();
}
