using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>Cross-validates the candidates, compares them on the same held-out rows and writes the best one's package.</summary>
internal sealed class TabularTraining(TabularTrainingOptions options, Action<string> report)
{
    /// <summary>Trains. The same rows and seed give the same package.</summary>
    /// <param name="training">The rows to learn from, oldest first.</param>
    /// <param name="heldOut">The rows to compare on; they choose nothing.</param>
    /// <param name="folder">Folder of the package.</param>
    public ModelPackage Run(TabularData training, TabularData heldOut, string folder)
    {
        if (!training.Names.SequenceEqual(heldOut.Names))
        {
            throw new InvalidDataException("The held-out rows must have the same columns as the training rows, in the same order.");
        }

        var memory = new SearchMemory(new Dictionary<int, Trees.TreeScore>(), scores => report($"{scores.Count} of {options.Search.Draws} settings of XGBoost tried"));
        report($"{"trainer",-14} {"cv rmse",9} {"test rmse",9}  settings");
        JudgedCandidate[] judged = [.. new CandidateSearch(training, options.Search, memory).Run().Select(candidate => Judge(candidate, training, heldOut))];
        var card = JudgedCandidate.Card(judged, options, TabularCards.Of(training, options.Target), training.Hash);
        var package = VerifiedExport.Write(folder, card, judged[0].Trained, heldOut);
        report($"The ONNX export agrees with its trainer on all {heldOut.Rows:N0} held-out rows.");
        return package;
    }

    JudgedCandidate Judge(Candidate candidate, TabularData training, TabularData heldOut)
    {
        var judged = JudgedCandidate.Of(candidate, training, heldOut);
        report(FormattableString.Invariant($"{candidate.Trainer,-14} {candidate.CrossValidation.Rmse,9:F3} {judged.HeldOut.Rmse,9:F3}  {candidate.Settings}"));
        return judged;
    }
}
