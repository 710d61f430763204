namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>Turns the place of a word in one list into its place in another; numbers pass as they are.</summary>
sealed class PlaceMap
{
    readonly double[]? _places;

    public PlaceMap(IReadOnlyList<string>? from, IReadOnlyList<string>? to)
    {
        if (from is null || to is null || from.SequenceEqual(to))
        {
            return;
        }

        var known = to.Select((word, place) => (word, place)).ToDictionary(pair => pair.word, pair => (double)pair.place);
        _places = [.. from.Select(word => known.GetValueOrDefault(word, double.NaN))];
    }

    public double Convert(double value) =>
        _places is null ? value : value >= 0 && value < _places.Length ? _places[(int)value] : double.NaN;
}
