using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AspireMl.Inference.Api.Capture;

/// <summary>An entry as a line of the journal: JSON, where arrays of numbers are the base64 of their bytes, little-endian.</summary>
static class CaptureLine
{
    const byte End = (byte)'\n';

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Numbers outside of those arrays may be NaN too.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new RawFloats(), new RawFloatArray() },
    };

    /// <summary>Writes an entry with the end of its line.</summary>
    public static void Write(IBufferWriter<byte> buffer, CaptureEntry entry)
    {
        using (var writer = new Utf8JsonWriter(buffer))
        {
            JsonSerializer.Serialize(writer, entry, Json);
        }

        buffer.GetSpan(1)[0] = End;
        buffer.Advance(1);
    }

    /// <summary>The entries of a file. What follows the last end of a line was being written when the process was killed, and is left out.</summary>
    /// <exception cref="JsonException">A line is damaged.</exception>
    public static IReadOnlyList<CaptureEntry> ReadAll(ReadOnlySpan<byte> lines)
    {
        var entries = new List<CaptureEntry>();
        for (int length; (length = lines.IndexOf(End)) >= 0; lines = lines[(length + 1)..])
        {
            var entry = JsonSerializer.Deserialize<CaptureEntry>(lines[..length], Json);
            entries.Add(entry is { Record: not null } or { Rows: not null } or { Feedback: not null } ? entry : throw new JsonException("A line holds nothing to be recorded."));
        }

        return entries;
    }
}
