using System.Reflection;

namespace Aspire.Hosting.Testing;

public static class DistributedApplicationTestingBuilder
{
    /// <summary>Runs an AppHost's program up to where it builds the application, and hands over what it has declared.</summary>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class
    {
        var program = typeof(TEntryPoint).Assembly;
        var declared = new TaskCompletionSource<DistributedApplicationBuilder>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Run(program, args, declared)) { IsBackground = true, Name = program.GetName().Name }.Start();
        return new TestingBuilder(await declared.Task.WaitAsync(cancellationToken));
    }

    static void Run(Assembly program, string[] args, TaskCompletionSource<DistributedApplicationBuilder> declared)
    {
        DistributedApplicationBuilder.Program.Value = program;
        DistributedApplicationBuilder.Building.Value = builder =>
        {
            declared.TrySetResult(builder);
            throw new OperationCanceledException("The application is built by the test.");
        };
        try
        {
            program.EntryPoint!.Invoke(null, [args]);
        }
        catch (TargetInvocationException error)
        {
            // After the hand-over the program is of no interest; before it, whatever stopped it is the answer.
            declared.TrySetException(error.InnerException!);
        }
    }
}
