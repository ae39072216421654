namespace TorchSharp;

/// <summary>How notebooks find a type's formatters without a reference to any kernel: by this attribute's name.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = ["text/plain"];
}

/// <summary>Shows a tensor in a notebook as its text.</summary>
internal sealed class TensorFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() => [new TensorFormatter()];

    sealed class TensorFormatter
    {
        public string MimeType => "text/plain";

        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not torch.Tensor tensor)
                return false;
            writer.Write(tensor.IsInvalid ? "a disposed tensor" : tensor.ToString());
            return true;
        }
    }
}
