namespace AspireMl.Inference.Api.Tabular;

/// <summary>The rows of one request that wait to be predicted.</summary>
/// <param name="rows">The rows, one after the other.</param>
/// <param name="outputs">Takes their predictions.</param>
sealed class WaitingRows(Memory<float> rows, Memory<float> outputs)
{
    readonly TaskCompletionSource<TimeSpan> _predicted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Memory<float> Rows => rows;

    public Memory<float> Outputs => outputs;

    /// <summary>Ends when the rows are predicted, with the time that it took.</summary>
    public Task<TimeSpan> Predicted => _predicted.Task;

    public void Succeed(TimeSpan time) => _predicted.SetResult(time);

    /// <summary>Says why they are not; not heard where they are.</summary>
    public void Fail(Exception reason) => _predicted.TrySetException(reason);

    public void Leave(CancellationToken cancellation) => _predicted.SetCanceled(cancellation);
}
