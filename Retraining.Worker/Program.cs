Console.WriteLine("Retraining.Worker");
