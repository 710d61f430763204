using System.Text.Json;
using AspireMl.Contracts.Jobs;
using AspireMl.Contracts.Simulation;
using AspireMl.Simulator.Roasting;

namespace AspireMl.Simulator.Machine;

static class SentReading
{
    /// <summary>A reading as it is sent, with a job of its own.</summary>
    public static SimulatorReading Of(Reading reading, DateTimeOffset now) => new(
        Guid.CreateVersion7(now),
        now,
        Reading.Names.Zip(reading.Features).ToDictionary(pair => pair.First, pair => double.IsNaN(pair.Second) ? (double?)null : Math.Round(pair.Second, 3)),
        reading.Quality);

    /// <summary>The message that asks for its quality.</summary>
    public static JobMessage ToMessage(this SimulatorReading reading, string service) => new(
        service, reading.JobId, reading.At, JsonSerializer.SerializeToElement(new { instances = new[] { reading.Features } }, JsonSerializerOptions.Web));
}
