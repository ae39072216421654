using GenerativeCourse.Grading.Sandboxing;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Cli.Assignments;

/// <summary>The kernel that students' code runs in.</summary>
static class StudentWorker
{
    /// <summary>In the sandbox, with the course's data to read.</summary>
    /// <exception cref="UserException">There is no sandbox on this machine.</exception>
    public static WorkerOptions Sandboxed(CourseFolder course)
    {
        if (Sandbox.Lacking is { } lacking)
            throw new UserException($"{lacking}; or grade --unsandboxed, if you trust every student with this account");
        var libtorch = Environment.GetEnvironmentVariable("LIBTORCH");
        return Sandbox.Enclose(
            new WorkerOptions { Libraries = CourseLibraries.Paths, Environment = new Dictionary<string, string> { ["COURSE_ROOT"] = course.Path } },
            string.IsNullOrEmpty(libtorch) ? [course["datasets"]] : [course["datasets"], libtorch]);
    }

    /// <summary>As an ordinary process of this account.</summary>
    public static WorkerOptions Unsandboxed(string folder) => LecturerWorker.Options with { WorkingDirectory = folder };
}
