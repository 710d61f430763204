using AspireMl.Contracts.Models;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.Statistics.Sketches;

namespace AspireMl.Monitoring.Worker.Rows;

/// <summary>What a column of many rows leaves behind, in memory that does not grow with them.</summary>
abstract class ColumnSketch
{
    public abstract void Add(double value);

    public abstract ColumnValues ToValues();

    public static ColumnSketch Of(FeatureCard feature) =>
        feature.Kind == FeatureKinds.Categorical ? new Categories(feature.Values ?? []) : new Numbers();

    public static ColumnSketch Of(TargetCard target) => target.Labels is { } labels ? new Categories(labels) : new Numbers();

    sealed class Numbers : ColumnSketch
    {
        readonly NumericSketch _sketch = new();

        public override void Add(double value) => _sketch.Add(value);

        public override ColumnValues ToValues() => new NumericValues(_sketch.ToSample());
    }

    // Places mean different words in different lists, so words are what is counted.
    sealed class Categories(IReadOnlyList<string> words) : ColumnSketch
    {
        readonly CategorySketch _sketch = new();

        public override void Add(double value) => _sketch.Add(value >= 0 && value < words.Count ? words[(int)value] : null);

        public override ColumnValues ToValues() => new CategoricalValues(_sketch.ToCounts());
    }
}
