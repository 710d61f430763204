using AspireMl.Contracts.Datasets;
using AspireMl.Modeling.Tabular;

namespace AspireMl.Retraining.Worker.Datasets;

/// <summary>What a schema must say.</summary>
internal static class SchemaRules
{
    /// <summary>What is wrong with a schema; a sentence each.</summary>
    public static IEnumerable<string> Defects(DatasetSchema schema)
    {
        string[] defects = [.. FeatureRules.Defects(schema.Features), .. FeatureRules.Defects(schema.Target)];
        if (defects.Length > 0 || !FeatureRules.IsName(schema.Time))
        {
            return FeatureRules.IsName(schema.Time) ? defects : defects.Append("time needs the name of a column.");
        }

        string[] names = [.. schema.Features.Select(feature => feature.Name), schema.Target.Name, schema.Time, DatasetSchema.InferenceId];
        return names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => $"Two columns have the name {ReasonText.Shown(group.Key)}.");
    }
}
