namespace AspireMl.Storage.ImageDatasets.PostgreSql;

/// <summary>The statements of the tables of image datasets.</summary>
static class ImageStatements
{
    const string Select =
        """
        select name as "Dataset", number as "Number", manifest_hash as "ManifestHash", parent as "Parent", created_at as "CreatedAt",
               created_by as "CreatedBy", reason as "Reason", counts::text as "Counts"
        from image_dataset_versions join image_datasets using (dataset_id) join image_manifests using (manifest_id)
        """;

    public const string SelectNewestOfAll =
        $"{Select} where (dataset_id, number) in (select dataset_id, max(number) from image_dataset_versions group by dataset_id) order by name";

    public const string SelectOne = $"{Select} where name = @dataset and (@number::int is null or number = @number) order by number desc limit 1";

    public const string SelectPage = $"{Select} where name = @dataset and (@before::int is null or number < @before) order by number desc limit @limit";

    public const string InsertDataset = "insert into image_datasets (name) values (@Dataset) on conflict (name) do nothing";

    // Versions of one dataset are made one after the other, so that each has a number and a parent of its own.
    public const string LockDataset = "select dataset_id from image_datasets where name = @Dataset for update";

    public const string InsertManifest = "insert into image_manifests (manifest_hash) values (@hash) on conflict (manifest_hash) do nothing returning manifest_id";

    public const string SelectManifest = "select manifest_id from image_manifests where manifest_hash = @hash";

    public const string CopyEntries = "copy image_entries (manifest_id, path, sha256, label, split) from stdin (format binary)";

    public const string InsertVersion =
        """
        insert into image_dataset_versions (dataset_id, number, manifest_id, parent, created_by, reason, counts)
        values (@datasetId, @number, @manifestId, @parent, @CreatedBy, @Reason, @counts::jsonb)
        """;

    public const string SelectEntries =
        """
        select path as "Path", sha256 as "Sha256", label as "Label", split as "Split" from image_entries
        where manifest_id = (
                select manifest_id from image_dataset_versions join image_datasets using (dataset_id) where name = @dataset and number = @number)
          and (@split::text is null or split = @split) and (@label::text is null or label = @label) and (@after::text is null or path > @after)
        order by path
        limit @limit
        """;

    public const string HasImage =
        """
        select exists (
            select from image_entries join image_dataset_versions using (manifest_id) join image_datasets using (dataset_id)
            where sha256 = @sha256 and name = @dataset)
        """;
}
