using AspireMl.Contracts.ImageDatasets;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Storage.ImageDatasets;
using AspireMl.Storage.Objects;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.ImageDatasets.Import;

/// <summary>Makes versions of image datasets from archives and folders: every image becomes an object, and what is none is told.</summary>
internal sealed class ImageImporter(IImageDatasetStore datasets, IObjectStore objects, IOptions<ImageDatasetOptions> options)
{
    const int ObjectsAtOnce = 8;

    readonly ImageDatasetOptions _options = options.Value;

    /// <summary>Imports a .zip of class folders.</summary>
    /// <exception cref="InvalidDataException">It cannot be imported, and no version was made; a sentence.</exception>
    public async Task<ImageImport> ImportZipAsync(Stream zip, ImportRequest request, CancellationToken cancellation)
    {
        using var files = ZipFiles.Open(zip, _options);
        try
        {
            return await ImportAsync(files.Files, request, cancellation);
        }
        catch (Exception damaged) when (damaged is EndOfStreamException or NotSupportedException)
        {
            throw new InvalidDataException(ZipFiles.Unreadable, damaged);
        }
    }

    /// <summary>Imports a folder of class folders.</summary>
    /// <exception cref="InvalidDataException">It cannot be imported, and no version was made; a sentence.</exception>
    public Task<ImageImport> ImportFolderAsync(string folder, ImportRequest request, CancellationToken cancellation) =>
        ImportAsync(FolderFiles.Open(folder, _options), request, cancellation);

    async Task<ImageImport> ImportAsync(SourceFiles source, ImportRequest request, CancellationToken cancellation)
    {
        if (!ModelName.IsValid(request.Dataset))
        {
            throw new InvalidDataException($"An image dataset's name has {ModelName.Rule}.");
        }

        var classes = new ClassFolders(source.Files.Select(file => file.Path));
        List<LeftOutFile> leftOut = [.. source.EmptyFolders.Where(classes.IsClass).Select(folder => new LeftOutFile(ImportPath.Shown(folder), "The folder of this class is empty."))];
        var entries = await ReadAsync(source, classes, leftOut, cancellation);
        if (entries.Count == 0)
        {
            var first = leftOut.Count > 0 ? $" {leftOut[0].Path}: {leftOut[0].Reason}" : "";
            throw new InvalidDataException($"There is no image in a class folder; send class/file.jpg or {string.Join('|', ImageSplits.All)}/class/file.jpg.{first}");
        }

        var (version, isNew) = await SaveAsync(entries, request, cancellation);
        return new(version, isNew, leftOut.Count, [.. leftOut.Take(_options.ListedFiles)]);
    }

    async Task<List<ImageEntry>> ReadAsync(SourceFiles source, ClassFolders classes, List<LeftOutFile> leftOut, CancellationToken cancellation)
    {
        List<ImageEntry> entries = [];
        List<Task> puts = [];
        var left = _options.MaxUnpackedBytes;
        foreach (var file in source.Files)
        {
            var (label, split, defect) = classes.Read(file.Path);
            var content = defect is null ? await ReadAsync(file, cancellation) : null;
            defect ??= content is null ? $"It has more than {_options.MaxFileBytes:N0} bytes." : Defect(file, content);
            if (defect is not null || content is null)
            {
                leftOut.Add(new(ImportPath.Shown(file.Path), defect ?? ""));
                continue;
            }

            left -= content.Length;
            if (left < 0)
            {
                throw new InvalidDataException($"The files have more than {_options.MaxUnpackedBytes:N0} bytes together; import them in parts with mode=add.");
            }

            var key = ObjectKey.Of(content);
            entries.Add(new(file.Path, key, label, split ?? ContentSplit.Of(key)));
            puts.Add(objects.PutAsync(key, content, cancellation));
            if (puts.Count == ObjectsAtOnce)
            {
                await Task.WhenAll(puts);
                puts.Clear();
            }
        }

        await Task.WhenAll(puts);
        return entries;
    }

    // Null when there is more than allowed, whatever the source says of its length.
    async Task<byte[]?> ReadAsync(SourceFile file, CancellationToken cancellation)
    {
        if (file.Length > _options.MaxFileBytes)
        {
            return null;
        }

        try
        {
            return await CopyAsync(file, cancellation);
        }
        catch (InvalidDataException damaged)
        {
            throw new InvalidDataException($"{ImportPath.Shown(file.Path)} is damaged in the archive; pack it again.", damaged);
        }
    }

    async Task<byte[]?> CopyAsync(SourceFile file, CancellationToken cancellation)
    {
        await using var stream = file.Open();
        using var content = new MemoryStream((int)file.Length);
        var chunk = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(chunk, cancellation)) > 0;)
        {
            if (content.Length + read > _options.MaxFileBytes)
            {
                return null;
            }

            content.Write(chunk, 0, read);
        }

        return content.ToArray();
    }

    static string? Defect(SourceFile file, byte[] content) => content switch
    {
        [] => "It is empty.",
        [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => throw new InvalidDataException($"{ImportPath.Shown(file.Path)} is an archive within the import; unpack it first."),
        _ => ImageFormats.Detect(content) == ImageFormat.Unknown ? "It is not a JPEG, PNG, WebP or TIFF image." : null,
    };

    async Task<(ImageDatasetVersion Version, bool IsNew)> SaveAsync(List<ImageEntry> entries, ImportRequest request, CancellationToken cancellation)
    {
        if (request.Mode == ImageImportModes.Replace)
        {
            return await datasets.SaveAsync(new(request.Dataset, entries, request.Actor, request.Reason), cancellation);
        }

        var newest = (await datasets.FindAsync(request.Dataset, null, cancellation))?.Number ?? 0;
        var paths = entries.Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
        ImageEntry[] all = [.. (await datasets.ReadAsync(request.Dataset, newest, cancellation)).Where(entry => !paths.Contains(entry.Path)), .. entries];
        return all.Length > _options.MaxFiles
            ? throw new InvalidDataException($"The dataset would have {all.Length:N0} images; at most {_options.MaxFiles:N0} are allowed.")
            : await datasets.SaveAsync(new(request.Dataset, all, request.Actor, request.Reason) { Base = newest }, cancellation);
    }
}
