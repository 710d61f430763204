using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AspireMl.ServiceDefaults.Queries;
using AspireMl.Storage.Datasets;

namespace AspireMl.Retraining.Worker.Datasets;

/// <summary>A row that is being read, field by field. The first thing that is wrong with it is the reason of its rejection.</summary>
/// <param name="columns">The columns.</param>
/// <param name="latest">The latest time that a row may have.</param>
internal sealed class RowDraft(RowColumns columns, DateTimeOffset latest)
{
    // Older times come from an empty clock, or from a year that lacks its century.
    static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly bool[] _given = new bool[columns.Names.Count];
    double[] _values = [];
    DateTimeOffset? _at;
    Guid? _inferenceId;
    string? _defect;

    public void Begin()
    {
        _values = new double[columns.Values.Count];
        Array.Fill(_values, double.NaN);
        Array.Clear(_given);
        (_at, _inferenceId, _defect) = (null, null, null);
    }

    public void Reject(string reason) => _defect ??= reason;

    /// <summary>A field that is there but empty.</summary>
    public void SetMissing(int place) => IsFirst(place);

    public void SetNumber(int place, double value)
    {
        if (!IsFirst(place))
        {
            return;
        }

        if (place > columns.Target || columns.Values[place].HoldsWords)
        {
            Reject($"{columns.Names[place]} is a number, not a text.");
        }
        else if (columns.Values[place].DefectOf(value) is { } defect)
        {
            Reject(defect);
        }
        else
        {
            _values[place] = value;
        }
    }

    public void SetText(int place, ReadOnlySpan<char> text)
    {
        if (!IsFirst(place))
        {
            return;
        }

        if (place == columns.Time)
        {
            SetTime(text);
        }
        else if (place == columns.Inference)
        {
            SetInference(text);
        }
        else if (columns.Values[place].PlaceOf(text) is { } value)
        {
            _values[place] = value;
        }
        else
        {
            Reject(columns.Values[place].HoldsWords
                ? $"{columns.Names[place]} is {ReasonText.Shown(text)}, which is not among its values."
                : $"{columns.Names[place]} is {ReasonText.Shown(text)}, not a number.");
        }
    }

    /// <summary>Ends the row.</summary>
    /// <returns>False when it is rejected.</returns>
    public bool TryFinish([NotNullWhen(true)] out DatasetRow? row, [NotNullWhen(false)] out string? reason)
    {
        row = null;
        reason = _defect ?? Missing();
        if (reason is not null || _at is not { } at)
        {
            reason ??= $"{columns.Names[columns.Time]} is missing.";
            return false;
        }

        var (features, target) = (_values[..columns.Target], _values[columns.Target]);
        row = new(RowHash.RowId(at, _inferenceId, features, target), at, _inferenceId, features, target);
        return true;
    }

    string? Missing()
    {
        for (var place = 0; place < _values.Length; place++)
        {
            if (double.IsNaN(_values[place]) && !columns.Values[place].MayBeMissing)
            {
                return $"{columns.Names[place]} is missing.";
            }
        }

        return null;
    }

    void SetTime(ReadOnlySpan<char> text)
    {
        if (!IsoTime.TryParse(text, out var at))
        {
            Reject($"{columns.Names[columns.Time]} is {ReasonText.Shown(text)}, not a time such as 2026-11-21T08:30:00Z.");
        }
        else if (at > latest)
        {
            Reject(string.Create(CultureInfo.InvariantCulture, $"{columns.Names[columns.Time]} is {at:yyyy-MM-dd'T'HH:mm:ss'Z'}, which is in the future; set the sender's clock."));
        }
        else if (at < Earliest)
        {
            Reject($"{columns.Names[columns.Time]} is before {Earliest.Year}.");
        }
        else
        {
            _at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    void SetInference(ReadOnlySpan<char> text)
    {
        if (Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty)
        {
            _inferenceId = id;
        }
        else
        {
            Reject($"{columns.Names[columns.Inference]} is {ReasonText.Shown(text)}, not the id of an inference.");
        }
    }

    bool IsFirst(int place)
    {
        if (_given[place])
        {
            Reject($"{columns.Names[place]} is there twice.");
            return false;
        }

        return _given[place] = true;
    }
}
