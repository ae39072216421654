using System.Globalization;

namespace GenerativeCourse.Grading.Evaluation;

/// <summary>What a process and all that it started use, as Linux tells it; a sandbox is such a tree.</summary>
static class ProcessTree
{
    static readonly double TicksPerSecond = 100; // USER_HZ of every Linux that .NET runs on

    /// <summary>Resident memory in bytes, processor time so far, that of ended children included, and how many processes and threads there are.</summary>
    public static TreeUsage Of(int process)
    {
        long pages = 0;
        double ticks = 0;
        int processes = 0, threads = 0;
        var open = new Stack<int>([process]);
        while (open.TryPop(out var id))
        {
            try
            {
                // The name, in parentheses, may hold anything; what follows it does not.
                var stat = File.ReadAllText($"/proc/{id}/stat");
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                pages += long.Parse(fields[21], CultureInfo.InvariantCulture);
                ticks += fields[11..15].Sum(field => double.Parse(field, CultureInfo.InvariantCulture));
                threads += int.Parse(fields[17], CultureInfo.InvariantCulture);
                processes++;
                foreach (var thread in Directory.EnumerateDirectories($"/proc/{id}/task"))
                    foreach (var child in File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        open.Push(int.Parse(child, CultureInfo.InvariantCulture));
            }
            catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
            {
                // It ended while it was looked at.
            }
        }
        return new TreeUsage(pages * Environment.SystemPageSize, TimeSpan.FromSeconds(ticks / TicksPerSecond), processes, threads);
    }
}

/// <summary>What a process and all that it started use.</summary>
readonly record struct TreeUsage(long Memory, TimeSpan Processor, int Processes, int Threads);
