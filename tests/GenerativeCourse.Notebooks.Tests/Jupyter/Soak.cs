namespace GenerativeCourse.Notebooks.Tests.Jupyter;

/// <summary>How often long tests repeat: a tenth of what they are meant for, or with <c>course test --soak</c> all of it.</summary>
internal static class Soak
{
    public static int Count(int all) => Environment.GetEnvironmentVariable("COURSE_SOAK") == "1" ? all : all / 10;
}
