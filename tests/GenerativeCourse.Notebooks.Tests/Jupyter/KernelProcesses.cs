namespace GenerativeCourse.Notebooks.Tests.Jupyter;

/// <summary>Tests that start kernels and clients as processes: alone, as clients give up on a kernel that a crowded machine starves.</summary>
[CollectionDefinition(nameof(KernelProcesses), DisableParallelization = true)]
public sealed class KernelProcesses;
