namespace GenerativeCourse.Grading.Serving;

/// <summary>An exercise of the assignment as the page shows it.</summary>
/// <param name="Notebook">Its notebook.</param>
/// <param name="Id">Its id.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="IsManual">Whether a person grades it.</param>
/// <param name="Stub">Its cell as students got it.</param>
/// <param name="Lecture">What the lecture says of it; null where the lecture is not known.</param>
sealed record ReviewedExercise(string Notebook, string Id, double Points, bool IsManual, string Stub, LectureExercise? Lecture)
{
    /// <summary>How addresses name it.</summary>
    public string Key => $"{Notebook}/{Id}";

    /// <summary>Whether answers are prose: a person may also grade code.</summary>
    public bool IsProse => IsManual && !Stub.Contains("throw new NotImplementedException", StringComparison.Ordinal);
}
