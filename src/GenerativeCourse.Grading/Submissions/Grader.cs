using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Grading.Releasing.Passes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Submissions;

/// <summary>Grades submissions. It writes nothing, and its report is the same for the same release and submission.</summary>
public sealed class Grader(GraderOptions options)
{
    /// <summary>Grades what one student handed in. Whatever the student's code does is in the report; nothing of it is thrown.</summary>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public async Task<GradeReport> Grade(Release release, Submission submission, CancellationToken cancellation = default)
    {
        var notebooks = new List<NotebookGrade>();
        foreach (var key in release.Key.Notebooks.Select(notebook => notebook.For(submission.Student, release.Name)))
            notebooks.Add(await Grade(release[key.Name], key, submission.Notebooks.GetValueOrDefault(key.Name), cancellation).ConfigureAwait(false));
        return new GradeReport(submission.Student, release.Name, submission.Timestamp, notebooks);
    }

    async Task<NotebookGrade> Grade(Notebook release, KeyNotebook key, byte[]? bytes, CancellationToken cancellation)
    {
        if (bytes is null)
            return Nothing(key, GradeNote.NotHandedIn(key.Name));
        if (bytes.LongLength > options.NotebookSize)
            return Nothing(key, $"the file has {bytes.LongLength / 1e6:0} MB, more than the {options.NotebookSize / 1e6:0} MB that are read: clear the outputs and hand it in again");
        SubmittedNotebook submitted;
        try
        {
            submitted = new SubmittedNotebook(release, Notebook.Parse(bytes, $"{key.Name}.ipynb"));
        }
        catch (NotebookFormatException broken)
        {
            return Nothing(key, broken.Message);
        }
        using var run = new SubmissionRun(options, release, key, submitted);
        var tests = await run.Tests(cancellation).ConfigureAwait(false);
        var cells = new List<CellGrade>();
        foreach (var exercise in key.Exercises)
        {
            if (exercise.ManualPoints > 0)
                cells.Add(Manual(release, exercise, submitted));
            cells.AddRange(exercise.Tests.Select(test => tests[test.GradeId]));
        }
        return new NotebookGrade(key.Name, cells, [.. submitted.Notes, .. run.Notes])
        {
            Outputs = [.. key.Exercises.Select(exercise => submitted.Outputs(exercise, run.Printed(exercise.Id)))],
        };
    }

    // What cannot be read earns nothing, and nobody needs to look at it.
    static NotebookGrade Nothing(KeyNotebook key, string why) => new(key.Name,
        [.. key.Exercises.SelectMany(exercise =>
            (exercise.ManualPoints > 0 ? [new CellGrade(exercise.Id, exercise.Id, exercise.ManualPoints, 0, [], why, IsTask: exercise.IsTask)] : Array.Empty<CellGrade>())
            .Concat(exercise.Tests.Select(test => new CellGrade(test.GradeId, exercise.Id, test.Points, 0, [], why))))],
        [why]);

    static CellGrade Manual(Notebook release, KeyExercise exercise, SubmittedNotebook submitted)
    {
        if (exercise.IsTask)
            return submitted.Below(exercise.Id) is { Length: > 0 } written
                ? new CellGrade(exercise.Id, exercise.Id, exercise.ManualPoints, null, [], null, written, IsTask: true)
                : new CellGrade(exercise.Id, exercise.Id, exercise.ManualPoints, 0, [], GradeNote.NothingBelow, IsTask: true);
        var stub = release.Cells.First(cell => GradedCell.Read(cell)?.GradeId == exercise.Id).Source;
        return submitted[exercise.Id] is not { } answer ? new CellGrade(exercise.Id, exercise.Id, exercise.ManualPoints, 0, [], GradeNote.Deleted)
            : string.IsNullOrWhiteSpace(answer) || answer.Trim() == stub.Trim() || answer.Trim() == ClearSolutions.TextStub ? new CellGrade(exercise.Id, exercise.Id, exercise.ManualPoints, 0, [], GradeNote.NotWritten)
            : new CellGrade(exercise.Id, exercise.Id, exercise.ManualPoints, null, [], null, submitted.Written(exercise.Id));
    }
}
