namespace AspireMl.Retraining.Worker.XGBoost;

/// <summary>Rows of features in XGBoost's own memory.</summary>
internal sealed unsafe class DataMatrix : IDisposable
{
    /// <summary>Copies rows × columns values, row by row; NaN is missing.</summary>
    public DataMatrix(ReadOnlySpan<float> values, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length % columns, 0);
        Rows = values.Length / columns;
        fixed (float* data = values)
        {
            NativeMethods.Check(NativeMethods.XGDMatrixCreateFromMat(data, (ulong)Rows, (ulong)columns, float.NaN, out var handle));
            Handle = handle;
        }
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    internal nint Handle { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Handle != 0)
        {
            _ = NativeMethods.XGDMatrixFree(Handle);
            Handle = 0;
        }
    }
}
