using GenerativeCourse.Notebooks.Worker;
using Xunit.Runner.InProc.SystemConsole;

// The tests start workers, and this executable is one when asked.
return WorkerHost.IsWorker(args) ? WorkerHost.Run(args) : await ConsoleRunner.Run(args);
