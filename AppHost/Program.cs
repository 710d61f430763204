Console.WriteLine("AspireMl AppHost");
