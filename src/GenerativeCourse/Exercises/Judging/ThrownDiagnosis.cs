namespace GenerativeCourse.Exercises.Judging;

/// <summary>What an exception that nobody asked for says of the answer.</summary>
static class ThrownDiagnosis
{
    internal static string? Of(IReadOnlyList<string> types, string message) => types[0] switch
    {
        "System.NotImplementedException" => "the answer is not written yet: replace the line that throws",
        "System.NullReferenceException" => "something is null: a variable that no cell has set, or a method that returned nothing",
        "System.ObjectDisposedException" => "it was disposed within a scope: return a tensor with .MoveToOuterDisposeScope()",
        "System.IndexOutOfRangeException" or "System.ArgumentOutOfRangeException" => "an index runs past the end: is the last one count - 1?",
        "System.DivideByZeroException" => "whole numbers are divided by zero",
        _ when message.Contains("size of tensor") || message.Contains("shapes cannot be multiplied") => "the shapes do not fit: print the shape of each tensor, and see what must be transposed, summed or given a dimension",
        _ when message.Contains("dtype") || message.Contains("scalar type") => "the tensors differ in their element type: .to(float32)",
        _ when message.Contains("same device") => "the tensors lie on two devices: .to(Compute.Device)",
        _ => null,
    };
}
