namespace GenerativeCourse.Cli.Doctor;

/// <summary>Writes findings as a table, and what to do below it.</summary>
public static class DoctorReport
{
    /// <summary>Writes them and answers whether nothing needed is missing.</summary>
    public static bool Write(IReadOnlyList<Finding> findings, TextWriter writer)
    {
        foreach (var finding in findings)
            writer.WriteLine($"{Mark(finding.State),-8} {finding.What,-13} {finding.Detail}");
        var advised = findings.Where(finding => finding.State != State.Good && finding.Advice != "").ToList();
        if (advised.Count > 0)
            writer.WriteLine("\nWhat to do:");
        foreach (var finding in advised)
            writer.WriteLine($"  {finding.What}: {finding.Advice}");
        return !findings.Any(finding => finding.State == State.Missing);
    }

    static string Mark(State state) => state switch { State.Good => "ok", State.Poor => "POOR", State.Absent => "-", _ => "MISSING" };
}
