namespace AspireMl.Bench.Faults;

/// <summary>What a fault did.</summary>
/// <param name="Fault">What went wrong.</param>
/// <param name="Answered">Requests that were answered from the fault's begin to its end, by kind.</param>
/// <param name="Refused">Requests that were not, by kind.</param>
/// <param name="Statuses">The statuses of those that were not; 0 where nothing answered.</param>
/// <param name="Health">What <c>/health</c> said meanwhile.</param>
/// <param name="RecoverySeconds">From the fault's end until all kinds were answered again and health said so.</param>
/// <param name="SettledSeconds">From the fault's end until all that was acknowledged was recorded and done.</param>
/// <param name="Acknowledged">Answers and jobs that were acknowledged in all.</param>
/// <param name="Lost">Those of them that are not recorded or not done.</param>
/// <param name="Twice">Jobs of which more than one answer is recorded.</param>
internal sealed record Outcome(
    string Fault,
    IReadOnlyDictionary<string, int> Answered,
    IReadOnlyDictionary<string, int> Refused,
    IReadOnlyList<int> Statuses,
    IReadOnlyList<int> Health,
    double RecoverySeconds,
    double SettledSeconds,
    int Acknowledged,
    int Lost,
    int Twice)
{
    public const string Header =
        """
        | fault | answered during it: rows, images, jobs | refused during it | refused with | health during it | all answered again after | all settled after | acknowledged | lost | twice |
        |---|---|---|---|---|---|---|---|---|---|
        """;

    public override string ToString() =>
        $"| {Fault} | {Of(Answered)} | {Of(Refused)} | {List(Statuses)} | {List(Health)} | {RecoverySeconds:F1} s | {SettledSeconds:F1} s | {Acknowledged} | {Lost} | {Twice} |";

    static string Of(IReadOnlyDictionary<string, int> counts) => string.Join(", ", new[] { Asked.Row, Asked.Image, Asked.Job }.Select(kind => counts.GetValueOrDefault(kind)));

    static string List(IReadOnlyList<int> statuses) => statuses.Count == 0 ? "–" : string.Join(", ", statuses.Select(status => status == 0 ? "no answer" : $"{status}"));
}
