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
            throw new UserException($"{lacking}; or grade --{(Sandbox.IsRoot ? "as-nobody, in a container that holds one submission and keeps the key from others" : "unsandboxed, if you trust every student with this account")}");
        var libtorch = Environment.GetEnvironmentVariable("LIBTORCH");
        return Sandbox.Enclose(
            Worker(course),
            string.IsNullOrEmpty(libtorch) ? [course["datasets"]] : [course["datasets"], libtorch]);
    }

    /// <summary>As nobody, without a sandbox.</summary>
    /// <exception cref="UserException">Only root can become nobody.</exception>
    public static WorkerOptions AsNobody(CourseFolder course, string folder) => Sandbox.IsRoot
        ? Sandbox.AsNobody(Worker(course), folder)
        : throw new UserException("--as-nobody is for root, in a container; grade without it");

    static WorkerOptions Worker(CourseFolder course) => new() { Libraries = CourseLibraries.Paths, Environment = new Dictionary<string, string> { ["COURSE_ROOT"] = course.Path } };

    /// <summary>As an ordinary process of this account.</summary>
    public static WorkerOptions Unsandboxed(string folder) => LecturerWorker.Options with { WorkingDirectory = folder };
}
