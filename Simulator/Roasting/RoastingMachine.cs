namespace AspireMl.Simulator.Roasting;

/// <summary>
/// A roasting machine of five chambers. Each chamber approaches its set point with a first-order lag and is cooled by
/// the water that its material gives off; layer, moisture, fuel and set points wander. The quality follows the chambers
/// with a lag of its own. The same seed and the same calls give the same readings.
/// </summary>
/// <param name="seed">Decides all noise.</param>
/// <param name="interval">Time between readings; a second to an hour.</param>
public sealed class RoastingMachine(int seed, TimeSpan interval)
{
    const double Ambient = 20;
    const double UsualHeight = 170;
    const double UsualMoisture = 7.5;
    const double CoolingPerMoisture = 6;
    const double CoolingPerHeight = 0.25;
    const double SensorNoise = 1.2;
    const double QualityNoise = 9;
    static readonly TimeSpan QualityLag = TimeSpan.FromMinutes(25);

    static readonly double[] SetPoints = [240, 345, 500, 355, 240];
    static readonly double[] OtherRecipe = [-15, 25, -45, 20, 10];
    static readonly double[] Lags = [6, 8, 12, 8, 6];
    static readonly double[] Swings = [18, 14, 26, 14, 16];
    static readonly double[] Pull = [0.25, 0.5, 0.8, 0.6, 0.35];

    // A machine that has just been lit says nothing of how it works.
    static readonly TimeSpan WarmUp = TimeSpan.FromHours(4);

    readonly Gaussian _noise = new(seed);
    readonly double[] _temperatures = [Ambient, Ambient, Ambient, Ambient, Ambient];
    readonly double[] _wander = new double[Reading.Chambers];
    double _height = UsualHeight;
    double _moisture = UsualMoisture;
    double _fuel;
    double _quality = 390;
    long _steps;

    /// <summary>True temperatures of the chambers in degrees Celsius, which no sensor shows exactly.</summary>
    public IReadOnlyList<double> Temperatures => _temperatures;

    /// <summary>A machine that has been at work for some hours.</summary>
    public static RoastingMachine Warm(int seed, TimeSpan interval)
    {
        var machine = new RoastingMachine(seed, interval);
        for (var warm = TimeSpan.Zero; warm < WarmUp; warm += interval)
        {
            machine.Step();
        }

        return machine;
    }

    /// <summary>Moves on by one interval.</summary>
    /// <param name="scenario">Only a change of recipe moves the machine itself; the others are effects on readings.</param>
    public Reading Step(Scenario scenario = Scenario.Normal)
    {
        _height = Wander(_height, UsualHeight, 12, TimeSpan.FromHours(6));
        _moisture = Math.Max(0.5, Wander(_moisture, UsualMoisture, 1.2, TimeSpan.FromHours(3)));
        _fuel = Wander(_fuel, 0, 6, TimeSpan.FromMinutes(40));
        for (var chamber = 0; chamber < Reading.Chambers; chamber++)
        {
            _wander[chamber] = Wander(_wander[chamber], 0, Swings[chamber], TimeSpan.FromHours(4));
            _temperatures[chamber] += Approach(TimeSpan.FromMinutes(Lags[chamber])) * (Goal(chamber, scenario) - _temperatures[chamber]);
        }

        _quality += Approach(QualityLag) * (SteadyQuality() - _quality);
        var quality = Math.Clamp(_quality + (QualityNoise * _noise.Next()), 220, 505);
        var temperatures = _temperatures.SelectMany((temperature, chamber) =>
            Enumerable.Range(0, Reading.SensorsPerChamber).Select(sensor => temperature + (2 * (sensor - 1)) + (SensorNoise * _noise.Next())));
        return new(_steps++ * interval, [_height, _moisture, .. temperatures.Select(value => Math.Round(value, 3))], Math.Round(quality, 1));
    }

    // Where a chamber would settle: set point and fuel, less what evaporating more water and heating more material costs.
    double Goal(int chamber, Scenario scenario) =>
        Math.Max(Ambient, SetPoints[chamber] + _wander[chamber] + _fuel + (scenario == Scenario.RecipeChange ? OtherRecipe[chamber] : 0)
            - (CoolingPerMoisture * (_moisture - UsualMoisture)) - (CoolingPerHeight * (_height - UsualHeight)));

    double SteadyQuality()
    {
        var heat = 0.0;
        for (var chamber = 0; chamber < Reading.Chambers; chamber++)
        {
            heat += Pull[chamber] * (_temperatures[chamber] - SetPoints[chamber]);
        }

        // Too hot spoils sooner than too cool: the gain bends over.
        return 390 + (0.9 * heat) - (0.006 * heat * heat) - (1.1 * (_height - UsualHeight)) - (7 * (_moisture - UsualMoisture));
    }

    // An Ornstein-Uhlenbeck step: back towards the mean, with the noise that keeps the deviation.
    double Wander(double value, double mean, double deviation, TimeSpan memory)
    {
        var kept = Math.Exp(-interval / memory);
        return mean + (kept * (value - mean)) + (deviation * Math.Sqrt(1 - (kept * kept)) * _noise.Next());
    }

    double Approach(TimeSpan lag) => 1 - Math.Exp(-interval / lag);

    sealed class Gaussian(int seed)
    {
        readonly Random _random = new(seed);

        public double Next() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
    }
}
