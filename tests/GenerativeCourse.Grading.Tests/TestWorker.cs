using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Grading.Tests;

/// <summary>The kernel that tests run cells in: this executable again, with the library beside it.</summary>
static class TestWorker
{
    public static WorkerOptions Options => new()
    {
        Libraries = new Dictionary<string, IReadOnlyList<string>> { ["GenerativeCourse"] = [Beside("GenerativeCourse.dll"), Beside("TorchSharp.dll")] },
        Environment = new Dictionary<string, string> { ["COURSE_DEVICE"] = "cpu", ["OMP_NUM_THREADS"] = "1" },
        WorkingDirectory = Path.GetTempPath(),
    };

    static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
