Console.WriteLine("EmbeddedPostgres");
