using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests.Class;

/// <summary>One way in which a submission may come out.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Points">What a machine gives for it, of 12, before lateness.</param>
/// <param name="Change">Makes it of a notebook with every answer right.</param>
/// <param name="DaysLate">How long after the due date it comes; negative where in time.</param>
sealed record SubmissionKind(string Name, double Points, Action<Answered> Change, double DaysLate = -1);

/// <summary>A notebook in which a student has answered.</summary>
/// <param name="Notebook">The notebook.</param>
/// <param name="Random">What chance decides in it.</param>
sealed record Answered(Notebook Notebook, Random Random)
{
    /// <summary>The file's bytes, where they are no notebook; else null.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>Whether nothing is handed in at all.</summary>
    public bool IsMissing { get; set; }

    /// <summary>Puts another answer in a cell.</summary>
    public void Answer(string id, string source) => this[id].Source = source;

    /// <summary>A cell by its id.</summary>
    public NotebookCell this[string id] => Notebook.Cells.Single(cell => cell.Id == id);
}
