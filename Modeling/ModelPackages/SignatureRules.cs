using AspireMl.Contracts.Models;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>Compares the tensors of a graph with those that a card names.</summary>
static class SignatureRules
{
    public static IEnumerable<string> Defects(GraphSignature graph, ModelCard card) =>
        Defects("input", graph.Inputs, card.Inputs, card.Graph).Concat(Defects("output", graph.Outputs, card.Outputs, card.Graph));

    static IEnumerable<string> Defects(string kind, IReadOnlyList<TensorCard> real, IReadOnlyList<TensorCard> told, string graph)
    {
        foreach (var tensor in told)
        {
            if (real.FirstOrDefault(candidate => candidate.Name == tensor.Name) is not { } found)
            {
                yield return $"{graph} has no {kind} {tensor.Name}; it has {string.Join(", ", real.Select(candidate => candidate.Name))}.";
            }
            else if (found.Type != tensor.Type || !found.Shape.SequenceEqual(tensor.Shape))
            {
                yield return $"The {kind} {tensor.Name} of {graph} is {Shown(found)}, but model.json says {Shown(tensor)}.";
            }
        }

        foreach (var tensor in real.Where(tensor => told.All(candidate => candidate.Name != tensor.Name)))
        {
            yield return $"{graph} has the {kind} {tensor.Name}, which model.json does not name.";
        }

        foreach (var twice in told.GroupBy(tensor => tensor.Name).Where(group => group.Count() > 1))
        {
            yield return $"model.json names the {kind} {twice.Key} twice.";
        }
    }

    static string Shown(TensorCard tensor) => $"{tensor.Type}[{string.Join(", ", tensor.Shape)}]";
}
