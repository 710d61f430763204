using AspireMl.Modeling.ModelPackages;
using AspireMl.Storage;
using AspireMl.Storage.Objects;
using Microsoft.Extensions.Options;

namespace AspireMl.Inference.Api.Models.Registry;

/// <summary>Packages as archives in the object store, and unpacked in folders of this machine, which its processes share.</summary>
sealed class PackageStore(IObjectStore objects, IOptions<ModelOptions> options, IHostEnvironment environment)
{
    const string Incoming = "incoming";
    const int Attempts = 3;

    readonly long _mostBytes = options.Value.MaxUnpackedBytes;

    readonly string _root = DataFolder.Of(options.Value.UnpackedPath, environment.ContentRootPath, "packages");

    /// <summary>Where the package of an archive is unpacked.</summary>
    public string FolderOf(string archive) => Path.Combine(_root, ObjectKey.Checked(archive));

    /// <summary>The path of a folder that is not there yet, for a package that is being unpacked.</summary>
    public string NewFolder() => Path.Combine(IncomingFolder(), Path.GetRandomFileName());

    /// <summary>A file that is gone when it is closed.</summary>
    public FileStream OpenTemporary() => new(Path.Combine(IncomingFolder(), Path.GetRandomFileName()), new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
    });

    /// <summary>Keeps a package's archive in the object store.</summary>
    /// <returns>Its SHA-256, the same for the same package.</returns>
    public async Task<string> KeepAsync(ModelPackage package, CancellationToken cancellation)
    {
        await using var zip = OpenTemporary();
        package.WriteArchive(zip);
        zip.Position = 0;
        var archive = await ObjectKey.OfAsync(zip, cancellation);
        await objects.PutAsync(archive, zip, cancellation);
        return archive;
    }

    /// <summary>Sees to it that the package of an archive is unpacked, and stays so until the lease is disposed of.</summary>
    /// <exception cref="InvalidDataException">The archive is gone or damaged; the message says so.</exception>
    /// <exception cref="StorageUnavailableException">The object store is away.</exception>
    public async Task<PackageLease> UseAsync(string archive, CancellationToken cancellation)
    {
        // Another process may delete the folder between its making and its use.
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (PackageLease.TryTake(FolderOf(archive)) is { } lease)
            {
                Trim();
                return lease;
            }

            await UnpackAsync(archive, cancellation);
        }

        throw new InvalidDataException("The unpacked package has no card; delete its folder.");
    }

    /// <summary>Deletes unpacked packages that are not in use while there are too many.</summary>
    public void Trim() => PackageTrim.Trim(Directory.EnumerateDirectories(_root).Where(folder => Path.GetFileName(folder) != Incoming), _mostBytes, NewFolder);

    async Task UnpackAsync(string archive, CancellationToken cancellation)
    {
        await using var zip = await objects.OpenAsync(archive, cancellation)
            ?? throw new InvalidDataException("The package is not in the object store any more; upload it again under a new version.");
        var folder = NewFolder();
        try
        {
            ModelPackage.OpenArchive(zip, folder);
        }
        catch (ModelPackageException unusable)
        {
            throw new InvalidDataException(unusable.Message, unusable);
        }

        Adopt(folder, archive);
    }

    /// <summary>Makes an unpacked folder the one of its archive; when another process was faster, its folder stays.</summary>
    public void Adopt(string folder, string archive)
    {
        try
        {
            Directory.Move(folder, FolderOf(archive));
        }
        catch (IOException) when (Directory.Exists(FolderOf(archive)))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    string IncomingFolder() => Directory.CreateDirectory(Path.Combine(_root, Incoming)).FullName;
}
