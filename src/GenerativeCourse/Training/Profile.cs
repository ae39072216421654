namespace GenerativeCourse.Training;

/// <summary>How much a lecture trains: quick in about a minute on two cores, full on a GPU in minutes or a CPU in hours.</summary>
public enum Profile
{
    /// <summary>Small models, bounded by steps so that their numbers repeat.</summary>
    Quick,

    /// <summary>The models whose numbers are reported.</summary>
    Full,
}

/// <summary>The profile of this run.</summary>
public static class Profiles
{
    /// <summary>The environment variable that <c>course run --profile</c> sets.</summary>
    public const string Variable = "COURSE_PROFILE";

    /// <summary>What <see cref="Variable"/> says; quick when it says nothing.</summary>
    /// <exception cref="InvalidOperationException">It is neither quick nor full.</exception>
    public static Profile Current => Environment.GetEnvironmentVariable(Variable)?.Trim().ToLowerInvariant() switch
    {
        null or "" or "quick" => Profile.Quick,
        "full" => Profile.Full,
        var other => throw new InvalidOperationException($"{Variable} is '{other}': write quick or full"),
    };

    /// <summary>One value or the other, as the profile asks.</summary>
    public static T Pick<T>(T quick, T full) => Current == Profile.Quick ? quick : full;
}
