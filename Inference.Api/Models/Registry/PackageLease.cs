namespace AspireMl.Inference.Api.Models.Registry;

/// <summary>Keeps the folder of an unpacked package from being deleted by any process of this machine. The folder's time is that of its last use.</summary>
sealed class PackageLease : IDisposable
{
    readonly string _folder;
    readonly FileStream _card;

    PackageLease(string folder, FileStream card) => (_folder, _card) = (folder, card);

    /// <summary>Takes a lease that others may have, too.</summary>
    /// <returns>Null when the folder is not there, or is about to be deleted.</returns>
    public static PackageLease? TryTake(string folder)
    {
        if (TryOpen(folder, FileShare.Read) is not { } card)
        {
            return null;
        }

        var lease = new PackageLease(folder, card);
        lease.Touch();
        return lease;
    }

    /// <summary>Locks a folder that nobody has a lease of, so that it can be deleted.</summary>
    /// <returns>Null when somebody has one, or the folder is not there.</returns>
    public static IDisposable? TryTakeAlone(string folder) => TryOpen(folder, FileShare.None);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Whoever removes the product's data does not ask.
        if (Directory.Exists(_folder))
        {
            Touch();
        }

        _card.Dispose();
    }

    void Touch() => Directory.SetLastWriteTimeUtc(_folder, DateTime.UtcNow);

    // The system lets go of the lock when its process dies.
    static FileStream? TryOpen(string folder, FileShare share)
    {
        try
        {
            return new(Path.Combine(folder, InstalledModels.CardFile), FileMode.Open, FileAccess.Read, share);
        }
        catch (IOException)
        {
            // Another process has the other kind of lock, or the folder is gone.
            return null;
        }
    }
}
