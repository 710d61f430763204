using System.IO.Compression;
using System.Text.Json;
using AspireMl.Contracts.Models;
using AspireMl.Inference.Api.Models;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Modeling.Tabular;

namespace AspireMl.Inference.Api.Tests.Harness;

/// <summary>
/// Packages of a kiln whose quality is intercept + 2 heat + 3 load + 5 (grade is coarse) + 7 draft. Heat from 0 to 10
/// is usual, load from 0 to 100 is all there is, and the draft may be missing.
/// </summary>
static class TabularPackages
{
    /// <summary>Writes a package into a new folder.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="intercept">Its prediction of four noughts.</param>
    /// <param name="graph">Another graph that gives the same for one row.</param>
    public static InstalledPackage Write(string name = "kiln", string version = "1.0.0", float intercept = 100, byte[]? graph = null)
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("aspireml-kiln-").FullName, name);
        var sample = new TabularSample([1, 2, 1, null], [intercept + 13]);
        var package = ModelPackageWriter.Write(folder, Card(name, version), new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["model.onnx"] = graph ?? new LinearGraph(new float[4], [2, 3, 5, 7], intercept).ToOnnx(name),
            ["sample.json"] = JsonSerializer.SerializeToUtf8Bytes(sample, JsonSerializerOptions.Web),
        });
        return new(folder, package.Card);
    }

    /// <summary>A package as a .zip, as a person would make it.</summary>
    /// <param name="package">The package.</param>
    /// <param name="edit">Changes files in a copy of its folder first.</param>
    public static byte[] Zip(InstalledPackage package, Action<string>? edit = null)
    {
        var copy = Directory.CreateTempSubdirectory("aspireml-zip-").FullName;
        foreach (var file in Directory.EnumerateFiles(package.Folder))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        edit?.Invoke(copy);
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(copy, zip);
        Directory.Delete(copy, recursive: true);
        return zip.ToArray();
    }

    static ModelCard Card(string name, string version) => FakeModels.Card(name, version, ModelTasks.TabularRegression) with
    {
        Architecture = "linear",
        Sample = "sample.json",
        Features = ["heat", "load", "grade", "draft"],
        Tabular = new()
        {
            Target = new("quality"),
            Features =
            [
                new() { Name = "heat", Kind = FeatureKinds.Numeric, Minimum = 0, Maximum = 10 },
                new() { Name = "load", Kind = FeatureKinds.WholeNumber, Minimum = 0, Maximum = 100, Strict = true },
                new() { Name = "grade", Kind = FeatureKinds.Categorical, Values = ["fine", "coarse"] },
                new() { Name = "draft", Kind = FeatureKinds.Numeric, Missing = FeatureCard.MissingAllowed },
            ],
        },
    };
}
