using System.CommandLine;
using AspireMl.Simulator.Roasting;

return new RootCommand("A roasting machine and its laboratory.") { SimulateCommand.Create() }.Parse(args).Invoke();
