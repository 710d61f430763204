using AspireMl.Contracts.Models;
using AspireMl.Modeling.Tabular;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>What the tabular part of a card must say.</summary>
static class TabularRules
{
    public static IEnumerable<string> Defects(ModelCard card, TabularCard tabular)
    {
        if (card.Task is not (ModelTasks.TabularRegression or ModelTasks.TabularClassification))
        {
            yield return $"model.json: tabular belongs to the tasks {ModelTasks.TabularRegression} and {ModelTasks.TabularClassification} only.";
        }

        foreach (var defect in FeatureRules.Defects(tabular.Features).Concat(FeatureRules.Defects(tabular.Target)).Concat(TargetDefects(card, tabular)))
        {
            yield return $"model.json: {defect}";
        }

        if (!tabular.Features.Contains(null!) && !card.Features.SequenceEqual(tabular.Features.Select(feature => feature.Name)))
        {
            yield return "model.json: features and the names of tabular.features must be the same, in the same order.";
        }
    }

    static IEnumerable<string> TargetDefects(ModelCard card, TabularCard tabular)
    {
        string[] links = card.Task == ModelTasks.TabularClassification
            ? [TabularLinks.Logit, TabularLinks.Softmax]
            : [TabularLinks.Identity, TabularLinks.Log];
        if (!links.Contains(tabular.Link ?? TabularLinks.Identity))
        {
            yield return $"tabular.link must be {string.Join(" or ", links)} for {card.Task}.";
        }

        var labels = tabular.Target.Labels;
        if (card.Task == ModelTasks.TabularClassification && labels is null)
        {
            yield return $"The target needs labels for {ModelTasks.TabularClassification}.";
        }
        else if (tabular.Link == TabularLinks.Logit && labels?.Count != 2)
        {
            yield return $"The link {TabularLinks.Logit} is for two labels.";
        }
    }
}
