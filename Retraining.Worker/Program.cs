using System.CommandLine;
using AspireMl.Retraining.Worker.SpanReader;

var train = new Command("train", "Trains a default model and writes its package.") { TrainSpanReaderCommand.Create() };
return new RootCommand("Learns: trains models and writes their packages.") { train }.Parse(args).Invoke();
