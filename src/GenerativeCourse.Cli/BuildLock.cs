namespace GenerativeCourse.Cli;

/// <summary>Keeps builds of one clone apart: the lock that the <c>course</c> script takes too.</summary>
public static class BuildLock
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Waits until no other build runs; the next may begin once the answer is disposed.</summary>
    public static async Task<IDisposable> Take(CourseFolder course, CancellationToken cancellation)
    {
        Directory.CreateDirectory(course.Out);
        while (true)
        {
            try
            {
                // On Unix this is flock's exclusive lock.
                return new FileStream(course["out", "lock"], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
