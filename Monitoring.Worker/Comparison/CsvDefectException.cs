namespace AspireMl.Monitoring.Worker.Comparison;

/// <summary>A CSV file cannot be read; the message says where and why, and begins with what is wrong.</summary>
sealed class CsvDefectException(string message, Exception? cause = null) : Exception(message, cause);
