using AspireMl.Simulator.Roasting;

namespace AspireMl.Simulator.Control;

/// <summary>What the machine is set to.</summary>
/// <param name="Running">Whether readings are sent.</param>
/// <param name="Scenario">What goes on.</param>
/// <param name="ScenarioSince">Since when.</param>
/// <param name="Interval">Time between readings.</param>
/// <param name="LabelDelay">Time from a reading to its label.</param>
sealed record SimulatorSetting(bool Running, Scenario Scenario, DateTimeOffset ScenarioSince, TimeSpan Interval, TimeSpan LabelDelay);
