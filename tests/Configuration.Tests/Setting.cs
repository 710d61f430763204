using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using AspireMl.Testing;

namespace AspireMl.Configuration.Tests;

/// <summary>One setting as the page shows it.</summary>
/// <param name="Key">Section and name.</param>
/// <param name="Default">The value without configuration.</param>
/// <param name="Range">What is accepted; empty when anything is.</param>
internal sealed partial record Setting(string Key, string Default, string Range)
{
    /// <summary>The settings of a class of options.</summary>
    public static IEnumerable<Setting> Of(BoundOptions bound)
    {
        var options = Activator.CreateInstance(bound.Type);
        return bound.Type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.CanWrite || typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
            .Select(property => new Setting($"{bound.Section}:{property.Name}", Show(property.GetValue(options)), RangeOf(property)));
    }

    static string RangeOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return property.GetCustomAttribute<RangeAttribute>() is { } range ? $"{Bound(range.Minimum, type)} to {Bound(range.Maximum, type)}"
            : property.GetCustomAttribute<StringLengthAttribute>() is { } length ? $"{Math.Max(1, length.MinimumLength)} to {length.MaximumLength} characters"
            : property.GetCustomAttribute<RegularExpressionAttribute>() is { } pattern ? pattern.Pattern
            : property.GetCustomAttribute<UrlAttribute>() is not null ? "an address"
            : type.IsEnum ? string.Join(", ", Enum.GetNames(type))
            : type == typeof(bool) ? "true, false"
            : "";
    }

    static string Bound(object bound, Type type) => type == typeof(TimeSpan) ? Show(TimeSpan.Parse((string)bound, CultureInfo.InvariantCulture)) : Show(bound);

    static string Show(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "true" : "false",
        TimeSpan time => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "c" : @"hh\:mm\:ss\.FFFFFFF", CultureInfo.InvariantCulture),
        // Defaults that lie in the repository, for whatever platform this is.
        string text => Platform().Replace(text.Replace(RepositoryRoot.Path + '/', "", StringComparison.Ordinal), "@embedded-postgres/PLATFORM"),
        IEnumerable items => items.Cast<object>().Any() ? string.Join(", ", items.Cast<object>().Select(Show)) : "none",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{value.GetType()} is not shown yet."),
    };

    [GeneratedRegex("@embedded-postgres/[^/]+")]
    private static partial Regex Platform();
}
