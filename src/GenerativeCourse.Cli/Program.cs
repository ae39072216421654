using GenerativeCourse.Cli;
using GenerativeCourse.Notebooks.Worker;

// A notebook's child process is this tool again, and must not wait for the rest.
return WorkerHost.IsWorker(args) ? WorkerHost.Run(args) : CommandLine.Run(CourseTool.Root(), args);
