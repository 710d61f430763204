using System.Buffers;
using AspireMl.Modeling.Tabular;
using Microsoft.ML.OnnxRuntime;

namespace AspireMl.Inference.Api.Tabular;

/// <summary>Requests for one model whose rows are predicted together. Not for several threads at once.</summary>
/// <param name="model">The model.</param>
/// <param name="run">Runs the model on rows into outputs and says how long it took.</param>
sealed class SharedRun(TabularModel model, Func<TabularModel, Memory<float>, Memory<float>, TimeSpan> run)
{
    readonly List<WaitingRows> _requests = [];

    public TabularModel Model => model;

    /// <summary>Requests in it.</summary>
    public int Requests => _requests.Count;

    /// <summary>Whether it has begun, so that nobody joins or leaves it.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Rows of all requests.</summary>
    public int Rows { get; private set; }

    public void Add(WaitingRows request)
    {
        _requests.Add(request);
        Rows += RowsOf(request);
    }

    /// <returns>False when it is not in it.</returns>
    public bool Remove(WaitingRows request)
    {
        if (!_requests.Remove(request))
        {
            return false;
        }

        Rows -= RowsOf(request);
        return true;
    }

    /// <summary>Predicts all rows and tells the requests; where the model fails for all of them, each is tried alone.</summary>
    public void Predict()
    {
        if (_requests.Count < 2)
        {
            _requests.ForEach(PredictAlone);
            return;
        }

        var rows = ArrayPool<float>.Shared.Rent(Rows * model.Columns);
        var outputs = ArrayPool<float>.Shared.Rent(Rows * model.Outputs);
        try
        {
            PredictTogether(rows.AsMemory(0, Rows * model.Columns), outputs.AsMemory(0, Rows * model.Outputs));
        }
        catch (OnnxRuntimeException)
        {
            _requests.ForEach(PredictAlone);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rows);
            ArrayPool<float>.Shared.Return(outputs);
        }
    }

    /// <summary>Tells the requests why none of them is predicted.</summary>
    public void Fail(Exception reason) => _requests.ForEach(request => request.Fail(reason));

    void PredictTogether(Memory<float> rows, Memory<float> outputs)
    {
        var place = 0;
        foreach (var request in _requests)
        {
            request.Rows.CopyTo(rows[place..]);
            place += request.Rows.Length;
        }

        var time = run(model, rows, outputs);
        place = 0;
        foreach (var request in _requests)
        {
            outputs.Slice(place, request.Outputs.Length).CopyTo(request.Outputs);
            place += request.Outputs.Length;
        }

        _requests.ForEach(request => request.Succeed(time));
    }

    void PredictAlone(WaitingRows request)
    {
        try
        {
            request.Succeed(run(model, request.Rows, request.Outputs));
        }
        catch (OnnxRuntimeException failure)
        {
            request.Fail(failure);
        }
    }

    int RowsOf(WaitingRows request) => request.Outputs.Length / model.Outputs;
}
