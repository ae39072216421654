using System.Runtime.InteropServices;
using GenerativeCourse.Cli.Running;
using GenerativeCourse.Grading;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Serving;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Assignments;

/// <summary>Serves the lecturer's page until it is interrupted.</summary>
static class ServeRun
{
    /// <summary>Serves, and writes the files when it ends, where grades were given.</summary>
    /// <exception cref="UserException">There is nothing to serve, or the port is taken.</exception>
    public static async Task<int> Run(string folder, int port, string? assignment, IReadOnlyList<string> lectures, CancellationToken cancellation)
    {
        // The command line listens to Ctrl-C only once it has been given the task, which is after the address is told: until then, and beside it, this run listens itself.
        // It is not disposed: a signal that both heard may still be on its way here when the run has ended.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        var course = CourseFolder.Find()["notebooks"];
        var files = lectures.Count > 0 || Directory.Exists(course) ? NotebookChoice.Find(lectures, course) : [];
        var read = new Dictionary<string, IReadOnlyDictionary<string, LectureExercise>>();
        using var server = ReviewServer.Start(folder, port, (notebook, id) => Lecture(read, notebook, files).GetValueOrDefault(id), assignment);
        Console.WriteLine($"open {server.Address}");
        Console.WriteLine("The address is yours alone and ends with this command: Ctrl-C.");
        await server.Run(stop.Token);
        if (server.Unwritten > 0)
        {
            server.WriteFiles();
            Console.WriteLine($"{folder}: grades.csv, feedback/ and the others have the grades that you gave.");
        }
        return 0;
    }

    static IReadOnlyDictionary<string, LectureExercise> Lecture(Dictionary<string, IReadOnlyDictionary<string, LectureExercise>> read, string notebook, IReadOnlyList<string> files)
    {
        if (read.TryGetValue(notebook, out var known))
            return known;
        var exercises = new Dictionary<string, LectureExercise>();
        if (files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == notebook) is { } lecture)
            foreach (var exercise in Read(lecture, notebook).Exercises)
                exercises[exercise.Id] = LectureExercise.Of(exercise);
        return read[notebook] = exercises;
    }

    // The page says what is wrong with a lecture.
    static Assignment Read(string lecture, string notebook)
    {
        try
        {
            return Assignment.Read(Notebook.Read(lecture), notebook);
        }
        catch (NotebookFormatException broken)
        {
            throw new AssignmentException(broken.Message);
        }
    }
}
