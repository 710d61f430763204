using AspireMl.Contracts.Training;
using AspireMl.Retraining.Worker.Runs.Checks;
using AspireMl.Retraining.Worker.Tabular;
using AspireMl.Statistics.Regression;
using AspireMl.Storage.Objects;

namespace AspireMl.Retraining.Worker.Runs.Engine;

/// <summary>From a snapshot to a decision: checks, candidates, comparison, export, rule. The same input gives the same package, byte for byte.</summary>
internal sealed class RunEngine(DataCheckLimits limits, BootstrapOptions bootstrap)
{
    // Where in a run its parts end; trying settings takes most of the time.
    const double Checked = 0.05;
    const double Trained = 0.85;
    const double Compared = 0.9;
    const double Exported = 0.95;

    /// <summary>Runs on the calling thread.</summary>
    /// <exception cref="InvalidDataException">The data cannot be trained on; a sentence.</exception>
    /// <exception cref="InvalidOperationException">The export does not answer as its trainer did; a sentence.</exception>
    public RunResult Run(RunInput input, IRunObserver observer, CancellationToken cancellation)
    {
        var tables = input.Tables;
        var outcome = new RunOutcome
        {
            DataHash = tables.Hash,
            TrainingRows = tables.Training.Rows,
            HeldOutRows = tables.HeldOut.Rows,
            NewestRow = tables.Newest,
            Checks = new DataChecks(tables.Schema, limits).Run(tables.Training, tables.HeldOut),
        };
        if (!DataChecks.Allow(outcome.Checks))
        {
            return new(Decided(outcome, null), null);
        }

        observer.Report(Checked, "trying settings", outcome);
        var judged = Judge(input, observer.Remember(tables.Hash, input.Search), cancellation);
        outcome = outcome with { Candidates = [.. judged.Select(Result)] };
        observer.Report(Trained, "comparing with the champion", outcome);

        var version = PackageVersion.Of(tables.Newest, tables.Hash, input.Search.Seed, input.Search.Trainers);
        var comparison = ModelComparison.Of(tables.HeldOut, version, judged[0].Trained.Predicted, input.Champion, bootstrap);
        outcome = outcome with { RetrainedModelResults = comparison.Retrained, PreviousModelResults = comparison.Previous, Difference = comparison.Difference };
        observer.Report(Compared, "exporting and verifying the package", outcome);

        var archive = Export(input, judged, version);
        outcome = Decided(outcome with { PackageHash = ObjectKey.Of(archive) }, comparison);
        observer.Report(Exported, "registering the package", outcome);
        return new(outcome, archive);
    }

    static JudgedCandidate[] Judge(RunInput input, SearchMemory memory, CancellationToken cancellation)
    {
        var candidates = new CandidateSearch(input.Tables.Training, input.Search, memory).Run(cancellation);
        return [.. candidates.Select(candidate => JudgedCandidate.Of(candidate, input.Tables.Training, input.Tables.HeldOut))];
    }

    static byte[] Export(RunInput input, JudgedCandidate[] judged, string version)
    {
        var tables = input.Tables;
        var schema = tables.Schema with
        {
            Features = [.. tables.Schema.Features.Select((feature, column) => TabularCards.Seen(feature, tables.Training, column))],
        };
        var options = new TabularTrainingOptions
        {
            Name = input.Model,
            Target = schema.Target.Name,
            Version = version,
            Description = input.Champion?.Card.Description ?? $"Predicts {schema.Target.Name} from a row.",
            Search = input.Search,
        };
        var folder = Directory.CreateTempSubdirectory("aspireml-run-").FullName;
        try
        {
            var package = VerifiedExport.Write(folder, JudgedCandidate.Card(judged, options, schema, tables.Hash), judged[0].Trained, tables.HeldOut);
            using var archive = new MemoryStream();
            package.WriteArchive(archive);
            return archive.ToArray();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static RunOutcome Decided(RunOutcome outcome, ModelComparison? comparison)
    {
        var (decision, reason) = PromotionRule.Decide(outcome.Checks, comparison);
        return outcome with { Decision = decision, Reason = reason };
    }

    static CandidateResult Result(JudgedCandidate judged) =>
        new(judged.Candidate.Trainer, judged.Candidate.Settings, TabularMetrics.ToContract(judged.HeldOut), TabularMetrics.ToContract(judged.Candidate.CrossValidation));
}
