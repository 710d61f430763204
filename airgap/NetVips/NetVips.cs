using System.Runtime.CompilerServices;

namespace NetVips;

public static class NetVips
{
    public static int Concurrency
    {
        get => Interop.ConcurrencyGet();
        set => Interop.ConcurrencySet(value);
    }

    public static bool BlockUntrusted
    {
        set => Interop.BlockUntrustedSet(value ? 1 : 0);
    }

    public static void Free(nint mem) => Interop.Free(mem);

    // The package starts libvips when its assembly is loaded, so its users never call an initialiser.
#pragma warning disable CA2255
    [ModuleInitializer]
    internal static void Start()
#pragma warning restore CA2255
    {
        if (Interop.Init("NetVips") != 0)
        {
            throw new VipsException("unable to initialise libvips");
        }
    }
}
