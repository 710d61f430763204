namespace AspireMl.Bench.Faults;

/// <summary>What a fault did to the watching and to the training.</summary>
/// <param name="Fault">What went wrong.</param>
/// <param name="Reports">Reports that were made during it.</param>
/// <param name="ReportSeconds">From its end to the next report.</param>
/// <param name="Twice">Reports beyond those that were due from the first to the last; those that were missed may be made up for.</param>
/// <param name="Run">How the training that was under way ended.</param>
/// <param name="Attempts">How often the run was taken up.</param>
/// <param name="RunSeconds">From the fault's end to the run's; 0 where it had ended by then.</param>
/// <param name="Versions">Versions that are registered beside the delivered one; a run registers one or none.</param>
internal sealed record WorkerOutcome(string Fault, int Reports, double ReportSeconds, int Twice, string Run, int Attempts, double RunSeconds, long Versions)
{
    public const string Header =
        """
        | fault | reports during it | next report after | reports twice | the run | taken up | ended after | new versions |
        |---|---|---|---|---|---|---|---|
        """;

    public override string ToString() => $"| {Fault} | {Reports} | {ReportSeconds:F1} s | {Twice} | {Run} | {Attempts} | {RunSeconds:F1} s | {Versions} |";
}
