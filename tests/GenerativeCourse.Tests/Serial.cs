// One test at a time: libtorch's random generator, number of threads and count of live tensors belong to the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
