namespace AspireMl.Airgap.Tests.Aspire;

/// <summary>A test that compares with what real Aspire did; skipped where that record is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecordedFactAttribute : FactAttribute
{
    const string Record = "shared/aspire/design";

    public RecordedFactAttribute()
    {
        if (Folder is null)
        {
            Skip = $"../{Record} is absent: there is no record of real Aspire to compare with.";
        }
    }

    public static string? Folder { get; } = Find();

    static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var record = Path.Combine(folder.FullName, Record);
            if (File.Exists(Path.Combine(record, "aspire-manifest.json")))
            {
                return record;
            }
        }

        return null;
    }
}
