using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Retraining.Worker.ImageDatasets.Import;

/// <summary>Reads class and split out of paths: <c>class/file</c>, or <c>training|validation|testing/class/file</c>, both in one common folder or not.</summary>
internal sealed class ClassFolders
{
    const int LongestLabel = 100;

    readonly int _common;

    /// <param name="paths">The paths of all files of an import.</param>
    public ClassFolders(IEnumerable<string> paths)
    {
        string[][] visible = [.. paths.Select(path => path.Split('/')).Where(parts => !IsHidden(parts))];
        // Many programs pack a folder as one folder; a single class stands directly in it then.
        _common = visible.Length > 0
            && visible.All(parts => parts.Length > 2 && parts[0] == visible[0][0])
            && !ImageSplits.All.Contains(visible[0][0]) ? 1 : 0;
    }

    /// <summary>Class and split of a path.</summary>
    /// <returns>The defect is null when the path has a class; the split is null when the path names none.</returns>
    public (string Label, string? Split, string? Defect) Read(string path)
    {
        var parts = path.Split('/');
        if (IsHidden(parts))
        {
            return Defective("It is a hidden file.");
        }

        return parts[_common..] switch
        {
            [var split, _] when ImageSplits.All.Contains(split) => Defective($"It stands in {split} without a class; put it into {split}/class/."),
            [var label, _] => Checked(label, null),
            [var split, var label, _] when ImageSplits.All.Contains(split) => Checked(label, split),
            _ => Defective($"Its path is neither class/file nor {string.Join('|', ImageSplits.All)}/class/file."),
        };
    }

    /// <summary>Whether a folder stands for a class: that it is empty is then worth telling.</summary>
    public bool IsClass(string folder) => Read($"{folder}/file").Defect is null;

    /// <summary>What is wrong with the name of a class, or null.</summary>
    public static string? DefectOf(string? label) =>
        label is { Length: > 0 and <= LongestLabel } && label.Trim().Length == label.Length && !label.Any(char.IsControl)
            ? null
            : $"A class has 1 to {LongestLabel} characters, none of them a control character, and no blanks at its ends.";

    static bool IsHidden(string[] parts) => parts.Any(part => part[0] == '.') || parts[0] == "__MACOSX";

    static (string, string?, string?) Checked(string label, string? split) => (label, split, DefectOf(label));

    static (string, string?, string?) Defective(string defect) => ("", null, defect);
}
