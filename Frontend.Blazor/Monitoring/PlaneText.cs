using System.Globalization;
using AspireMl.Contracts.Monitoring;
using AspireMl.Frontend.Blazor.Charts;

namespace AspireMl.Frontend.Blazor.Monitoring;

/// <summary>Reports of images in pictures.</summary>
internal static class PlaneText
{
    const string Reference = "Reference";
    const string Now = "Now";

    /// <summary>Both sides as points.</summary>
    public static ChartData Points(EmbeddingPlane plane) => ChartData.Scatter((Reference, [.. plane.Reference.Select(Place)]), (Now, [.. plane.Current.Select(Place)]));

    /// <summary>Where each label's images lie on both sides.</summary>
    public static ChartTable Table(EmbeddingPlane plane) => new(
        ["Label", "Side", "Images", "Mean along the first component", "along the second"],
        [.. Rows(Reference, plane.Reference), .. Rows(Now, plane.Current)]);

    /// <summary>How common each label is on both sides, as bars.</summary>
    public static ChartData Shares(LabelDrift drift) => new(
        "bar", "value", [.. drift.Labels.Select(label => label.Label)],
        [new(Reference, [.. drift.Labels.Select(label => (double?)Percent(label.Shares.Reference))]), new(Now, [.. drift.Labels.Select(label => (double?)Percent(label.Shares.Current))])]);

    /// <summary>The same as a table.</summary>
    public static ChartTable Table(LabelDrift drift) => new(
        ["Label", "Reference, %", "Now, %"],
        [.. drift.Labels.Select(label => (IReadOnlyList<string>)[label.Label, Text(Percent(label.Shares.Reference)), Text(Percent(label.Shares.Current))])]);

    static IEnumerable<IReadOnlyList<string>> Rows(string side, IReadOnlyList<PlanePoint> points) =>
        from point in points
        group point by point.Label into images
        orderby images.Key
        select (IReadOnlyList<string>)[images.Key, side, $"{images.Count()}", Text(images.Average(point => point.X)), Text(images.Average(point => point.Y))];

    static IReadOnlyList<double> Place(PlanePoint point) => [Math.Round(point.X, 4), Math.Round(point.Y, 4)];

    static double Percent(double share) => Math.Round(share * 100, 2);

    static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
