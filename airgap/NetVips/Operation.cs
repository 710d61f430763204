using System.Runtime.InteropServices;

namespace NetVips;

/// <summary>One call of a libvips operation: arguments are set as GObject properties, then it is built.</summary>
internal sealed class Operation : IDisposable
{
    // GObject numbers its fundamental types by multiples of four.
    const nint Boolean = 5 << 2, Int = 6 << 2, Double = 15 << 2;

    readonly string _name;
    nint _handle;

    internal Operation(string name)
    {
        _name = name;
        _handle = Interop.OperationNew(name);
        if (_handle == 0)
        {
            throw new VipsException($"no such operation {name}");
        }
    }

    internal Operation Set(string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case bool flag:
                Put(name, Boolean, (ref Interop.GValue target) => Interop.ValueSetBoolean(ref target, flag ? 1 : 0));
                break;
            case int or Enum:
                var number = Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
                Put(name, Int, (ref Interop.GValue target) => Interop.ValueSetInt(ref target, number));
                break;
            case double real:
                Put(name, Double, (ref Interop.GValue target) => Interop.ValueSetDouble(ref target, real));
                break;
            case double[] reals:
                Put(name, Interop.ArrayDoubleGetType(), (ref Interop.GValue target) => Interop.ValueSetArrayDouble(ref target, reals, reals.Length));
                break;
            case Image image:
                Put(name, Interop.ImageGetType(), (ref Interop.GValue target) => Interop.ValueSetObject(ref target, image.Handle));
                GC.KeepAlive(image);
                break;
            case byte[] bytes:
                Put(name, Interop.BlobGetType(), (ref Interop.GValue target) => SetBlob(ref target, bytes));
                break;
            default:
                throw new ArgumentException($"unsupported type {value.GetType()} of argument {name}", nameof(value));
        }

        return this;
    }

    internal Operation Set(VOption? options)
    {
        foreach (var (name, value) in options ?? [])
        {
            Set(name, value);
        }

        return this;
    }

    internal Operation SetFromString(string options)
    {
        if (options.Length > 0 && Interop.ObjectSetFromString(_handle, options) != 0)
        {
            throw new VipsException($"unable to call {_name}");
        }

        return this;
    }

    internal Image BuildImage()
    {
        Build();
        var value = default(Interop.GValue);
        Interop.ValueInit(ref value, Interop.ImageGetType());
        Interop.ObjectGetProperty(_handle, "out", ref value);
        var image = new Image(Interop.ValueDupObject(ref value));
        Interop.ValueUnset(ref value);
        return image;
    }

    internal byte[] BuildBlob()
    {
        Build();
        var value = default(Interop.GValue);
        Interop.ValueInit(ref value, Interop.BlobGetType());
        Interop.ObjectGetProperty(_handle, "buffer", ref value);
        var data = Interop.ValueGetBlob(ref value, out var size);
        var bytes = new byte[(int)size];
        Marshal.Copy(data, bytes, 0, bytes.Length);
        Interop.ValueUnset(ref value);
        return bytes;
    }

    public void Dispose()
    {
        Interop.ObjectUnrefOutputs(_handle);
        Interop.ObjectUnref(_handle);
    }

    void Build()
    {
        var built = Interop.CacheOperationBuild(_handle);
        if (built == 0)
        {
            throw new VipsException($"unable to call {_name}");
        }

        Interop.ObjectUnref(_handle);
        _handle = built;
    }

    delegate void Fill(ref Interop.GValue value);

    void Put(string name, nint type, Fill fill)
    {
        var value = default(Interop.GValue);
        Interop.ValueInit(ref value, type);
        fill(ref value);
        Interop.ObjectSetProperty(_handle, name, ref value);
        Interop.ValueUnset(ref value);
    }

    // Loaders read lazily, so libvips gets a copy of its own and frees it.
    static void SetBlob(ref Interop.GValue value, byte[] bytes)
    {
        var memory = Interop.Malloc((nuint)bytes.Length);
        Marshal.Copy(bytes, 0, memory, bytes.Length);
        Interop.ValueSetBlobFree(ref value, memory, (nuint)bytes.Length);
    }
}
