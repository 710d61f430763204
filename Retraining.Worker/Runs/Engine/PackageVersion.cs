using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AspireMl.Retraining.Worker.Runs.Engine;

/// <summary>
/// The version of a retrained model: the time of its newest row and what its training was made of. It follows from the data and the request alone,
/// so that a repeated run makes the same package.
/// </summary>
internal static class PackageVersion
{
    const int HashCharacters = 8;

    /// <summary>A semantic version such as <c>2026.1121.1430-3fa9c1d2</c>; a later newest row gives a higher one.</summary>
    public static string Of(DateTimeOffset newest, string dataHash, int seed, IEnumerable<string> trainers)
    {
        var time = newest.UtcDateTime;
        var content = string.Create(CultureInfo.InvariantCulture, $"{dataHash} {seed} {string.Join(',', trainers.Order(StringComparer.Ordinal))}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..HashCharacters];
        // The letter keeps a hash of digits alone from being read as a number, which may not begin with a zero.
        return string.Create(CultureInfo.InvariantCulture, $"{time.Year}.{(time.Month * 100) + time.Day}.{(time.Hour * 100) + time.Minute}-h{hash}");
    }
}
