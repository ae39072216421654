using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Grading.Submissions;

namespace GenerativeCourse.Grading.Collecting;

/// <summary>Grades all submissions into a gradebook, some at a time. One that was graded before and is the same is left alone, so that a run that was ended goes on where it was.</summary>
public sealed class GradingBatch(Grader grader, Release release, Gradebook gradebook)
{
    int done;

    /// <summary>Grades; answers how many students could not be graded, for want of a readable file or a kernel.</summary>
    public async Task<int> Run(IReadOnlyList<SubmittedFiles> submissions, int jobs, bool anew, Action<GradedStudent> progress, CancellationToken cancellation = default)
    {
        var failed = 0;
        await Parallel.ForEachAsync(submissions, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, async (files, token) =>
        {
            GradeReport? report = null;
            string? problem = null;
            try
            {
                var submission = files.Read();
                var fingerprint = SubmittedFiles.Fingerprint(submission, release.Key);
                if (anew || gradebook.Fingerprint(files.Student) != fingerprint)
                {
                    report = await grader.Grade(release, submission, token).ConfigureAwait(false);
                    gradebook.Write(report, fingerprint);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or AssignmentException)
            {
                problem = error.Message;
                Interlocked.Increment(ref failed);
            }
            progress(new GradedStudent(files.Student, report, problem, Interlocked.Increment(ref done), submissions.Count));
        }).ConfigureAwait(false);
        return failed;
    }
}
