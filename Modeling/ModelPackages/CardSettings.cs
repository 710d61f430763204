using System.Globalization;
using System.Numerics;
using AspireMl.Contracts.Models;

namespace AspireMl.Modeling.ModelPackages;

/// <summary>Reads the settings of a card within bounds.</summary>
static class CardSettings
{
    /// <summary>The word under this name, or the default.</summary>
    public static string Text(this ModelCard card, string name, string otherwise) =>
        card.Settings.GetValueOrDefault(name, otherwise);

    /// <summary>The number under this name, or the default.</summary>
    /// <exception cref="ModelPackageException">It is not a number from <paramref name="least"/> to <paramref name="most"/>.</exception>
    public static T Number<T>(this ModelCard card, string name, T otherwise, T least, T most)
        where T : INumber<T>
    {
        if (!card.Settings.TryGetValue(name, out var text))
        {
            return otherwise;
        }

        return T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new ModelPackageException($"model.json: the setting {name} must be a number from {least} to {most}.");
    }
}
