using AspireMl.Contracts.Monitoring;
using AspireMl.Monitoring.Worker.Drift;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Statistics.Drift;
using Microsoft.Extensions.Options;

namespace AspireMl.Monitoring.Worker.Comparison;

/// <summary>Compares the columns of two CSV files. A column's kind is what its values in the reference look like.</summary>
sealed class FileComparison(IOptions<ComparisonOptions> options)
{
    const string Reference = "reference";
    const string Current = "current";

    /// <param name="files">Opens the reference and the current file.</param>
    /// <param name="comparison">How to compare.</param>
    /// <param name="names">The columns to compare; null for all that both files have.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusalException">A file cannot be read or lacks a column: status 422.</exception>
    public async Task<FileDriftReport> CompareAsync(
        (Func<Stream> Reference, Func<Stream> Current) files, DriftComparison comparison, IReadOnlyList<string>? names, CancellationToken cancellation)
    {
        var reference = await ReadAsync(Reference, files.Reference, names?.ToDictionary(name => name, _ => default(ColumnKind?)), cancellation);
        RequireAll(Reference, names, reference);
        var current = await ReadAsync(Current, files.Current, reference.Columns.ToDictionary(column => column.Name, column => (ColumnKind?)column.Kind), cancellation);
        RequireAll(Current, names, current);

        var others = current.Columns.ToDictionary(column => column.Name);
        ComparedColumn[] columns = [.. reference.Columns
            .Where(column => others.ContainsKey(column.Name))
            .Select(column => new ComparedColumn(column.Name, column.ToValues(), others[column.Name].ToValues()))];
        if (columns.Length == 0)
        {
            throw Refusal.Unusable("The files have no column of the same name; look at their headers.");
        }

        var report = comparison.Compare(columns);
        string[] uncompared = names is null ? [.. reference.Header.Except(current.Header), .. current.Header.Except(reference.Header)] : [];
        return new(new(reference.Rows, current.Rows), ColumnReports.Of(report, columns), report.Drifted, report.Share, uncompared);
    }

    async Task<CsvTable> ReadAsync(string side, Func<Stream> open, IReadOnlyDictionary<string, ColumnKind?>? wanted, CancellationToken cancellation)
    {
        try
        {
            await using var file = open();
            return await CsvTable.ReadAsync(file, wanted, options.Value, cancellation);
        }
        catch (CsvDefectException defect)
        {
            throw Refusal.Unusable($"The file \"{side}\" cannot be used. {defect.Message}", defect);
        }
    }

    static void RequireAll(string side, IReadOnlyList<string>? names, CsvTable table)
    {
        if (names?.FirstOrDefault(name => !table.Header.Contains(name)) is { } missing)
        {
            throw Refusal.Unusable($"The file \"{side}\" has no column \"{missing}\".");
        }
    }
}
