using System.Text;

namespace Microsoft.ML.Tokenizers;

/// <summary>Byte-pair encoding over the bytes of UTF-8.</summary>
public sealed class BpeTokenizer : Tokenizer
{
    readonly Dictionary<string, int> _idOf;
    readonly Dictionary<int, string> _tokenOf;
    readonly Dictionary<(int Left, int Right), (int Rank, int Merged)> _merges = [];
    readonly PreTokenizer _preTokenizer;

    BpeTokenizer(BpeOptions options)
    {
        _idOf = new(options.Vocabulary, StringComparer.Ordinal);
        _tokenOf = _idOf.ToDictionary(entry => entry.Value, entry => entry.Key);
        _preTokenizer = options.PreTokenizer
            ?? throw new NotSupportedException("The stand-in of Microsoft.ML.Tokenizers needs a pre-tokenizer.");
        foreach (var merge in options.Merges ?? [])
        {
            var space = merge.IndexOf(' ', StringComparison.Ordinal);
            var (left, right) = (merge[..space], merge[(space + 1)..]);
            _merges.Add((IdOf(left), IdOf(right)), (_merges.Count, IdOf(left + right)));
        }
    }

    /// <summary>Token to id.</summary>
    public IReadOnlyDictionary<string, int> Vocabulary => _idOf;

    /// <summary>Makes a tokenizer.</summary>
    /// <exception cref="InvalidOperationException">A merge names a token that is not in the vocabulary.</exception>
    /// <exception cref="NotSupportedException">The options ask for characters instead of bytes, or have no pre-tokenizer.</exception>
    public static BpeTokenizer Create(BpeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.ByteLevel
            ? new(options)
            : throw new NotSupportedException("The stand-in of Microsoft.ML.Tokenizers encodes bytes only: set ByteLevel.");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> EncodeToIds(string text, bool considerPreTokenization = true, bool considerNormalization = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ids = new List<int>();
        foreach (var (offset, length) in considerPreTokenization ? _preTokenizer.PreTokenize(text) : [(0, text.Length)])
        {
            ids.AddRange(Merge(Symbols(text.AsSpan(offset, length))));
        }

        return ids;
    }

    /// <inheritdoc/>
    public override string Decode(IEnumerable<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var bytes = new List<byte>();
        foreach (var character in ids.SelectMany(id => _tokenOf.GetValueOrDefault(id, "")))
        {
            if (ByteAlphabet.TryRead(character, out var value))
            {
                bytes.Add(value);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    List<int> Symbols(ReadOnlySpan<char> piece)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(piece)];
        Encoding.UTF8.GetBytes(piece, bytes);
        var symbols = new List<int>(bytes.Length);
        foreach (var value in bytes)
        {
            if (_idOf.TryGetValue(ByteAlphabet.Write(value).ToString(), out var id))
            {
                symbols.Add(id);
            }
        }

        return symbols;
    }

    List<int> Merge(List<int> symbols)
    {
        while (symbols.Count > 1)
        {
            var (at, rank, merged) = (-1, int.MaxValue, 0);
            for (var i = 0; i + 1 < symbols.Count; i++)
            {
                if (_merges.TryGetValue((symbols[i], symbols[i + 1]), out var merge) && merge.Rank < rank)
                {
                    (at, rank, merged) = (i, merge.Rank, merge.Merged);
                }
            }

            if (at < 0)
            {
                break;
            }

            symbols[at] = merged;
            symbols.RemoveAt(at + 1);
        }

        return symbols;
    }

    int IdOf(string token) => _idOf.TryGetValue(token, out var id)
        ? id
        : throw new InvalidOperationException($"A merge names the token '{token}', which is not in the vocabulary.");
}
