/// <summary>The runtime looks for this type, by this name and without a namespace, in an assembly that it is to load first.</summary>
#pragma warning disable CA1050 // The runtime asks for it so.
internal static class StartupHook
{
    public static void Initialize()
    {
        // That the assembly is loaded is all that is wanted.
    }
}
