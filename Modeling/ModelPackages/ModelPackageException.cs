namespace AspireMl.Modeling.ModelPackages;

/// <summary>A model package cannot be used. Each defect is a sentence; the message holds them all.</summary>
public sealed class ModelPackageException : Exception
{
    /// <summary>One defect.</summary>
    public ModelPackageException(string defect, Exception? inner = null)
        : base(defect, inner) => Defects = [defect];

    /// <summary>Several defects, at least one.</summary>
    public ModelPackageException(IReadOnlyList<string> defects)
        : base(string.Join(' ', defects)) => Defects = defects;

    /// <summary>The defects.</summary>
    public IReadOnlyList<string> Defects { get; }

    internal static void ThrowIfAny(IReadOnlyList<string> defects)
    {
        if (defects.Count > 0)
        {
            throw new ModelPackageException(defects);
        }
    }
}
