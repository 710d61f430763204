using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AspireMl.Contracts.Models;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>Reads and writes <c>model.json</c>.</summary>
static class CardFile
{
    const int MaxBytes = 1 << 20;

    public static ModelCard Read(string folder)
    {
        var read = ReadJson(folder, PackagePath.Card, ModelPackageJson.Default.ModelCard);
        // Generated serializers leave null where an init-only property is absent, whatever its initializer says.
        var card = read with
        {
            Features = read.Features ?? [],
            Settings = read.Settings ?? ReadOnlyDictionary<string, string>.Empty,
            Metrics = read.Metrics ?? ReadOnlyDictionary<string, IReadOnlyDictionary<string, double>>.Empty,
        };
        ModelPackageException.ThrowIfAny([.. CardRules.Defects(card)]);
        return card;
    }

    /// <summary>The card's bytes: the same for the same content, whatever the order of its dictionaries.</summary>
    public static byte[] Write(ModelCard card) => JsonSerializer.SerializeToUtf8Bytes(
        card with
        {
            Files = Sorted(card.Files),
            Settings = Sorted(card.Settings),
            Metrics = Sorted(card.Metrics.ToDictionary(
                dataset => dataset.Key, IReadOnlyDictionary<string, double> (dataset) => Sorted(dataset.Value))),
        },
        ModelPackageJson.Default.ModelCard);

    /// <summary>Reads one JSON file of a package and names what is missing or wrong.</summary>
    public static T ReadJson<T>(string folder, string file, JsonTypeInfo<T> type)
    {
        var bytes = Bytes(folder, file);
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new ModelPackageException($"{file} does not hold a JSON object.");
            }

            var required = type.Properties.Where(field => field.IsRequired).Select(field => field.Name);
            string[] missing = [.. required.Where(name => !json.RootElement.TryGetProperty(name, out _))];
            if (missing.Length > 0)
            {
                throw new ModelPackageException($"{file} lacks {string.Join(", ", missing)}.");
            }

            return json.Deserialize(type)!;
        }
        catch (JsonException exception) when (exception.Path is { } path)
        {
            throw new ModelPackageException($"{file} holds at {path} something that does not belong there.", exception);
        }
        catch (JsonException exception)
        {
            throw new ModelPackageException($"{file} is not JSON: it breaks off or errs at line {exception.LineNumber + 1}.", exception);
        }
    }

    static byte[] Bytes(string folder, string file)
    {
        var path = PackagePath.In(folder, file);
        var length = File.Exists(path)
            ? new FileInfo(path).Length
            : throw new ModelPackageException($"The package has no {file}.");
        return length <= MaxBytes
            ? File.ReadAllBytes(path)
            : throw new ModelPackageException($"{file} has {length} bytes; at most {MaxBytes} are read.");
    }

    static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> entries) =>
        new(entries.ToDictionary(), StringComparer.Ordinal);
}
