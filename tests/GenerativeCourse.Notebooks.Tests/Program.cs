using GenerativeCourse.Notebooks.Jupyter;
using GenerativeCourse.Notebooks.Worker;
using Xunit.Runner.InProc.SystemConsole;

// The tests start workers and kernels, and this executable is one when asked.
return WorkerHost.IsWorker(args) ? WorkerHost.Run(args)
    : JupyterKernel.IsKernel(args) ? JupyterKernel.Run(args)
    : await ConsoleRunner.Run(args);
