namespace AspireMl.Contracts.Models;

/// <summary>What a tabular package takes and gives: the part of its card that other packages lack.</summary>
public sealed record TabularCard
{
    /// <summary>What is predicted.</summary>
    public required TargetCard Target { get; init; }

    /// <summary>The features in the order of the graph's columns, 1 to 1,000.</summary>
    public required IReadOnlyList<FeatureCard> Features { get; init; }

    /// <summary>One of <see cref="TabularLinks"/>; <see cref="TabularLinks.Identity"/> when left out.</summary>
    public string? Link { get; init; }
}

/// <summary>What is predicted.</summary>
/// <param name="Name">Name of the column that held it in the training data.</param>
/// <param name="Unit">Its unit, or null.</param>
/// <param name="Labels">The classes in the order of the graph's probabilities, 2 to 1,000; null where a number is predicted.</param>
public sealed record TargetCard(string Name, string? Unit = null, IReadOnlyList<string>? Labels = null);

/// <summary>One feature of a row.</summary>
public sealed record FeatureCard
{
    /// <summary>Its name, 1 to 100 characters without control characters.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="FeatureKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it says.</summary>
    public string? Description { get; init; }

    /// <summary>Its unit.</summary>
    public string? Unit { get; init; }

    /// <summary>The least value that training saw.</summary>
    public double? Minimum { get; init; }

    /// <summary>The greatest value that training saw.</summary>
    public double? Maximum { get; init; }

    /// <summary>A value in the middle of what training saw.</summary>
    public double? Typical { get; init; }

    /// <summary>The values of a categorical feature, 1 to 1,000; the graph gets their place in this list.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>True when values outside the range are refused; otherwise they are answered with a warning.</summary>
    public bool? Strict { get; init; }

    /// <summary><see cref="MissingAllowed"/> when a row may lack the feature; the graph gets NaN.</summary>
    public string? Missing { get; init; }

    /// <summary>The one value of <see cref="Missing"/>.</summary>
    public const string MissingAllowed = "allowed";
}

/// <summary>The kinds of features.</summary>
public static class FeatureKinds
{
    /// <summary>Any number.</summary>
    public const string Numeric = "numeric";

    /// <summary>A whole number.</summary>
    public const string WholeNumber = "integer";

    /// <summary>One of a list of words.</summary>
    public const string Categorical = "categorical";
}

/// <summary>How a graph turns the sum of its trees or terms into a prediction. Contributions add up before the link.</summary>
public static class TabularLinks
{
    /// <summary>The sum is the prediction.</summary>
    public const string Identity = "identity";

    /// <summary>The sum is the logarithm of the prediction.</summary>
    public const string Log = "log";

    /// <summary>The sum is the log-odds of the second of two classes.</summary>
    public const string Logit = "logit";

    /// <summary>There is a sum for each class; their softmax are the probabilities.</summary>
    public const string Softmax = "softmax";
}
