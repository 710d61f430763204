using System.Net.Mime;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AspireMl.ServiceDefaults.Uploads;

/// <summary>Opens multipart forms, and says what is wrong with those that are none.</summary>
public static class MultipartForm
{
    const int LongestBoundary = 70;
    const int MostHeaders = 8;
    const int LongestHeaders = 4096;

    /// <summary>The sentence for a form that cannot be read.</summary>
    public const string Damaged = "The form is damaged or breaks off; send it again as complete multipart/form-data.";

    /// <summary>Opens the form of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="what">What the form holds, for the sentence to those who send something else.</param>
    /// <exception cref="RefusalException">It is no form: statuses 400 and 415.</exception>
    public static MultipartReader Open(HttpRequest request, string what) => new(Boundary(request, what), request.Body)
    {
        HeadersCountLimit = MostHeaders,
        HeadersLengthLimit = LongestHeaders,
    };

    /// <summary>The name of a part.</summary>
    /// <exception cref="RefusalException">It has none: status 400.</exception>
    public static string NameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
            && disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(disposition.Name).ToString()
            : throw Refusal.Malformed("A part of the form has no name; each needs Content-Disposition: form-data with one.");

    /// <summary>Reads a form that has one field and nothing else.</summary>
    /// <param name="form">The form.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="holds">What the field holds, for the sentence to those who leave it out.</param>
    /// <param name="read">Reads the field.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusalException">There is another field, the field stands twice, or is missing: status 400.</exception>
    public static async Task ReadOnlyFieldAsync(
        MultipartReader form, string field, string holds, Func<Stream, CancellationToken, Task> read, CancellationToken cancellation)
    {
        var found = false;
        while (await form.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (NameOf(section) != field)
            {
                throw UnknownField(field);
            }

            if (found)
            {
                throw Twice(field);
            }

            await read(section.Body, cancellation);
            found = true;
        }

        if (!found)
        {
            throw Refusal.Malformed($"The field {field} is missing; it holds {holds}.");
        }
    }

    /// <summary>The refusal of a part whose name is not one of those that the form may have.</summary>
    public static RefusalException UnknownField(string known) =>
        Refusal.Malformed($"The form has a field that is not known here; the known ones are {known}.");

    /// <summary>The refusal of a part that stands in the form twice.</summary>
    public static RefusalException Twice(string field) => Refusal.Malformed($"The field {field} stands twice in the form; send it once.");

    static string Boundary(HttpRequest request, string what)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(MediaTypeNames.Multipart.FormData, StringComparison.OrdinalIgnoreCase))
        {
            throw Refusal.WrongMediaType($"Send the {what} as multipart/form-data.");
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        return boundary.Length is > 0 and <= LongestBoundary
            ? boundary.ToString()
            : throw Refusal.Malformed($"The Content-Type needs a boundary of 1 to {LongestBoundary} characters.");
    }
}
