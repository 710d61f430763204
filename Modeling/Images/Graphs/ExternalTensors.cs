using System.Globalization;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Onnx;
using Google.Protobuf;

namespace AspireMl.Modeling.Images.Graphs;

/// <summary>Brings tensors that a graph keeps in other files of its package into the graph.</summary>
static class ExternalTensors
{
    /// <summary>Does so.</summary>
    /// <exception cref="ModelPackageException">A tensor's file is not one of the package, or lacks its bytes.</exception>
    public static void Inline(ModelProto model, ModelPackage package)
    {
        foreach (var tensor in model.Graph.Initializer.Where(tensor => tensor.DataLocation == TensorProto.Types.DataLocation.External))
        {
            var entries = tensor.ExternalData.ToDictionary(entry => entry.Key, entry => entry.Value);
            using var file = File.OpenRead(package.PathOf(entries.GetValueOrDefault("location", "")));
            var offset = Number(entries, "offset", 0);
            var length = Number(entries, "length", file.Length - offset);
            if (offset < 0 || length < 0 || offset + length > file.Length || length > int.MaxValue)
            {
                throw new ModelPackageException($"The tensor {CardRules.Shown(tensor.Name)} is not wholly in the file that {package.Card.Graph} names.");
            }

            file.Position = offset;
            var bytes = new byte[length];
            file.ReadExactly(bytes);
            tensor.RawData = UnsafeByteOperations.UnsafeWrap(bytes);
            tensor.ExternalData.Clear();
            tensor.DataLocation = TensorProto.Types.DataLocation.Default;
        }
    }

    static long Number(Dictionary<string, string> entries, string key, long otherwise) =>
        entries.TryGetValue(key, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
