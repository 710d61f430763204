using System.Text.Json.Serialization;
using AspireMl.Contracts.Inferences;
using AspireMl.Storage.Documents;
using AspireMl.Storage.Images;
using AspireMl.Storage.Tabular;

namespace AspireMl.Inference.Api.Capture;

/// <summary>Something that is to be recorded: an answer with its pictures, answered rows, or a person's word on an answer.</summary>
sealed class CaptureEntry
{
    // Estimates: a word with its text and box, and an entry with nothing in it.
    const int WordBytes = 200;
    const int EmptyBytes = 1000;

    /// <summary>The answer.</summary>
    public InferenceRecord? Record { get; init; }

    /// <summary>The answer's image; null once the object store has it.</summary>
    public byte[]? Image { get; set; }

    /// <summary>The heat map that came with the answer, if any; null once the object store has it.</summary>
    public byte[]? Heatmap { get; set; }

    /// <summary>What drift of images is measured on, when the answer is a classification.</summary>
    public ImageInference? Classified { get; init; }

    /// <summary>The answered rows of one request.</summary>
    public TabularBatch? Rows { get; init; }

    /// <summary>The word.</summary>
    public FeedbackEntry? Feedback { get; init; }

    /// <summary>The file that keeps the entry, or null; the journal's side.</summary>
    [JsonIgnore]
    public JournalFile? File { get; set; }

    /// <summary>Its place in the line.</summary>
    [JsonIgnore]
    public long Number { get; set; }

    /// <summary>What it is about; of rows the first one.</summary>
    [JsonIgnore]
    public Guid InferenceId => Record?.InferenceId ?? Feedback?.InferenceId ?? Rows!.Ids[0];

    /// <summary>How many inferences it is.</summary>
    [JsonIgnore]
    public int Inferences => Rows?.Ids.Count ?? 1;

    /// <summary>Bytes of the pictures.</summary>
    [JsonIgnore]
    public long PictureBytes => (Image?.Length ?? 0) + (Heatmap?.Length ?? 0);

    /// <summary>About how many bytes it holds.</summary>
    [JsonIgnore]
    public long Bytes => EmptyBytes + PictureBytes + ((Record?.Words?.Count ?? 0) * WordBytes) + ClassifiedBytes + RowsBytes;

    long ClassifiedBytes => Classified is null ? 0 : sizeof(float) * ((long)Classified.Embedding.Length + Classified.Probabilities.Length);

    long RowsBytes => Rows is null ? 0 : (Rows.Ids.Count * 16) + (sizeof(float) * ((long)Rows.Features.Length + Rows.Predictions.Length + Rows.Probabilities.Length));
}
