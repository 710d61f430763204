using AspireMl.Contracts.Clients;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Paging;
using Microsoft.AspNetCore.Components;

namespace AspireMl.Frontend.Blazor.ImageDatasets;

/// <summary>One image dataset: a version with its classes, images and checks, and how it came to be.</summary>
public sealed partial class ImageDatasetPage
{
    const int ShownImages = 48;
    const int ShownVersions = 100;

    Page<ImageDatasetVersion>? _versions;
    ImageDatasetVersion? _version;
    Page<ImageEntry>? _entries;
    ImageCheckReport? _checks;
    string? _shown;

    [Inject] ImageDatasetClient Datasets { get; set; } = default!;

    [Inject] NavigationManager Navigation { get; set; } = default!;

    /// <summary>The dataset.</summary>
    [Parameter] public string Dataset { get; set; } = "";

    /// <summary>The version to show; the newest when null.</summary>
    [SupplyParameterFromQuery] public int? Version { get; set; }

    /// <summary>Shows images of this split only.</summary>
    [SupplyParameterFromQuery] public string? Split { get; set; }

    /// <summary>Shows images of this class only.</summary>
    [SupplyParameterFromQuery] public string? Label { get; set; }

    /// <summary>Where the page of images before this one ended.</summary>
    [SupplyParameterFromQuery] public string? Cursor { get; set; }

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Ready && _shown != Navigation.Uri)
        {
            await RefreshAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        _shown = Navigation.Uri;
        _versions = await Datasets.ListVersionsAsync(Dataset, limit: ShownVersions, cancellation: Left);
        _version = Version is null ? _versions.Items[0] : await Datasets.GetAsync(Dataset, Version, Left);
        _entries = await Datasets.ListEntriesAsync(Dataset, _version.Number, new() { Split = Split, Label = Label, Cursor = Cursor, Limit = ShownImages }, Left);
    }

    async Task CheckAsync() => _checks = await Datasets.CheckAsync(Dataset, _version!.Number, Left);

    void ShowRestored(ImageDatasetVersion version) => Navigation.NavigateTo(ImageAddress.OfDataset(Dataset, version.Number));
}
