using AspireMl.Contracts.Models;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>What the tabular part of a card must say.</summary>
static class TabularRules
{
    const int MostFeatures = 1000;
    const int MostValues = 1000;
    const int LongestName = 100;

    public static IEnumerable<string> Defects(ModelCard card, TabularCard tabular)
    {
        if (card.Task is not (ModelTasks.TabularRegression or ModelTasks.TabularClassification))
        {
            yield return $"model.json: tabular belongs to the tasks {ModelTasks.TabularRegression} and {ModelTasks.TabularClassification} only.";
        }

        if (tabular.Features.Count is 0 or > MostFeatures || tabular.Features.Contains(null!))
        {
            yield return $"model.json: tabular.features must hold 1 to {MostFeatures} features.";
            yield break;
        }

        if (!card.Features.SequenceEqual(tabular.Features.Select(feature => feature.Name)))
        {
            yield return "model.json: features and the names of tabular.features must be the same, in the same order.";
        }

        foreach (var defect in TargetDefects(card, tabular).Concat(tabular.Features.SelectMany(Defects)))
        {
            yield return defect;
        }

        foreach (var twice in tabular.Features.GroupBy(feature => feature.Name).Where(group => group.Count() > 1))
        {
            yield return $"model.json: the feature {CardRules.Shown(twice.Key)} is there twice.";
        }
    }

    static IEnumerable<string> TargetDefects(ModelCard card, TabularCard tabular)
    {
        if (!IsName(tabular.Target.Name))
        {
            yield return $"model.json: tabular.target needs a name of 1 to {LongestName} characters without control characters.";
        }

        string[] links = card.Task == ModelTasks.TabularClassification
            ? [TabularLinks.Logit, TabularLinks.Softmax]
            : [TabularLinks.Identity, TabularLinks.Log];
        if (!links.Contains(tabular.Link ?? TabularLinks.Identity))
        {
            yield return $"model.json: tabular.link must be {string.Join(" or ", links)} for {card.Task}.";
        }

        var labels = tabular.Target.Labels;
        if (card.Task == ModelTasks.TabularClassification && !AreValues(labels, least: 2))
        {
            yield return $"model.json: tabular.target.labels must hold 2 to {MostValues} different labels.";
        }
        else if (tabular.Link == TabularLinks.Logit && labels!.Count != 2)
        {
            yield return $"model.json: the link {TabularLinks.Logit} is for two labels.";
        }
    }

    static IEnumerable<string> Defects(FeatureCard feature)
    {
        var name = CardRules.Shown(feature.Name);
        if (!IsName(feature.Name))
        {
            yield return $"model.json: the feature {name} needs a name of 1 to {LongestName} characters without control characters.";
        }

        if (feature.Kind is not (FeatureKinds.Numeric or FeatureKinds.WholeNumber or FeatureKinds.Categorical))
        {
            yield return $"model.json: the kind of {name} must be {FeatureKinds.Numeric}, {FeatureKinds.WholeNumber} or {FeatureKinds.Categorical}.";
        }

        if (feature.Kind == FeatureKinds.Categorical != (feature.Values is not null) || (feature.Values is not null && !AreValues(feature.Values, least: 1)))
        {
            yield return $"model.json: {name} must have 1 to {MostValues} different values if it is categorical, and none otherwise.";
        }

        if (!((feature.Minimum ?? double.NegativeInfinity) <= (feature.Maximum ?? double.PositiveInfinity)))
        {
            yield return $"model.json: the minimum of {name} must not exceed its maximum.";
        }

        if (feature.Missing is not (null or FeatureCard.MissingAllowed))
        {
            yield return $"model.json: missing of {name} must be {FeatureCard.MissingAllowed} or left out.";
        }
    }

    static bool IsName(string name) => name.Length is > 0 and <= LongestName && !name.Any(char.IsControl);

    static bool AreValues(IReadOnlyList<string>? values, int least) =>
        values is not null && values.Count >= least && values.Count <= MostValues
        && values.All(value => value is not null && value.Length <= LongestName) && values.Distinct(StringComparer.Ordinal).Count() == values.Count;
}
