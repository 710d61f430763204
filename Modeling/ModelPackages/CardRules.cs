using System.Text.RegularExpressions;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>What a card must say, beyond having its fields.</summary>
static partial class CardRules
{
    static readonly string[] Tasks =
        [ModelTasks.DocumentQuestion, ModelTasks.ImageClassification, ModelTasks.TabularRegression, ModelTasks.TabularClassification];

    public static IEnumerable<string> Defects(ModelCard card)
    {
        if (!ModelName.IsValid(card.Name))
        {
            yield return $"model.json: name must be {ModelName.Rule}.";
        }

        if (card.Version.Length > 64 || !Version.IsMatch(card.Version))
        {
            yield return "model.json: version must be a semantic version, for example 1.0.0.";
        }

        if (!Tasks.Contains(card.Task))
        {
            yield return $"model.json: task must be one of {string.Join(", ", Tasks)}.";
        }

        if (card.Settings.Values.Contains(null!) || card.Features.Contains(null!) || card.Metrics.Values.Contains(null!))
        {
            yield return "model.json: settings, features and metrics must not hold null.";
        }

        foreach (var defect in card.Tabular is { } tabular ? TabularRules.Defects(card, tabular) : [])
        {
            yield return defect;
        }

        foreach (var defect in card.Image is { } image ? ImageRules.Defects(card, image) : [])
        {
            yield return defect;
        }

        foreach (var defect in FileDefects(card).Concat(TensorDefects("inputs", card.Inputs)).Concat(TensorDefects("outputs", card.Outputs)))
        {
            yield return defect;
        }
    }

    static IEnumerable<string> FileDefects(ModelCard card)
    {
        foreach (var (file, hash) in card.Files)
        {
            if (!PackagePath.IsSafe(file) || file == PackagePath.Card)
            {
                yield return $"model.json: files names {Shown(file)}, which is not allowed: {PackagePath.Rule}.";
            }
            else if (hash is null || !Sha256.IsMatch(hash))
            {
                yield return $"model.json: the hash of {file} is not a SHA-256 in lower-case hex.";
            }
        }

        if (!card.Files.ContainsKey(card.Graph))
        {
            yield return $"model.json: graph names {Shown(card.Graph)}, which is not among files.";
        }

        if (card.Sample is { } sample && !card.Files.ContainsKey(sample))
        {
            yield return $"model.json: sample names {Shown(sample)}, which is not among files.";
        }
    }

    static IEnumerable<string> TensorDefects(string field, IReadOnlyList<TensorCard> tensors)
    {
        if (tensors.Count == 0)
        {
            yield return $"model.json: {field} is empty.";
        }

        foreach (var tensor in tensors)
        {
            if (tensor is null || !GraphSignature.TypeNames.Values.Contains(tensor.Type) || tensor.Shape.Any(size => size < -1))
            {
                yield return $"model.json: the type or shape of {Shown(tensor?.Name ?? "null")} in {field} is not one that a tensor can have.";
            }
        }
    }

    // A name from a file that is not trusted goes into logs and answers: shortened, and without control characters.
    internal static string Shown(string text) => $"'{new string([.. text.Take(80).Where(character => !char.IsControl(character))])}'";

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?\z")]
    private static partial Regex Version { get; }

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Sha256 { get; }
}
