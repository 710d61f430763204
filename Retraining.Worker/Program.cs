using System.CommandLine;
using AspireMl.Retraining.Worker.SpanReader;
using AspireMl.Retraining.Worker.Tabular;

var train = new Command("train", "Trains a default model and writes its package.") { TrainSpanReaderCommand.Create(), TrainTabularCommand.Create() };
return new RootCommand("Learns: trains models and writes their packages.") { train }.Parse(args).Invoke();
