using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Cli.Assignments;

/// <summary>The kernel that a lecturer's own cells run in: on the processor and by one thread, as when grading, so that what is recorded is what graders meet.</summary>
static class LecturerWorker
{
    /// <summary>How it is started.</summary>
    public static WorkerOptions Options => new()
    {
        Libraries = CourseLibraries.Paths,
        Environment = new Dictionary<string, string> { ["COURSE_PROFILE"] = "quick", ["COURSE_DEVICE"] = "cpu", ["OMP_NUM_THREADS"] = "1" },
        WorkingDirectory = CourseFolder.Find()["notebooks"] is { } notebooks && Directory.Exists(notebooks) ? notebooks : Environment.CurrentDirectory,
    };
}
