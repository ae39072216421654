using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenerativeCourse.Exercises.Judging;

/// <summary>A <see cref="PlainValue"/> as JSON: <c>{"type": "double[]", "kind": "Number", "shape": [2], "values": [0.5, "NaN"]}</c>; no values where only the shape was asked for.</summary>
public sealed class PlainValueConverter : JsonConverter<PlainValue>
{
    /// <inheritdoc/>
    public override PlainValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            var value = document.RootElement;
            var type = value.GetProperty("type").GetString() ?? "";
            var shape = value.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64()).ToArray();
            if (!Enum.TryParse<PlainKind>(value.GetProperty("kind").GetString(), out var kind) || !Enum.IsDefined(kind))
                throw new JsonException("a value is of no known kind");
            if (!value.TryGetProperty("values", out var values))
                return kind switch { PlainKind.Nothing => PlainValue.Nothing, PlainKind.Other => PlainValue.Other(type), _ => PlainValue.OfShape(type, kind, shape) };
            return kind switch
            {
                PlainKind.Number => PlainValue.OfNumbers([.. values.EnumerateArray().Select(Number)], type, shape),
                PlainKind.Integer => PlainValue.OfIntegers([.. values.EnumerateArray().Select(number => number.GetInt64())], type, shape),
                PlainKind.Truth => PlainValue.OfTruths([.. values.EnumerateArray().Select(truth => truth.GetBoolean() ? 1L : 0L)], type, shape),
                PlainKind.Text => PlainValue.OfTexts([.. values.EnumerateArray().Select(text => text.GetString() ?? "")], type, shape),
                _ => throw new JsonException($"a value of kind {kind} holds values"),
            };
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new JsonException($"not a plain value: {wrong.Message}", wrong);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PlainValue value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("type", value.Type);
        writer.WriteString("kind", value.Kind.ToString());
        writer.WriteStartArray("shape");
        foreach (var length in value.Shape)
            writer.WriteNumberValue(length);
        writer.WriteEndArray();
        if (!value.IsShapeOnly && value.Kind is not (PlainKind.Nothing or PlainKind.Other))
            WriteValues(writer, value);
        writer.WriteEndObject();
    }

    static void WriteValues(Utf8JsonWriter writer, PlainValue value)
    {
        writer.WriteStartArray("values");
        foreach (var number in value.Numbers)
        {
            if (double.IsFinite(number))
                writer.WriteNumberValue(number);
            else
                writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        }
        foreach (var integer in value.Integers)
        {
            if (value.Kind == PlainKind.Truth)
                writer.WriteBooleanValue(integer != 0);
            else
                writer.WriteNumberValue(integer);
        }
        foreach (var text in value.Texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    static double Number(JsonElement element) => element.ValueKind == JsonValueKind.Number ? element.GetDouble() : element.GetString() switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        var other => throw new FormatException($"'{other}' is no number"),
    };
}
