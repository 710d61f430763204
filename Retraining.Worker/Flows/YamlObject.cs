using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AspireMl.Retraining.Worker.Flows;

/// <summary>Reads a YAML file into a record and names the line and key of what does not belong there.</summary>
internal static class YamlObject
{
    const int MostBytes = 64 * 1024;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is missing, no YAML, or holds what the record has not; a sentence.</exception>
    public static T Read<T>(string path)
        where T : class
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"There is no file {path}.");
        }

        if (new FileInfo(path).Length > MostBytes)
        {
            throw new InvalidDataException($"{path} has more than {MostBytes} bytes; that is no configuration.");
        }

        try
        {
            using var reader = new StreamReader(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            return yaml.Documents is [{ RootNode: YamlMappingNode root }]
                ? JsonSerializer.Deserialize<T>(Mapping(root, typeof(T), path, ""), JsonSerializerOptions.Web) ?? throw new InvalidDataException($"{path} is empty.")
                : throw new InvalidDataException($"{path} must hold one document of keys and values.");
        }
        catch (YamlException failure)
        {
            throw new InvalidDataException($"{path}, line {failure.Start.Line}: {failure.Message}", failure);
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException($"{path}: {failure.Message}", failure);
        }
    }

    static JsonObject Mapping(YamlMappingNode node, Type type, string file, string parent)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        var result = new JsonObject();
        foreach (var (keyNode, value) in node.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            if (!properties.TryGetValue(key, out var property))
            {
                throw Wrong(file, keyNode, $"the key {parent}{key} is not known; known are {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}.");
            }

            result[key] = Value(value, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, file, parent + key);
        }

        return properties.FirstOrDefault(property => property.Value.GetCustomAttribute<RequiredMemberAttribute>() is not null && !result.ContainsKey(property.Key)) is { Key: { } missing }
            ? throw Wrong(file, node, $"the key {parent}{missing} is missing.")
            : result;
    }

    static JsonNode? Value(YamlNode node, Type type, string file, string key) => node switch
    {
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" } => null,
        YamlScalarNode { Value: { } text } scalar => Scalar(scalar, text, type, file, key),
        YamlSequenceNode list when type.IsGenericType => new JsonArray([.. list.Children.Select(item => Value(item, type.GetGenericArguments()[0], file, key))]),
        YamlMappingNode mapping when type.IsClass && type != typeof(string) => Mapping(mapping, type, file, $"{key}."),
        _ => throw Wrong(file, node, $"{key} does not hold what belongs there."),
    };

    static JsonValue Scalar(YamlScalarNode node, string text, Type type, string file, string key) => type switch
    {
        _ when type == typeof(string) => JsonValue.Create(text),
        _ when type == typeof(bool) && bool.TryParse(text, out var flag) => JsonValue.Create(flag),
        _ when type == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when type == typeof(double) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => JsonValue.Create(number),
        _ => throw Wrong(file, node, $"{key} is '{text}', which is {(type == typeof(bool) ? "neither true nor false" : type == typeof(int) ? "no whole number" : type == typeof(double) ? "no number" : "not what belongs there")}."),
    };

    static InvalidDataException Wrong(string file, YamlNode node, string what) => new($"{file}, line {node.Start.Line}: {what}");
}
