using System.Diagnostics.Metrics;
using AspireMl.Contracts.Jobs;
using static AspireMl.Inference.Api.Telemetry.MetricNames;

namespace AspireMl.Inference.Api.Telemetry;

internal sealed class JobInstruments(Meter meter)
{
    static readonly string[] Outcomes = [JobStatuses.Finished, JobStatuses.Failed, JobStatuses.Cancelled, JobStatuses.Queued];

    readonly Counter<long> _attempts = meter.CreateCounter<long>(
        MetricNames.Jobs, "{job}", "Attempts at jobs by the status that the job had after them; queued ones are tried again.");

    readonly Histogram<double> _duration = meter.CreateHistogram(
        JobDuration, "s", "Time of an attempt at a job.", tags: null, Buckets.JobSeconds);

    readonly Histogram<double> _wait = meter.CreateHistogram(
        JobWait, "s", "Time from a job's record to its first attempt.", tags: null, Buckets.JobSeconds);

    public void Prime(string service)
    {
        foreach (var status in Outcomes)
        {
            _attempts.Add(0, new(Service, service), new(JobStatus, status));
        }
    }

    public void RecordWait(string service, TimeSpan waited) => _wait.Record(waited.TotalSeconds, new KeyValuePair<string, object?>(Service, service));

    public void RecordAttempt(string service, string status, TimeSpan time)
    {
        _attempts.Add(1, new(Service, service), new(JobStatus, status));
        _duration.Record(time.TotalSeconds, new KeyValuePair<string, object?>(Service, service));
    }

    public void ObserveBacklog(Func<(long Queued, long Running)> open, Func<double> age, Func<long> dead)
    {
        meter.CreateObservableGauge(
            JobsOpen,
            () =>
            {
                var (queued, running) = open();
                return (Measurement<long>[])
                [
                    new(queued, new KeyValuePair<string, object?>(JobStatus, JobStatuses.Queued)),
                    new(running, new KeyValuePair<string, object?>(JobStatus, JobStatuses.Running)),
                ];
            },
            "{job}",
            "Jobs that have not ended.");
        meter.CreateObservableGauge(JobsOldest, age, "s", "How long the job has waited that has waited longest.");
        meter.CreateObservableGauge(JobsDead, dead, "{message}", "Messages of the queue that nobody could handle.");
    }
}
