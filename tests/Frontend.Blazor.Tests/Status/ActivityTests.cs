using AspireMl.Contracts.Inferences;
using AspireMl.Frontend.Blazor.Status;
using AspireMl.Frontend.Blazor.Tests.Testing;

namespace AspireMl.Frontend.Blazor.Tests.Status;

public sealed class ActivityTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 30, 0, TimeSpan.Zero);
    static readonly TimeWindow Day = TimeWindow.All.Single(window => window.Key == "day");

    [Fact]
    public void Answers_fall_into_the_hour_in_which_they_were_given()
    {
        var activity = Activity.Of([At(Now), At(Now.AddMinutes(-30)), At(Now.AddMinutes(-31)), At(Now.AddHours(-23))], Now, Day);

        Assert.Equal(24, activity.Steps.Count);
        Assert.Equal(new(2026, 11, 21, 14, 0, 0, TimeSpan.Zero), activity.Steps[^1].Start);
        Assert.Equal((2, 1, 1), (activity.Steps[^1].Count, activity.Steps[^2].Count, activity.Steps[0].Count));
        Assert.Equal(4, activity.Steps.Sum(step => step.Count));
    }

    [Fact]
    public void Percentiles_are_taken_by_nearest_rank()
    {
        var records = Enumerable.Range(1, 20).Select(number => At(Now) with { Timings = new(0, 1, 0, number * 10) }).ToList();
        var step = Activity.Of(records, Now, Day).Steps[^1];

        Assert.Equal((100.0, 190.0), (step.MedianMs, step.P95Ms));
    }

    [Fact]
    public void Shares_count_answers_found_and_verdicts_given()
    {
        var activity = Activity.Of([At(Now) with { Answer = null }, At(Now) with { Feedback = new(Feedback.Correct) }, At(Now), At(Now) with { Feedback = new(Feedback.Incorrect) }], Now, Day);

        Assert.Equal((0.75, 0.5), (activity.Answered, activity.Correct));
    }

    [Fact]
    public void Nothing_asked_gives_empty_steps_and_no_figures()
    {
        var activity = Activity.Of([], Now, Day);

        Assert.All(activity.Steps, step => Assert.Equal((0, null, null), (step.Count, step.MedianMs, step.P95Ms)));
        Assert.Equal((null, null, null, null), (activity.Answered, activity.Correct, activity.FirstMs, activity.AgainMs));
    }

    static InferenceRecord At(DateTimeOffset moment) => SampleRecords.Answer("What?", "image/jpeg", [], first: true) with { CreatedAt = moment };
}
