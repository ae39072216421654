using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, type and device: "[2x3], type = Float32, device = cpu".</summary>
        public override string ToString() => ToString(TensorStringStyle.Metadata);

        /// <summary>As ToString() for false; for true in torch.TensorStringStyle.</summary>
        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(disamb ? TensorStringStyle.Default : TensorStringStyle.Metadata, fltFormat, width, cultureInfo, newLine);

        /// <summary>The tensor in that style; what is null comes from set_printoptions, the culture is the invariant one.</summary>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            style = is_meta ? TensorStringStyle.Metadata : style == TensorStringStyle.Default ? torch.style : style;
            string metadata = $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";
            if (style == TensorStringStyle.Metadata)
                return metadata;
            using var elements = new ElementText(this, fltFormat ?? floatFormat, cultureInfo ?? CultureInfo.InvariantCulture);
            string end = newLine ?? torch.newLine;
            return style switch
            {
                TensorStringStyle.Julia => JuliaText.Write(elements, metadata, width ?? lineWidth, end),
                TensorStringStyle.Numpy => NestedText.Numpy(elements, end),
                TensorStringStyle.CSharp => NestedText.CSharp(elements, metadata, dtype, end),
                _ => throw new ArgumentException($"there is no style {style}", nameof(style)),
            };
        }
    }
}
