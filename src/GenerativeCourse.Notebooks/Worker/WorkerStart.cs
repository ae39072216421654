using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel;

namespace GenerativeCourse.Notebooks.Worker;

/// <summary>The first message to a worker: where its notebook stands and what it may reference.</summary>
sealed record WorkerStart(string WorkingDirectory, IReadOnlyDictionary<string, IReadOnlyList<string>> Libraries, string Mark)
{
    public const string Type = "start";

    public WorkerMessage ToMessage() => new(Type, new JsonObject
    {
        ["working_directory"] = WorkingDirectory,
        ["libraries"] = new JsonObject(Libraries.Select(library =>
            KeyValuePair.Create(library.Key, (JsonNode?)new JsonArray([.. library.Value.Select(path => (JsonNode)path)])))),
        ["mark"] = Mark,
    });

    public static WorkerStart From(JsonObject content) => new(
        (string)content["working_directory"]!,
        content["libraries"]!.AsObject().ToDictionary(
            library => library.Key,
            library => (IReadOnlyList<string>)[.. library.Value!.AsArray().Select(path => (string)path!)]),
        (string)content["mark"]!);

    public KernelOptions ToKernelOptions() => new() { WorkingDirectory = WorkingDirectory, Libraries = Libraries };
}
