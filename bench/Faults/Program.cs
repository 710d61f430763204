using AspireMl.Bench.Faults;

return await FaultsCommand.Create().Parse(args).InvokeAsync();
