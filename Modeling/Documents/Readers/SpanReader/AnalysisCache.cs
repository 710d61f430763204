using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>
/// The analyses of the documents asked about last. An analysis takes a megabyte or two, so only a few are kept: enough
/// for the people who ask at the same time.
/// </summary>
internal sealed class AnalysisCache
{
    /// <summary>Most analyses kept.</summary>
    public const int Capacity = 16;

    readonly Lock _lock = new();
    readonly LinkedList<(OcrDocument Document, Lazy<DocumentAnalysis> Analysis)> _byUse = [];

    /// <summary>The analysis of a document, made by the first who asks.</summary>
    public DocumentAnalysis Get(OcrDocument document)
    {
        Lazy<DocumentAnalysis> analysis;
        lock (_lock)
        {
            var node = Find(document);
            if (node is null)
            {
                node = new((document, new(() => DocumentAnalysis.Of(document))));
                if (_byUse.Count == Capacity)
                {
                    _byUse.RemoveLast();
                }
            }
            else
            {
                _byUse.Remove(node);
            }

            _byUse.AddFirst(node);
            analysis = node.Value.Analysis;
        }

        return analysis.Value;
    }

    LinkedListNode<(OcrDocument Document, Lazy<DocumentAnalysis> Analysis)>? Find(OcrDocument document)
    {
        for (var node = _byUse.First; node is not null; node = node.Next)
        {
            if (ReferenceEquals(node.Value.Document, document))
            {
                return node;
            }
        }

        return null;
    }
}
