namespace Aspire.Hosting.Orchestration;

/// <summary>What is known about one resource while the application runs. Safe to read from any thread.</summary>
internal sealed class ResourceStatus(IResource resource)
{
    readonly Lock _lock = new();
    TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IResource Resource { get; } = resource;

    public LogLines Log { get; } = new();

    public string State { get; private set; } = KnownResourceStates.NotStarted;

    /// <summary>It runs, every health check has passed once, and whoever wanted to know has been told.</summary>
    public bool Ready { get; private set; }

    public string Health { get; private set; } = "";

    public int? ExitCode { get; private set; }

    public int? ProcessId { get; private set; }

    /// <summary>How often it was started again.</summary>
    public int Restarts { get; private set; }

    public Task Changed
    {
        get
        {
            lock (_lock)
            {
                return _changed.Task;
            }
        }
    }

    public void Waiting(bool again) => Update(() => (State, Ready, ExitCode, Restarts) = (KnownResourceStates.Waiting, false, null, Restarts + (again ? 1 : 0)));

    public void Starting() => Update(() => State = KnownResourceStates.Starting);

    public void Running(int? processId) => Update(() => (State, ProcessId) = (KnownResourceStates.Running, processId));

    public void Stopping() => Update(() => State = KnownResourceStates.Stopping);

    public void BecameReady() => Update(() => Ready = true);

    public void Checked(string health) => Update(() => Health = health);

    public void FailedToStart() => Update(() => State = KnownResourceStates.FailedToStart);

    public void Ended(int exitCode) => Update(() => (State, Ready, ExitCode, ProcessId, Health) =
        (exitCode == 0 ? KnownResourceStates.Finished : KnownResourceStates.Exited, false, exitCode, null, ""));

    void Update(Action change)
    {
        TaskCompletionSource previous;
        lock (_lock)
        {
            change();
            previous = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        previous.SetResult();
    }
}
