using AspireMl.Contracts.Simulation;
using Microsoft.Extensions.Options;

namespace AspireMl.Simulator.Control;

/// <summary>What a person has set the machine to, and what came of it. Safe for use by many threads.</summary>
sealed class SimulatorSwitch(IOptions<SimulatorOptions> options, TimeProvider time)
{
    readonly Lock _lock = new();
    SimulatorSetting _setting = new(options.Value.Running, options.Value.Scenario, time.GetUtcNow(), options.Value.Interval, options.Value.LabelDelay);
    TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    SimulatorReading? _latest;
    string? _trouble;
    long _readings;
    long _labels;
    long _refused;

    /// <summary>What is set now.</summary>
    public SimulatorSetting Setting
    {
        get
        {
            lock (_lock)
            {
                return _setting;
            }
        }
    }

    /// <summary>Changes what is set and wakes who waits for it.</summary>
    public void Change(Func<SimulatorSetting, SimulatorSetting> change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            _setting = change(_setting);
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }

    /// <summary>Waits, but not beyond the next change.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
    {
        Task changed;
        lock (_lock)
        {
            changed = _changed.Task;
        }

        try
        {
            await changed.WaitAsync(longest, time, cancellation);
        }
        catch (TimeoutException)
        {
            // The wait is over without a change.
        }
    }

    public void Sent(SimulatorReading reading)
    {
        lock (_lock)
        {
            (_latest, _readings, _trouble) = (reading, _readings + 1, null);
        }
    }

    public void Labelled(int taken, int refused)
    {
        lock (_lock)
        {
            (_labels, _refused, _trouble) = (_labels + taken, _refused + refused, null);
        }
    }

    public void Stuck(string trouble)
    {
        lock (_lock)
        {
            _trouble = trouble;
        }
    }

    /// <summary>All of it, as clients see it.</summary>
    public SimulatorState State(int labelsWaiting)
    {
        lock (_lock)
        {
            return new()
            {
                Running = _setting.Running,
                Scenario = ScenarioNames.Of(_setting.Scenario),
                ScenarioSince = _setting.ScenarioSince,
                IntervalMs = _setting.Interval.TotalMilliseconds,
                LabelDelayMs = _setting.LabelDelay.TotalMilliseconds,
                Seed = options.Value.Seed,
                Readings = _readings,
                Labels = _labels,
                LabelsWaiting = labelsWaiting,
                LabelsRefused = _refused,
                Trouble = _trouble,
                Latest = _latest,
            };
        }
    }
}
