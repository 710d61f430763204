using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>
/// Finds <c>http://name</c> in the configuration under <c>services:name:http:0</c>, and <c>https+http://name</c> under the
/// first of those schemes that is there. A name that is not there is taken as a host.
/// </summary>
internal sealed class ConfigurationAddresses(IConfiguration configuration)
{
    readonly ConcurrentDictionary<string, uint> _turns = new(StringComparer.OrdinalIgnoreCase);

    public Uri Resolve(Uri named)
    {
        var schemes = named.Scheme.Split('+');
        foreach (var scheme in schemes)
        {
            if (Pick($"services:{named.Host}:{scheme}") is { } address)
            {
                return WithAddress(named, address.Contains("://", StringComparison.Ordinal) ? address : $"{scheme}://{address}");
            }
        }

        return schemes.Length == 1 ? named : WithAddress(named, $"{schemes[0]}://{named.Authority}");
    }

    string? Pick(string key)
    {
        var section = configuration.GetSection(key);
        string[] addresses = [.. section.GetChildren().Select(child => child.Value).Prepend(section.Value).OfType<string>().Where(value => value.Length > 0)];
        return addresses.Length == 0 ? null : addresses[(_turns.AddOrUpdate(key, 0, (_, turn) => turn + 1)) % (uint)addresses.Length];
    }

    static Uri WithAddress(Uri named, string address)
    {
        var target = new Uri(address);
        return new UriBuilder(named) { Scheme = target.Scheme, Host = target.Host, Port = target.Port }.Uri;
    }
}
