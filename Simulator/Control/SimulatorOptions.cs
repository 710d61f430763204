using System.ComponentModel.DataAnnotations;
using AspireMl.Simulator.Roasting;

namespace AspireMl.Simulator.Control;

/// <summary>How the machine and its laboratory begin; section <c>Simulator</c>. The service changes it while it runs.</summary>
public sealed class SimulatorOptions
{
    /// <value>Whether readings are sent from the start. Default yes.</value>
    public bool Running { get; set; } = true;

    /// <value>What goes on at the start. Default nothing unusual.</value>
    public Scenario Scenario { get; set; } = Scenario.Normal;

    /// <value>Time between readings. Default 2 s, from 10 ms to an hour.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);

    /// <value>
    /// How far the machine moves on from reading to reading: longer than <see cref="Interval"/>, it works in time lapse.
    /// Default 5 minutes, from a second to an hour.
    /// </value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Step { get; set; } = TimeSpan.FromMinutes(5);

    /// <value>Time from a reading to its label. Default 30 s, from none to a day.</value>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan LabelDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <value>Decides all noise. Default 7.</value>
    public int Seed { get; set; } = 7;

    /// <value>The service whose queue the readings go to, and the model and dataset of its labels. Default <c>roast-quality</c>.</value>
    [Required, RegularExpression("[a-z0-9-]{1,64}")]
    public string Model { get; set; } = "roast-quality";

    /// <value>Rows to learn from that a first start loads. Default 8,000, from 0 to 1,000,000.</value>
    [Range(0, 1_000_000)]
    public int TrainingRows { get; set; } = 8_000;

    /// <value>Rows to compare models on that a first start loads. Default 4,000, from 0 to 1,000,000.</value>
    [Range(0, 1_000_000)]
    public int TestingRows { get; set; } = 4_000;
}
