using System.Runtime.InteropServices;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.Statistics.Drift;
using AspireMl.Statistics.Numeric;
using AspireMl.Statistics.Sketches;

namespace AspireMl.Monitoring.Worker.Comparison;

/// <summary>A column of a file, kept as what it may turn out to be: numbers, categories, or both until its kind is known.</summary>
/// <param name="name">Its name in the header.</param>
/// <param name="kind">Its kind where another file has settled it; null where the values decide.</param>
sealed class CsvColumn(string name, ColumnKind? kind = null)
{
    readonly ColumnKindGuess _guess = new();
    readonly CategorySketch _categories = new();
    List<double> _numbers = [];

    public string Name => name;

    public ColumnKind Kind => kind ?? _guess.Kind;

    public void Add(string value)
    {
        if (kind != ColumnKind.Numeric)
        {
            _categories.Add(value);
        }

        if (kind == ColumnKind.Categorical || _guess.HasText && kind is null)
        {
            // Nothing will ask for its numbers any more.
            _numbers = [];
            return;
        }

        _numbers.Add(_guess.Add(value));
    }

    public ColumnValues ToValues() => Kind == ColumnKind.Numeric
        ? new NumericValues(SortedSample.Of(CollectionsMarshal.AsSpan(_numbers)))
        : new CategoricalValues(_categories.ToCounts());
}
