using System.Globalization;

namespace AspireMl.Modeling.Documents.Readers.SpanReader;

/// <summary>
/// Turns a decision into the probability that it is right: a logistic function fitted on documents that the ranker had
/// not seen (Platt, Probabilistic Outputs for Support Vector Machines, 1999).
/// </summary>
/// <param name="Weights">Intercept, then the weights of <see cref="Inputs"/>.</param>
internal sealed record ConfidenceCurve(IReadOnlyList<double> Weights)
{
    /// <summary>Name of the setting in the model card.</summary>
    public const string Setting = "confidence";

    /// <summary>How many weights there are.</summary>
    public const int Length = 5;

    /// <summary>Reads the setting of a card: numbers separated by spaces.</summary>
    /// <exception cref="FormatException">The setting is not as many numbers as needed.</exception>
    public static ConfidenceCurve Parse(string setting)
    {
        double[] weights = [.. setting.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return weights.Length == Length ? new(weights) : throw new FormatException($"The setting '{Setting}' has {weights.Length} numbers instead of {Length}.");
    }

    /// <summary>What the confidence is computed from, the constant 1 first.</summary>
    public static double[] Inputs(SpanDecision decision) =>
        [1, decision.Expected, decision.Probability, decision.Lead, Math.Tanh(decision.Score / 6)];

    /// <summary>The probability that the decision is right, 0 to 1.</summary>
    public double Of(SpanDecision decision)
    {
        var inputs = Inputs(decision);
        var sum = 0.0;
        for (var i = 0; i < inputs.Length; i++)
        {
            sum += Weights[i] * inputs[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Weights.Select(weight => weight.ToString("R", CultureInfo.InvariantCulture)));
}
