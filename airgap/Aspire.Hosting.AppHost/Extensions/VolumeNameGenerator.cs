namespace Aspire.Hosting;

internal static class VolumeNameGenerator
{
    /// <summary>A volume's name: unlike any other AppHost's, and the same at every start.</summary>
    public static string Generate<T>(IResourceBuilder<T> builder, string suffix)
        where T : IResource
    {
        var application = new string([.. builder.ApplicationBuilder.Environment.ApplicationName
            .Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_')]);
        var hash = builder.ApplicationBuilder.Configuration["AppHost:Sha256"]![..10];
        return $"{application}-{hash}-{builder.Resource.Name}-{suffix}".ToLowerInvariant();
    }
}
