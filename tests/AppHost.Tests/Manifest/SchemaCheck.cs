using System.Text.Json;
using System.Text.Json.Nodes;

namespace AspireMl.AppHost.Tests.Manifest;

/// <summary>Checks a document against a JSON schema, draft 7: the keywords that the manifest's schema uses, and no others.</summary>
internal sealed class SchemaCheck(JsonObject schema)
{
    static readonly HashSet<string> Annotations = ["$schema", "$id", "title", "description", "definitions", "default", "examples", "$comment"];

    /// <summary>What is wrong, each with the place where it is wrong; nothing when the document is valid.</summary>
    public IEnumerable<string> Errors(JsonNode? value) => Errors(schema, value, "$");

    IEnumerable<string> Errors(JsonNode rule, JsonNode? value, string at) => rule is JsonObject keywords
        ? keywords.Where(keyword => !Annotations.Contains(keyword.Key)).SelectMany(keyword => Errors(keywords, keyword.Key, keyword.Value!, value, at))
        : rule.GetValue<bool>() ? [] : [$"{at} is not allowed"];

    IEnumerable<string> Errors(JsonObject rule, string keyword, JsonNode argument, JsonNode? value, string at) => keyword switch
    {
        "$ref" => Errors(Find((string)argument!), value, at),
        "type" => IsOf(argument, value) ? [] : [$"{at} is not of type {argument}"],
        "const" => JsonNode.DeepEquals(argument, value) ? [] : [$"{at} is not {argument}"],
        "enum" => argument.AsArray().Any(option => JsonNode.DeepEquals(option, value)) ? [] : [$"{at} is none of {argument.ToJsonString()}"],
        "required" => value is JsonObject item ? argument.AsArray().Where(name => !item.ContainsKey((string)name!)).Select(name => $"{at} lacks {name}") : [],
        "properties" => value is JsonObject item
            ? argument.AsObject().Where(property => item.ContainsKey(property.Key)).SelectMany(property => Errors(property.Value!, item[property.Key], $"{at}.{property.Key}"))
            : [],
        "additionalProperties" => value is JsonObject item
            ? item.Where(property => rule["properties"]?.AsObject().ContainsKey(property.Key) is not true).SelectMany(property => Errors(argument, property.Value, $"{at}.{property.Key}"))
            : [],
        "items" => value is JsonArray items ? items.SelectMany((item, index) => Errors(argument, item, $"{at}[{index}]")) : [],
        "minLength" => value?.GetValueKind() != JsonValueKind.String || ((string)value!).Length >= (int)argument ? [] : [$"{at} is too short"],
        "not" => Errors(argument, value, at).Any() ? [] : [$"{at} is what it must not be"],
        "oneOf" => argument.AsArray().Count(option => !Errors(option!, value, at).Any()) == 1
            ? []
            : [$"{at} is not exactly one of its forms: {string.Join(" | ", argument.AsArray().Select(option => Errors(option!, value, at).FirstOrDefault() ?? "fits"))}"],
        _ => throw new NotSupportedException($"The schema uses '{keyword}', which this check does not know."),
    };

    JsonNode Find(string reference) => reference.Split('/').Skip(1).Aggregate((JsonNode)schema, (node, name) => node[name]!);

    static bool IsOf(JsonNode type, JsonNode? value) => type is JsonArray options
        ? options.Any(option => IsOf(option!, value))
        : ((string)type!, value?.GetValueKind() ?? JsonValueKind.Null) is
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
            or ("number" or "integer", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("null", JsonValueKind.Null);
}
