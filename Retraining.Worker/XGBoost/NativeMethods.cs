using System.Runtime.InteropServices;

namespace AspireMl.Retraining.Worker.XGBoost;

/// <summary>The part of XGBoost's C API that training uses (https://xgboost.readthedocs.io/en/release_1.7.0/c.html).</summary>
internal static unsafe partial class NativeMethods
{
    const string Library = "libxgboost.so.0";

    [LibraryImport(Library)]
    public static partial byte* XGBGetLastError();

    [LibraryImport(Library)]
    public static partial void XGBoostVersion(out int major, out int minor, out int patch);

    [LibraryImport(Library)]
    public static partial int XGDMatrixCreateFromMat(float* data, ulong rows, ulong columns, float missing, out nint matrix);

    [LibraryImport(Library)]
    public static partial int XGDMatrixFree(nint matrix);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGDMatrixSetFloatInfo(nint matrix, string field, float* values, ulong count);

    [LibraryImport(Library)]
    public static partial int XGBoosterCreate(nint* matrices, ulong count, out nint booster);

    [LibraryImport(Library)]
    public static partial int XGBoosterFree(nint booster);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSetParam(nint booster, string name, string value);

    [LibraryImport(Library)]
    public static partial int XGBoosterBoostOneIter(nint booster, nint matrix, float* gradients, float* hessians, ulong count);

    [LibraryImport(Library)]
    public static partial int XGBoosterPredict(nint booster, nint matrix, int options, uint trees, int training, out ulong count, out float* result);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSaveModelToBuffer(nint booster, string config, out ulong length, out byte* buffer);

    /// <summary>Throws with XGBoost's own message when a call failed.</summary>
    public static void Check(int status)
    {
        if (status != 0)
        {
            throw new InvalidOperationException($"XGBoost: {Marshal.PtrToStringUTF8((nint)XGBGetLastError())}");
        }
    }
}
