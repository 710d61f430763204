using System.ComponentModel.DataAnnotations;
using AspireMl.Statistics.Sampling;

namespace AspireMl.Statistics.Regression;

/// <summary>
/// Compares two models on the same rows. Each resample draws rows and takes both models' losses from them, so what makes a row hard for
/// both cancels out and the interval is that of the difference alone.
/// </summary>
public static class PairedBootstrap
{
    /// <summary>Mean loss of the candidate less that of the champion: below 0 the candidate is better, and beyond chance when the whole interval is.</summary>
    /// <param name="champion">The champion's loss on each row, such as |error| or error².</param>
    /// <param name="candidate">The candidate's loss on the same rows.</param>
    /// <param name="options">Resamples, confidence, seed.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a loss is not finite.</exception>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public static Interval Difference(ReadOnlySpan<double> champion, ReadOnlySpan<double> candidate, BootstrapOptions? options = null) =>
        Resample(champion, candidate, options, (sums, count) => (sums.Candidate - sums.Champion) / count);

    /// <summary>Root of the candidate's mean squared error less that of the champion.</summary>
    /// <param name="champion">The champion's squared error on each row.</param>
    /// <param name="candidate">The candidate's squared error on the same rows.</param>
    /// <param name="options">Resamples, confidence, seed.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a loss is not finite.</exception>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public static Interval RmseDifference(ReadOnlySpan<double> champion, ReadOnlySpan<double> candidate, BootstrapOptions? options = null) =>
        Resample(champion, candidate, options, (sums, count) => Math.Sqrt(sums.Candidate / count) - Math.Sqrt(sums.Champion / count));

    static Interval Resample(ReadOnlySpan<double> champion, ReadOnlySpan<double> candidate, BootstrapOptions? options, Func<(double Champion, double Candidate), int, double> difference)
    {
        options ??= new();
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        if (champion.Length != candidate.Length || champion.IsEmpty)
        {
            throw new ArgumentException($"The champion has {champion.Length} losses and the candidate {candidate.Length}; both need the same rows, at least 1.");
        }

        var all = (Champion: 0.0, Candidate: 0.0);
        for (var row = 0; row < champion.Length; row++)
        {
            all = (all.Champion + champion[row], all.Candidate + candidate[row]);
        }

        if (!double.IsFinite(all.Champion) || !double.IsFinite(all.Candidate))
        {
            throw new ArgumentException("A loss is not finite.");
        }

        var random = new SplitMix64(options.Seed);
        var resampled = new double[options.Resamples];
        for (var resample = 0; resample < resampled.Length; resample++)
        {
            var sums = (Champion: 0.0, Candidate: 0.0);
            for (var draw = 0; draw < champion.Length; draw++)
            {
                var row = random.Below(champion.Length);
                sums = (sums.Champion + champion[row], sums.Candidate + candidate[row]);
            }

            resampled[resample] = difference(sums, champion.Length);
        }

        return Interval.Of(difference(all, champion.Length), resampled, options.Confidence);
    }
}
