namespace AspireMl.Retraining.Worker.XGBoost;

/// <summary>XGBoost's C library, which is installed apart from this program.</summary>
internal static class XGBoostLibrary
{
    /// <summary>What to do when it is not there.</summary>
    public const string Missing = "XGBoost's library libxgboost.so.0 is missing, so only the linear candidates are trained; install libxgboost0.";

    static readonly Lazy<string?> Loaded = new(ReadVersion);

    /// <summary>Whether it is there.</summary>
    public static bool IsAvailable => Version is not null;

    /// <summary>Its version, or null when it is not there.</summary>
    public static string? Version => Loaded.Value;

    static string? ReadVersion()
    {
        try
        {
            NativeMethods.XGBoostVersion(out var major, out var minor, out var patch);
            return $"{major}.{minor}.{patch}";
        }
        catch (DllNotFoundException)
        {
            return null;
        }
    }
}
