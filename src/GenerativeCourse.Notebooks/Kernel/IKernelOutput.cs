using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Kernel;

/// <summary>Where a kernel's output goes: a notebook file, a pipe to the runner, or Jupyter's IOPub socket.</summary>
public interface IKernelOutput
{
    /// <summary>
    /// Takes one output of the cell that runs (or that ran last, for output of background threads between cells).
    /// Called from any thread, one call at a time, in the order of writing; may block, which slows the cell down.
    /// </summary>
    /// <param name="messageType">Jupyter's message type: <c>stream</c>, <c>display_data</c>, <c>update_display_data</c>,
    /// <c>execute_result</c>, <c>error</c> or <c>clear_output</c>.</param>
    /// <param name="content">The message's content with Jupyter's own fields, e.g. <c>name</c> and <c>text</c> of a stream;
    /// <c>data</c>, <c>metadata</c> and, when it has a display id, <c>transient</c> of a display. The receiver owns it.</param>
    void Publish(string messageType, JsonObject content);
}
