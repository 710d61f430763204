using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AspireMl.Contracts.Datasets;
using AspireMl.Storage.Tabular;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Retraining.Worker.Tests.Datasets;

[Collection(SharedDatasetService.Name)]
public sealed class CsvUploadTests(DatasetService service)
{
    const string GoodRow = "2026-11-20T00:00:00Z,150,light,1,300";

    [Fact]
    public async Task Rows_go_in_once_whatever_the_order_of_the_columns()
    {
        var dataset = await service.CreateAsync();

        var first = await dataset.AddAsync(Uploads.Csv($"{Uploads.Header}\n{Uploads.Rows(50)}"));
        var again = await dataset.AddAsync(Uploads.Csv($"quality;recipe;time;count;height\r\n300;light;2026-11-20 00:00:00;0;100.5\r\n"));

        Assert.Equal((50, 0, 0), (first.Inserted, first.Unchanged, first.RejectedRows));
        Assert.Equal((0, 1, 0), (again.Inserted, again.Unchanged, again.RejectedRows));
        Assert.Equal(50, await dataset.CountAsync());
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_header()
    {
        var dataset = await service.CreateAsync();

        var added = await dataset.AddAsync(Uploads.Csv([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{Uploads.Header}\n{Uploads.Rows(3)}")]));

        Assert.Equal(3, added.Inserted);
    }

    [Fact]
    public async Task A_broken_quote_spoils_its_own_row_only()
    {
        var dataset = await service.CreateAsync();

        var added = await dataset.AddAsync(Uploads.Csv(
            $"{Uploads.Header}\n2026-11-20T00:00:00Z,150,\"light\",1,300\n2026-11-20T00:00:01Z,150,\"light,2,300\n2026-11-20T00:00:02Z,150,light,3,300\n"));

        Assert.Equal((2, 1), (added.Inserted, added.RejectedRows));
        Assert.Equal(2, added.Rejected[0].Row);
        Assert.Contains("quote", added.Rejected[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-20T00:00:00Z,,light,1", "fields")]
    [InlineData("2026-11-20T00:00:00Z,abc,light,1,300", "height is \"abc\", not a number.")]
    [InlineData("2026-11-20T00:00:00Z,NaN,light,1,300", "height is not a finite number.")]
    [InlineData("2026-11-20T00:00:00Z,201,light,1,300", "height is 201, outside its range from 100 to 200.")]
    [InlineData("2026-11-20T00:00:00Z,150,medium,1,300", "recipe is \"medium\", which is not among its values.")]
    [InlineData("2026-11-20T00:00:00Z,150,,1,300", "recipe is missing.")]
    [InlineData("2026-11-20T00:00:00Z,150,light,1.5,300", "count is not a whole number.")]
    [InlineData("2026-11-20T00:00:00Z,150,light,1,", "quality is missing.")]
    [InlineData(",150,light,1,300", "time is missing.")]
    [InlineData("yesterday,150,light,1,300", "time is \"yesterday\", not a time")]
    [InlineData("0001-01-01T00:00:00Z,150,light,1,300", "time is before 1900.")]
    public async Task A_row_that_cannot_be_used_is_rejected_with_its_reason(string row, string reason)
    {
        var dataset = await service.CreateAsync();

        Assert.Contains(reason, await dataset.ReasonAsync(Uploads.Csv($"{Uploads.Header}\n{row}\n")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_ahead_is_tolerated_by_minutes_not_by_hours()
    {
        var dataset = await service.CreateAsync();
        string Row(TimeSpan ahead) => $"{Uploads.Header}\n{DateTimeOffset.UtcNow + ahead:yyyy-MM-dd'T'HH:mm:ss'Z'},150,light,1,300\n";

        Assert.Equal(1, (await dataset.AddAsync(Uploads.Csv(Row(TimeSpan.FromMinutes(1))))).Inserted);
        Assert.Contains("in the future", await dataset.ReasonAsync(Uploads.Csv(Row(TimeSpan.FromHours(2)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_rejected_rows_are_counted_and_the_first_are_listed()
    {
        var dataset = await service.CreateAsync();

        var added = await dataset.AddAsync(Uploads.Csv($"{Uploads.Header}\n{string.Concat(Enumerable.Repeat("never,150,light,1,300\n", 20))}{Uploads.Rows(2)}"));

        Assert.Equal((2, 20), (added.Inserted, added.RejectedRows));
        Assert.Equal([1, 2, 3, 4, 5], added.Rejected.Select(rejection => rejection.Row));
    }

    [Fact]
    public async Task A_label_of_an_unknown_inference_is_rejected_and_that_of_a_known_one_is_kept()
    {
        var dataset = await service.CreateAsync();
        var (known, unknown) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var inferences = service.Worker.Services.GetRequiredService<ITabularInferenceStore>();
        await inferences.RecordAsync(
            [new() { Model = dataset.Name, Version = "1.0.0", CreatedAt = DateTimeOffset.UtcNow, Ids = [known], Features = new float[] { 1, 2, 3 }, Predictions = new float[] { 300 } }], default);

        var added = await dataset.AddAsync(Uploads.Csv($"{Uploads.Header},{DatasetSchema.InferenceId}\n{GoodRow},{unknown}\n{GoodRow},{known}\n{GoodRow},\n{GoodRow},x\n"), "production");

        Assert.Equal((2, 2), (added.Inserted, added.RejectedRows));
        Assert.Equal(1, added.Rejected[0].Row);
        Assert.Contains($"no recorded inference {unknown}", added.Rejected[0].Reason, StringComparison.Ordinal);
        Assert.Contains("not the id of an inference", added.Rejected[1].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("height,recipe,count,quality", "it lacks \"time\".")]
    [InlineData("time,height,recipe,count,quality,colour", "it has the unknown \"colour\".")]
    [InlineData("time,height,height,recipe,count,quality", "it has twice \"height\".")]
    [InlineData("", "it lacks")]
    public async Task A_wrong_header_is_refused_by_name(string header, string reason)
    {
        var dataset = await service.CreateAsync();

        var sentence = await TestDataset.RefusedAsync(dataset.PostAsync(Uploads.Csv($"{header}\n{GoodRow}\n")), HttpStatusCode.UnprocessableEntity);

        Assert.Contains(reason, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_columns_are_refused_with_the_first_of_them()
    {
        var dataset = await service.CreateAsync();
        var header = string.Join(',', Enumerable.Range(1, 200).Select(column => $"c{column}"));

        var sentence = await TestDataset.RefusedAsync(dataset.PostAsync(Uploads.Csv($"{header}\n1\n")), HttpStatusCode.UnprocessableEntity);

        Assert.Contains("\"c1\"", sentence, StringComparison.Ordinal);
        Assert.Contains("and 190 more", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_gigabytes_are_refused_before_they_are_sent()
    {
        var dataset = await service.CreateAsync();
        // The client of the harness holds bodies in memory.
        using var client = new HttpClient { BaseAddress = dataset.Client.BaseAddress };
        using var request = Uploads.Asking(HttpMethod.Post, dataset.Rows(), new Announced(2L << 30));

        var sentence = await TestDataset.RefusedAsync(client.SendAsync(request), HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("at most 1073741824 bytes", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_end_is_refused_and_what_was_stored_before_is_said()
    {
        var dataset = await service.CreateAsync();
        var text = $"{Uploads.Header}\n{Uploads.Rows(20_001)}2026-11-20T00:00:00Z,{new string('1', 10_000)}";

        var sentence = await TestDataset.RefusedAsync(dataset.PostAsync(Uploads.Csv(text)), HttpStatusCode.BadRequest);

        Assert.Contains("20000 rows before it are stored", sentence, StringComparison.Ordinal);
        Assert.Equal(20_000, await dataset.CountAsync());
    }

    [Fact]
    public async Task Other_media_types_splits_and_datasets_are_refused()
    {
        var dataset = await service.CreateAsync();

        await TestDataset.RefusedAsync(dataset.PostAsync(new StringContent("x")), HttpStatusCode.UnsupportedMediaType);
        await TestDataset.RefusedAsync(dataset.PostAsync(Uploads.Csv("x"), "validation"), HttpStatusCode.BadRequest);
        await TestDataset.RefusedAsync(dataset.PostAsync(Uploads.Csv("x"), ""), HttpStatusCode.BadRequest);
        await TestDataset.RefusedAsync((dataset with { Name = "nothing" }).PostAsync(Uploads.Csv("x")), HttpStatusCode.NotFound);
    }

    /// <summary>A body that says its length and is never sent.</summary>
    sealed class Announced : HttpContent
    {
        readonly long _length;

        public Announced(long length)
        {
            _length = length;
            Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return true;
        }
    }
}
