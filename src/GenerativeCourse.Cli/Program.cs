using GenerativeCourse.Cli;
using GenerativeCourse.Notebooks.Jupyter;
using GenerativeCourse.Notebooks.Worker;

// A notebook's child process and a client's kernel are this tool again, and must not wait for the rest.
return WorkerHost.IsWorker(args) ? WorkerHost.Run(args)
    : JupyterKernel.IsKernel(args) ? JupyterKernel.Run(args, CourseLibraries.Paths)
    : CommandLine.Run(CourseTool.Root(), args);
