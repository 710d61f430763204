using System.CommandLine;
using AspireMl.Bench.Documents;

var root = BenchCommand.Configure(new RootCommand("Measures the document pipeline on a folder of labelled pages."));
root.Subcommands.Add(OcrCommand.Create());
return await root.Parse(args).InvokeAsync();
