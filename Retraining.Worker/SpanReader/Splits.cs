using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>Which side of a split a document is on.</summary>
public enum Split
{
    /// <summary>The model learns from it.</summary>
    Training,

    /// <summary>Never used in training; fixed by a hash of the document's id.</summary>
    HeldOut,

    /// <summary>Never used in training, and neither is any other document of its vendor.</summary>
    UnseenVendor,
}

/// <summary>The fixed splits of a set of documents.</summary>
public static class Splits
{
    const int HeldOutPercent = 20;
    const int UnseenVendorPercent = 12;

    /// <summary>The split of a document. Vendors are split first, so a held-out vendor has no document in training.</summary>
    /// <param name="id">The document's id.</param>
    /// <param name="group">Its vendor or template.</param>
    public static Split Of(string id, string group) =>
        Percentile("vendor", group) < UnseenVendorPercent ? Split.UnseenVendor
        : Percentile("document", id) < HeldOutPercent ? Split.HeldOut
        : Split.Training;

    /// <summary>A stable number from 0 to 99 that depends on the key only.</summary>
    public static int Percentile(string purpose, string key) =>
        (int)(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}:{key}"))) % 100);
}
