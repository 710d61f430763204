using System.ComponentModel.DataAnnotations;

namespace AspireMl.Modeling.Documents.Ocr;

/// <summary>Bounds of the cache of pages that were read.</summary>
public sealed class OcrCacheOptions
{
    /// <value>Most documents kept. Default 500, from 0 (none) to 100,000.</value>
    [Range(0, 100_000)]
    public int MaxDocuments { get; set; } = 500;

    /// <value>Most bytes kept, estimated. Default 128 MiB, from 0 to 16 GiB.</value>
    [Range(0L, 17_179_869_184L)]
    public long MaxBytes { get; set; } = 134_217_728;
}

/// <summary>Keeps what was read, by the hash of the uploaded bytes; the least recently used goes first. Safe for use by many threads.</summary>
/// <param name="options">Bounds.</param>
public sealed class OcrCache(OcrCacheOptions options)
{
    readonly Lock _lock = new();
    readonly Dictionary<string, LinkedListNode<Entry>> _byHash = new(StringComparer.Ordinal);
    readonly LinkedList<Entry> _byUse = new();
    long _bytes;

    /// <summary>Documents kept now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byHash.Count;
            }
        }
    }

    /// <summary>Estimated bytes kept now.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
            {
                return _bytes;
            }
        }
    }

    /// <summary>The document with this hash, or null.</summary>
    /// <param name="hash">SHA-256 of the uploaded bytes, lower-case hex.</param>
    public OcrDocument? Find(string hash)
    {
        lock (_lock)
        {
            if (!_byHash.TryGetValue(hash, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Document;
        }
    }

    /// <summary>Keeps a document, unless it is larger than the whole cache.</summary>
    /// <param name="hash">SHA-256 of the uploaded bytes, lower-case hex.</param>
    /// <param name="document">What was read.</param>
    public void Keep(string hash, OcrDocument document)
    {
        var entry = new Entry(hash, document, DocumentSize.Estimate(document));
        lock (_lock)
        {
            if (_byHash.ContainsKey(hash) || entry.Bytes > options.MaxBytes || options.MaxDocuments == 0)
            {
                return;
            }

            _byHash.Add(hash, _byUse.AddFirst(entry));
            _bytes += entry.Bytes;
            while (_byHash.Count > options.MaxDocuments || _bytes > options.MaxBytes)
            {
                var oldest = _byUse.Last!.Value;
                _byUse.RemoveLast();
                _byHash.Remove(oldest.Hash);
                _bytes -= oldest.Bytes;
            }
        }
    }

    sealed record Entry(string Hash, OcrDocument Document, long Bytes);
}
