namespace GenerativeCourse.Notebooks.Jupyter;

/// <summary>How a kernel is started for a Jupyter client.</summary>
/// <param name="ConnectionFile">The file in which the client says where and how it wants to talk.</param>
public sealed record JupyterKernelOptions(string ConnectionFile)
{
    /// <summary>Package id to assembly paths that meet <c>#r "nuget: id"</c> without a restore.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Libraries { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
