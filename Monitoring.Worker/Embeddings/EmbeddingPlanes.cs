using AspireMl.Contracts.Monitoring;
using AspireMl.Statistics.Embeddings;

namespace AspireMl.Monitoring.Worker.Embeddings;

/// <summary>Lays images out in a plane.</summary>
static class EmbeddingPlanes
{
    const int MostPoints = 500;

    /// <summary>The plane of the reference's embeddings, or of its probabilities when there are no embeddings.</summary>
    public static EmbeddingPlane Of(ComparedImages reference, ComparedImages current, IReadOnlyList<string> labels)
    {
        var (before, now) = reference.Projections is { } projections && current.Projections is { } others
            ? (projections, others)
            : (reference.Probabilities, current.Probabilities);
        var plane = new PrincipalPlane(before);
        return new(plane.Explained, Points(plane, reference, before, labels), Points(plane, current, now, labels));
    }

    static PlanePoint[] Points(PrincipalPlane plane, ComparedImages images, EmbeddingRows rows, IReadOnlyList<string> labels) =>
        [.. Enumerable.Range(0, Math.Min(MostPoints, images.Count)).Select(image =>
        {
            var (x, y) = plane.Project(rows[image]);
            return new PlanePoint(x, y, labels[images.Predicted[image]], images.Ids.Count > 0 ? images.Ids[image] : null);
        })];
}
