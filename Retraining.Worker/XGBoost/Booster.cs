using System.Runtime.InteropServices;

namespace AspireMl.Retraining.Worker.XGBoost;

/// <summary>Gradient-boosted trees that grow by gradients given from outside.</summary>
internal sealed unsafe class Booster : IDisposable
{
    const int OutputMargin = 1;

    nint _handle;

    /// <summary>Makes a booster for a training matrix.</summary>
    /// <param name="training">The rows that it will be boosted on; must outlive the booster.</param>
    /// <param name="parameters">XGBoost's parameters by name.</param>
    public Booster(DataMatrix training, IReadOnlyDictionary<string, string> parameters)
    {
        var matrix = training.Handle;
        NativeMethods.Check(NativeMethods.XGBoosterCreate(&matrix, 1, out _handle));
        foreach (var (name, value) in parameters)
        {
            NativeMethods.Check(NativeMethods.XGBoosterSetParam(_handle, name, value));
        }
    }

    /// <summary>Adds one round of trees that follows the gradients: one pair for each row.</summary>
    public void Boost(DataMatrix training, ReadOnlySpan<float> gradients, ReadOnlySpan<float> hessians)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(gradients.Length, training.Rows);
        ArgumentOutOfRangeException.ThrowIfNotEqual(hessians.Length, training.Rows);
        fixed (float* g = gradients)
        fixed (float* h = hessians)
        {
            NativeMethods.Check(NativeMethods.XGBoosterBoostOneIter(_handle, training.Handle, g, h, (ulong)training.Rows));
        }
    }

    /// <summary>The untransformed sums of the trees; valid until the next call on this booster.</summary>
    public ReadOnlySpan<float> Predict(DataMatrix rows, bool training = false)
    {
        NativeMethods.Check(NativeMethods.XGBoosterPredict(_handle, rows.Handle, OutputMargin, 0, training ? 1 : 0, out var count, out var result));
        return new(result, (int)count);
    }

    /// <summary>The model in XGBoost's JSON format.</summary>
    public byte[] ToJson()
    {
        NativeMethods.Check(NativeMethods.XGBoosterSaveModelToBuffer(_handle, """{"format":"json"}""", out var length, out var buffer));
        var json = new byte[length];
        Marshal.Copy((nint)buffer, json, 0, json.Length);
        return json;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_handle != 0)
        {
            _ = NativeMethods.XGBoosterFree(_handle);
            _handle = 0;
        }
    }
}
