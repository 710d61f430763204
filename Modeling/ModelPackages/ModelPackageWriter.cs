using System.Security.Cryptography;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>Writes model packages. The same content gives the same bytes.</summary>
public static class ModelPackageWriter
{
    /// <summary>
    /// Writes a package and opens it. Hashes come from the files, inputs and outputs from the graph, whatever the card
    /// says of them. The files of an earlier package in the folder are removed; a file that belongs to none stays, and
    /// makes the new package one that is refused.
    /// </summary>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <param name="card">The card, its <see cref="ModelCard.Graph"/> and <see cref="ModelCard.Sample"/> among the files.</param>
    /// <param name="files">The files by relative path with forward slashes.</param>
    /// <exception cref="ModelPackageException">The package would be refused; nothing is written when that shows before.</exception>
    public static ModelPackage Write(string folder, ModelCard card, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        var signature = Signature(card, files);
        card = card with
        {
            Files = files.ToDictionary(file => file.Key, file => Convert.ToHexStringLower(SHA256.HashData(file.Value.Span))),
            Inputs = signature.Inputs,
            Outputs = signature.Outputs,
        };
        ModelPackageException.ThrowIfAny([.. CardRules.Defects(card)]);

        Directory.CreateDirectory(folder);
        RemoveEarlier(folder);
        foreach (var (file, content) in files)
        {
            var path = PackagePath.In(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content.Span);
        }

        // Last, so that a folder whose writing broke off is not a package.
        File.WriteAllBytes(PackagePath.In(folder, PackagePath.Card), CardFile.Write(card));
        return ModelPackage.Open(folder);
    }

    static GraphSignature Signature(ModelCard card, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        if (!files.TryGetValue(card.Graph, out var graph))
        {
            throw new ModelPackageException($"The card's graph {card.Graph} is not among the files.");
        }

        try
        {
            using var session = OnnxSession.Open(graph.ToArray());
            return GraphSignature.Of(session);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelPackageException($"{card.Graph} is not a graph that ONNX Runtime can load: {exception.Message}", exception);
        }
    }

    static void RemoveEarlier(string folder)
    {
        if (!File.Exists(PackagePath.In(folder, PackagePath.Card)))
        {
            return;
        }

        var earlier = CardFile.Read(folder);
        File.Delete(PackagePath.In(folder, PackagePath.Card));
        foreach (var file in earlier.Files.Keys)
        {
            File.Delete(PackagePath.In(folder, file));
        }
    }
}
