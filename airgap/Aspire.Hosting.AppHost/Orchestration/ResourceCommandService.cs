using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Carries out the commands <c>start</c> and <c>stop</c> on a resource.</summary>
public class ResourceCommandService
{
    readonly Func<IResource, ResourceRunner?> _runner;

    internal ResourceCommandService(Orchestrator orchestrator) => _runner = orchestrator.Runner;

    public async Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default)
    {
        if (_runner(resource) is not { } runner)
        {
            return new() { Success = false, Message = $"There is no resource '{resource.Name}'." };
        }

        var ended = runner.Status.State == KnownResourceStates.Exited || runner.Status.State == KnownResourceStates.Finished
            || runner.Status.State == KnownResourceStates.FailedToStart;
        if (commandName == KnownResourceCommands.StartCommand && ended)
        {
            runner.StartAgain();
            return new() { Success = true };
        }

        if (commandName == KnownResourceCommands.StopCommand && !ended)
        {
            await runner.StopProcessAsync().WaitAsync(cancellationToken);
            return new() { Success = true };
        }

        return new() { Success = false, Message = $"The command '{commandName}' does not apply to a resource that is {runner.Status.State}." };
    }
}
