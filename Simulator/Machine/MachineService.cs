using AspireMl.Simulator.Control;
using AspireMl.Simulator.Laboratory;
using AspireMl.Simulator.Roasting;
using AspireMl.Storage;
using AspireMl.Storage.Queue;
using Microsoft.Extensions.Options;

namespace AspireMl.Simulator.Machine;

/// <summary>Takes a reading each interval, sends it to the queue, and hands a sample to the laboratory. A queue that is away stops the machine.</summary>
sealed partial class MachineService(
    SimulatorSwitch simulator, LabelQueue labels, IMessageBroker broker, IOptions<SimulatorOptions> options, TimeProvider time, ILogger<MachineService> logger)
    : BackgroundService
{
    static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    readonly RoastingMachine _machine = RoastingMachine.Warm(options.Value.Seed, options.Value.Step);
    readonly string _service = options.Value.Model;
    bool _declared;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Reading? first = null;
        var since = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            var setting = simulator.Setting;
            if (!setting.Running)
            {
                await simulator.WaitAsync(Timeout.InfiniteTimeSpan, stoppingToken);
                continue;
            }

            var reading = _machine.Step(setting.Scenario);
            if (first is null || since != setting.ScenarioSince)
            {
                (first, since) = (reading, setting.ScenarioSince);
            }

            await SendAsync(setting.Scenario.Apply(reading, first), stoppingToken);
            await simulator.WaitAsync(setting.Interval / setting.Scenario.Pace(), stoppingToken);
        }
    }

    async Task SendAsync(Reading reading, CancellationToken stopping)
    {
        var sent = SentReading.Of(reading, time.GetUtcNow());
        var message = sent.ToMessage(_service).ToBytes();
        while (true)
        {
            try
            {
                if (!_declared)
                {
                    await broker.DeclareAsync(_service, stopping);
                    _declared = true;
                }

                await broker.PublishAsync(_service, message, stopping);
                simulator.Sent(sent);
                labels.Add(sent);
                return;
            }
            catch (StorageUnavailableException away)
            {
                // What comes back may have forgotten the service.
                _declared = false;
                LogWaiting(away.Message);
                simulator.Stuck(away.Message);
                await Task.Delay(Retry, time, stopping);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A reading waits for the queue: {Reason}")]
    partial void LogWaiting(string reason);
}
