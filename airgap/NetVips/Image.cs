using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NetVips;

public partial class Image : IDisposable
{
    readonly GObjectHandle _handle;

    internal Image(nint handle) => _handle = new(handle);

    internal nint Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
            return _handle.DangerousGetHandle();
        }
    }

    public int Width => Read(Interop.ImageGetWidth);

    public int Height => Read(Interop.ImageGetHeight);

    public int Bands => Read(Interop.ImageGetBands);

    public Enums.BandFormat Format => (Enums.BandFormat)Read(Interop.ImageGetFormat);

    public Enums.Interpretation Interpretation => (Enums.Interpretation)Read(Interop.ImageGetInterpretation);

    public static string? FindLoadBuffer(byte[] data) => Marshal.PtrToStringUTF8(Interop.FindLoadBuffer(data, (nuint)data.Length));

    public static Image NewFromBuffer(
        byte[] data,
        string strOptions = "",
        Enums.Access? access = null,
        Enums.FailOn? failOn = null,
        VOption? kwargs = null)
    {
        var name = FindLoadBuffer(data) ?? throw new VipsException("unable to load from buffer");
        using var operation = new Operation(name);
        return operation
            .Set("buffer", data)
            .Set(kwargs)
            .Set("access", access)
            .Set("fail_on", failOn)
            .SetFromString(strOptions)
            .BuildImage();
    }

    public static Image NewFromMemoryCopy(nint data, ulong size, int width, int height, int bands, Enums.BandFormat format)
    {
        var image = Interop.ImageNewFromMemoryCopy(data, (nuint)size, width, height, bands, (int)format);
        return image == 0 ? throw new VipsException("unable to make image from memory") : new Image(image);
    }

    public byte[] WriteToBuffer(string formatString, VOption? kwargs = null)
    {
        var bracket = formatString.IndexOf('[', StringComparison.Ordinal);
        var suffix = bracket < 0 ? formatString : formatString[..bracket];
        var name = Marshal.PtrToStringUTF8(Interop.FindSaveBuffer(suffix)) ?? throw new VipsException("unable to write to buffer");
        using var operation = new Operation(name);
        return operation
            .Set("in", this)
            .Set(kwargs)
            .SetFromString(bracket < 0 ? string.Empty : formatString[bracket..])
            .BuildBlob();
    }

    public nint WriteToMemory(out ulong size)
    {
        var memory = Interop.ImageWriteToMemory(Handle, out var length);
        GC.KeepAlive(this);
        size = length;
        return memory == 0 ? throw new VipsException("unable to write to memory") : memory;
    }

    public bool HasAlpha() => Read(Interop.ImageHasAlpha) != 0;

    public bool Contains(string name)
    {
        var type = Interop.ImageGetTypeOf(Handle, name);
        GC.KeepAlive(this);
        return type != 0;
    }

    /// <summary>Whole numbers only; the package returns every type of metadata.</summary>
    public object Get(string name)
    {
        var status = Interop.ImageGetInt(Handle, name, out var value);
        GC.KeepAlive(this);
        return status == 0 ? value : throw new VipsException($"unable to get {name}");
    }

    public void Dispose()
    {
        _handle.Dispose();
        GC.SuppressFinalize(this);
    }

    int Read(Func<nint, int> property)
    {
        var value = property(Handle);
        GC.KeepAlive(this);
        return value;
    }

    sealed class GObjectHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        internal GObjectHandle(nint handle)
            : base(ownsHandle: true) => SetHandle(handle);

        protected override bool ReleaseHandle()
        {
            Interop.ObjectUnref(handle);
            return true;
        }
    }
}
