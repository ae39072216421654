namespace GenerativeCourse.Exercises.Judging;

/// <summary>What a <see cref="PlainValue"/> holds.</summary>
public enum PlainKind
{
    /// <summary>Null.</summary>
    Nothing,

    /// <summary>Floating-point numbers.</summary>
    Number,

    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>True and false, as 1 and 0 among the integers.</summary>
    Truth,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>A value of a type that cannot be judged; only its type is known.</summary>
    Other,
}
