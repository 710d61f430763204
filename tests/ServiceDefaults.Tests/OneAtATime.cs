// A meter provider hears every meter of its process, so services of parallel tests would hear each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
