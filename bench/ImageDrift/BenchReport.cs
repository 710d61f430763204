namespace AspireMl.Bench.ImageDrift;

/// <summary>The figures of a run.</summary>
internal sealed record BenchReport(string Date, string Machine, int Processors, string Model, int Draws, int Images, IReadOnlyList<ConditionRates> Conditions)
{
    public void Print(TextWriter writer)
    {
        writer.WriteLine($"{Date}, {Machine}, {Processors} processors; {Model}; {Draws} draws of {Images} images");
        writer.WriteLine();
        writer.WriteLine($"{"",-32}{string.Concat(Conditions.Select(condition => $"{condition.Condition,24}"))}");
        foreach (var detector in Conditions[0].Detectors.Select(rate => rate.Detector))
        {
            Print(writer, detector, condition => condition.Detectors.Single(rate => rate.Detector == detector).Rate);
        }

        Print(writer, "the report gives alarm", condition => condition.Verdict);
    }

    void Print(TextWriter writer, string name, Func<ConditionRates, double> rate) =>
        writer.WriteLine($"{name,-32}{string.Concat(Conditions.Select(condition => FormattableString.Invariant($"{rate(condition),24:P1}")))}");
}
