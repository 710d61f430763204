using System.Net.Http.Json;
using System.Text.Json;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Jobs;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Modeling.Documents.Readers;
using AspireMl.Modeling.Tests.Images;
using AspireMl.Testing;

namespace AspireMl.Inference.Api.Tests.Telemetry;

/// <summary>A bit of everything that clients do.</summary>
static class Traffic
{
    public static async Task SendAsync(InferenceApi api)
    {
        var found = await api.Client.AskAsync();
        await JudgeAsync(api, found.InferenceId, "correct");
        await JudgeAsync(api, found.InferenceId, "incorrect");

        var reading = api.Models.Reading;
        api.Models.Reading = DocumentReading.None;
        await api.Client.AskAsync(question: "Who won?");
        api.Models.Reading = reading;

        (await api.Client.PostAsync("/v1/documents/ask", Forms.Ask([1, 2, 3]))).Dispose();
        (await api.Client.PostAsJsonAsync("/v1/tabular/kiln/predict?explain=true", Rows.One(heat: 1))).EnsureSuccessStatusCode().Dispose();
        var jobs = new JobClient(api.Client);
        var jobId = await jobs.SubmitAsync("kiln", JsonSerializer.SerializeToElement(Rows.One(), JsonSerializerOptions.Web));
        await Eventually.TrueAsync(async () => (await jobs.GetAsync(jobId)).Status == JobStatuses.Finished);
        var image = ColourNetwork.Png("RRRG");
        await api.Client.ClassifyAsync(image, "?explain=true");
        (await api.Client.PostAsync("/v1/images/classify/batch", ImageCalls.Batch(image, [1]))).EnsureSuccessStatusCode().Dispose();
        jobId = await new ImageClient(api.Client).SubmitAsync(new(new MemoryStream(image), "image/png", "image.png"), ImagePackages.Name);
        await Eventually.TrueAsync(async () => (await jobs.GetAsync(jobId)).Status == JobStatuses.Finished);
        (await api.Client.GetAsync("/v1/models")).Dispose();
        (await api.Client.GetAsync("/nowhere")).Dispose();
    }

    static async Task JudgeAsync(InferenceApi api, Guid inference, string verdict) =>
        (await api.Client.PostAsJsonAsync($"/v1/feedback/{inference}", new { verdict })).EnsureSuccessStatusCode().Dispose();
}
