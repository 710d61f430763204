using AspireMl.Contracts.Jobs;
using AspireMl.Frontend.Blazor.Tests.Testing;
using Microsoft.Playwright;

namespace AspireMl.Frontend.Blazor.Tests;

[Collection(SharedBrowser.Name)]
public sealed class PageTests : IDisposable
{
    static readonly (int Width, ColorScheme Theme)[] Looks =
        [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Light), (390, ColorScheme.Dark), (360, ColorScheme.Light)];

    // Enough for people to look at; the others are only checked.
    static readonly (int, ColorScheme)[] Shots = [(1280, ColorScheme.Light), (390, ColorScheme.Dark)];

    readonly Browser _browser;

    public PageTests(Browser browser)
    {
        _browser = browser;
        var image = File.ReadAllBytes(SamplePages.ReceiptPath);
        browser.Api.Records.AddRange(SampleRecords.Past(23, TimeSpan.FromMinutes(47), image));
        browser.Api.Images[browser.Api.Records[0].InputHash!] = image;
        browser.Api.Jobs.Jobs.AddRange(JobStatuses.All.Reverse().Select(FakeJobs.Sample).OrderByDescending(job => job.Status == JobStatuses.Finished));
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("answered")]
    [InlineData("history")]
    [InlineData("record")]
    [InlineData("jobs")]
    [InlineData("job")]
    [InlineData("predict")]
    [InlineData("models")]
    [InlineData("model")]
    [InlineData("data")]
    [InlineData("monitoring")]
    [InlineData("image-monitoring")]
    [InlineData("retraining")]
    [InlineData("run")]
    [InlineData("schedules")]
    [InlineData("classify")]
    [InlineData("classified")]
    [InlineData("image-datasets")]
    [InlineData("image-dataset")]
    [InlineData("experiments")]
    [InlineData("image-run")]
    [InlineData("simulator")]
    [InlineData("status")]
    public async Task Each_page_fits_its_window_is_readable_and_raises_no_complaint(string page)
    {
        await using var visitor = await OpenAsync(page);
        foreach (var (width, theme) in Looks)
        {
            await visitor.LookAsync(width, theme);
            if (Shots.Contains((width, theme)))
            {
                await visitor.ShotAsync($"{page}-{width}-{theme}".ToLowerInvariant());
            }

            // Charts follow a new width a moment later.
            await visitor.Page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth");
            Assert.Empty(await Accessibility.FaultsAsync(visitor.Page));
        }

        Assert.Empty(visitor.Complaints);
    }

    public void Dispose() => _browser.Api.Reset();

    async Task<Visitor> OpenAsync(string page)
    {
        switch (page)
        {
            case "answered":
                var asking = await _browser.VisitAsync();
                await asking.OpenSampleAsync();
                await asking.AskAsync("Where is the unicorn?");
                await asking.AskAsync("What is the total?");
                return asking;
            case "record":
                var record = await _browser.VisitAsync($"history/{_browser.Api.Records[0].InferenceId}");
                await record.Page.Locator("[data-mark]").WaitForAsync();
                return record;
            case "history":
                var history = await _browser.VisitAsync("history");
                await history.Page.Locator("[data-inference]").First.WaitForAsync();
                return history;
            case "jobs":
                var jobs = await _browser.VisitAsync("jobs");
                await jobs.Page.Locator("[data-job]").First.WaitForAsync();
                return jobs;
            case "job":
                var job = await _browser.VisitAsync($"jobs/{_browser.Api.Jobs.Jobs[0].JobId}");
                await job.Page.Locator(".json").Last.WaitForAsync();
                return job;
            case "predict":
                _browser.Api.Models = [_browser.Api.Tabular.Summary];
                var predict = await _browser.VisitAsync("predict");
                await predict.Page.GetByRole(AriaRole.Button, new() { Name = "Predict" }).ClickAsync();
                await predict.Page.Locator(".prediction").WaitForAsync();
                return predict;
            case "models":
                var models = await _browser.VisitAsync("models");
                await models.Page.Locator("[data-model]").First.WaitForAsync();
                return models;
            case "model":
                var model = await _browser.VisitAsync($"models/{FakeModels.Name}");
                await model.Page.Locator("[data-version]").Last.GetByText("1.0.0").ClickAsync();
                await model.Page.Locator("[data-version='1.1.0']").GetByRole(AriaRole.Button).ClickAsync();
                return model;
            case "data":
                var data = await _browser.VisitAsync("data");
                await data.Page.Locator(".chart-canvas canvas").WaitForAsync();
                return data;
            case "monitoring":
                var monitoring = await _browser.VisitAsync("monitoring");
                await monitoring.Page.GetByRole(AriaRole.Button, new() { Name = "Add a monitor" }).ClickAsync();
                await monitoring.Page.GetByRole(AriaRole.Button, new() { Name = "Compare the last 24h" }).ClickAsync();
                await monitoring.Page.Locator(".chart-canvas canvas").WaitForAsync();
                await monitoring.Page.GetByLabel("Every").SelectOptionAsync("cron");
                await monitoring.Page.Locator("[data-monitor]").WaitForAsync();
                return monitoring;
            case "image-monitoring":
                _browser.Api.Models = [FakeClassifier.Summary];
                var images = await _browser.VisitAsync("monitoring");
                await images.Page.GetByLabel("Model", new() { Exact = true }).SelectOptionAsync(FakeClassifier.Name);
                await images.Page.GetByRole(AriaRole.Button, new() { Name = "Compare the last 24h" }).ClickAsync();
                await images.Page.Locator(".chart-canvas canvas").Last.WaitForAsync();
                return images;
            case "retraining":
                _browser.Api.Training.Runs.AddRange([FakeTraining.Running, FakeTraining.Challenger]);
                var retraining = await _browser.VisitAsync("retraining");
                await retraining.Page.Locator("[data-run]").Last.WaitForAsync();
                return retraining;
            case "run":
                _browser.Api.Training.Runs.Add(FakeTraining.Challenger);
                var run = await _browser.VisitAsync($"retraining/{FakeTraining.Challenger.RunId}");
                await run.Page.Locator(".comparison").WaitForAsync();
                return run;
            case "schedules":
                _browser.Api.Schedules.Schedules.AddRange([FakeSchedules.Import, FakeSchedules.Training]);
                var schedules = await _browser.VisitAsync("schedules");
                await schedules.Page.Locator("[data-schedule=laboratory-rows]").GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
                await schedules.Page.GetByLabel("As a cron expression").WaitForAsync();
                return schedules;
            case "classify":
                return await _browser.VisitAsync("classify");
            case "classified":
                _browser.Api.Models = [FakeClassifier.Summary];
                var classify = await _browser.VisitAsync("classify");
                await classify.DropAsync([SamplePages.ReceiptPath, SamplePages.ReceiptPath, SamplePages.ReceiptPath], "image/jpeg");
                await Assertions.Expect(classify.Page.Locator(".label-bars")).ToHaveCountAsync(3);
                return classify;
            case "image-datasets":
                var datasets = await _browser.VisitAsync("image-datasets");
                await datasets.Page.Locator("[data-dataset]").WaitForAsync();
                return datasets;
            case "image-dataset":
                _browser.Api.Models = [FakeClassifier.Summary];
                var dataset = await _browser.VisitAsync($"image-datasets/{FakeImageDatasets.Name}");
                await dataset.Page.GetByRole(AriaRole.Button, new() { Name = "Check version 2" }).ClickAsync();
                await dataset.Page.Locator("[data-verdict]").WaitForAsync();
                await dataset.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
                await dataset.Page.Locator("[data-comparison]").WaitForAsync();
                return dataset;
            case "experiments":
                _browser.Api.Training.Runs.AddRange([FakeExperiments.Better, FakeExperiments.Worse]);
                var experiments = await _browser.VisitAsync("experiments");
                await experiments.Page.Locator(".chart-canvas canvas").WaitForAsync();
                return experiments;
            case "image-run":
                _browser.Api.Training.Runs.Add(FakeExperiments.Better);
                var imageRun = await _browser.VisitAsync($"retraining/{FakeExperiments.Better.RunId}");
                await imageRun.Page.Locator("[data-worst]").WaitForAsync();
                return imageRun;
            case "simulator":
                var simulator = await _browser.VisitAsync("simulator");
                await simulator.Page.Locator(".chart-canvas canvas").Last.WaitForAsync();
                return simulator;
            case "status":
                var status = await _browser.VisitAsync("status");
                await status.Page.Locator("[data-model=span-reader]").WaitForAsync();
                await status.Page.Locator(".chart-canvas canvas").Last.WaitForAsync();
                return status;
            default:
                return await _browser.VisitAsync();
        }
    }
}
