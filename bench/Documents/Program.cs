using System.CommandLine;
using AspireMl.Bench.Documents;

var root = new RootCommand("Measures the document pipeline on a folder of labelled pages.") { OcrCommand.Create() };
return await root.Parse(args).InvokeAsync();
