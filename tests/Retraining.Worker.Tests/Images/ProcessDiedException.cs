namespace AspireMl.Retraining.Worker.Tests.Images;

/// <summary>Stands for the end of the process: nothing after it is done.</summary>
sealed class ProcessDiedException : Exception;
