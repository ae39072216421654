using System.Text.Json;
using GenerativeCourse.Exercises;
using GenerativeCourse.Exercises.Judging;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Exercises;

public sealed class PlainValueTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, """{"type":"null","kind":"Nothing","shape":[]}""" },
        { 3, """{"type":"int","kind":"Integer","shape":[],"values":[3]}""" },
        { 9007199254740993L, """{"type":"long","kind":"Integer","shape":[],"values":[9007199254740993]}""" },
        { 0.5f, """{"type":"float","kind":"Number","shape":[],"values":[0.5]}""" },
        { true, """{"type":"bool","kind":"Truth","shape":[],"values":[true]}""" },
        { "a\"b", """{"type":"string","kind":"Text","shape":[],"values":["a\u0022b"]}""" },
        { DayOfWeek.Friday, """{"type":"DayOfWeek","kind":"Text","shape":[],"values":["Friday"]}""" },
        { new[] { double.NaN, double.PositiveInfinity, -1 }, """{"type":"double[]","kind":"Number","shape":[3],"values":["NaN","Infinity",-1]}""" },
        { new[,] { { 1, 2, 3 }, { 4, 5, 6 } }, """{"type":"int[,]","kind":"Integer","shape":[2,3],"values":[1,2,3,4,5,6]}""" },
        { new List<float> { 1, 2 }, """{"type":"float[]","kind":"Number","shape":[2],"values":[1,2]}""" },
        { (1, 2.5), """{"type":"a tuple of 2","kind":"Number","shape":[2],"values":[1,2.5]}""" },
        { new Version(), """{"type":"Version","kind":"Other","shape":[]}""" },
        { Array.Empty<long>(), """{"type":"long[]","kind":"Integer","shape":[0],"values":[]}""" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_becomes_json_and_comes_back(object? value, string json)
    {
        var plain = Asked.Plain(value);
        Assert.Equal(json, plain.ToJson());
        Assert.Equal(json, PlainValue.FromJson(json).ToJson());
    }

    [Fact]
    public void Tensors_of_each_type_become_plain()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("""{"type":"Tensor Float32","kind":"Number","shape":[2,1],"values":[0.5,-1]}""", Asked.Plain(tensor(new[,] { { 0.5f }, { -1f } })).ToJson());
        Assert.Equal("""{"type":"Tensor Int64","kind":"Integer","shape":[],"values":[7]}""", Asked.Plain(tensor(7L)).ToJson());
        Assert.Equal("""{"type":"Tensor Bool","kind":"Truth","shape":[2],"values":[true,false]}""", Asked.Plain(tensor(new[] { true, false })).ToJson());
        Assert.Equal("""{"type":"Tensor BFloat16","kind":"Number","shape":[1],"values":[1.5]}""", Asked.Plain(tensor(new[] { 1.5f }).to(bfloat16)).ToJson());
        Assert.Equal([0, 2, 1, 3], Asked.Plain(arange(4L).reshape(2, 2).T).Integers);
        Assert.Equal(PlainKind.Number, Asked.Plain(ones(2, requires_grad: true)).Kind);
        Assert.Equal("""{"type":"Tensor Float32","kind":"Number","shape":[5,784]}""", Asked.Plain(zeros(5, 784), shapeOnly: true).ToJson());
        Assert.Equal(PlainKind.Other, Asked.Plain(zeros(2).to(complex64)).Kind);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("{}")]
    [InlineData("""{"type":"x","kind":"Number","shape":[3],"values":[1,2]}""")]
    [InlineData("""{"type":"x","kind":"Number","shape":[-1,-2],"values":[1,2]}""")]
    [InlineData("""{"type":"x","kind":"Number","shape":[1],"values":["one"]}""")]
    [InlineData("""{"type":"x","kind":"Integer","shape":[1],"values":[1.5]}""")]
    [InlineData("""{"type":"x","kind":"17","shape":[],"values":[1]}""")]
    [InlineData("""{"type":"x","kind":"Text","shape":[],"values":[1]}""")]
    [InlineData("""{"type":"x","kind":"Nothing","shape":[],"values":[1]}""")]
    public void What_is_no_value_is_refused(string json) => Assert.Throws<JsonException>(() => PlainValue.FromJson(json));

    [Fact]
    public void An_outcome_becomes_json_and_comes_back()
    {
        var threw = Outcome.FromJson(Outcome.Threw(new ArgumentNullException("x")).ToJson());
        Assert.Equal(["System.ArgumentNullException", "System.ArgumentException", "System.SystemException", "System.Exception"], threw.Thrown);
        Assert.Equal(3, Outcome.FromJson(Outcome.Returned(PlainValue.Of(3)).ToJson()).Value!.Integers[0]);
        Assert.Throws<JsonException>(() => Outcome.FromJson("{}"));
    }
}
