namespace NetVips;

public static class Cache
{
    public static int Max
    {
        get => Interop.CacheGetMax();
        set => Interop.CacheSetMax(value);
    }
}
