using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public sealed class ModuleStateTests
{
    static Sequential Net() => Sequential(("a", Linear(3, 2)), ("b", Linear(2, 1)));

    [Fact]
    public void A_state_goes_from_one_module_to_another()
    {
        using Sequential from = Net(), to = Net();
        to.load_state_dict(from.state_dict());
        Assert.All(from.state_dict(), entry => Assert.True(entry.Value.Equals(to.state_dict()[entry.Key])));
        Assert.All(to.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.is_leaf));
    }

    [Fact]
    public void A_strict_load_names_what_does_not_match()
    {
        using Sequential net = Net();
        var other = new Dictionary<string, Tensor>(net.state_dict());
        other.Remove("a.bias");
        other["c.weight"] = zeros([1]);
        string message = Assert.Throws<InvalidOperationException>(() => net.load_state_dict(other)).Message;
        Assert.Contains("Missing: a.bias.", message);
        Assert.Contains("Unexpected: c.weight.", message);
        var (missing, unexpected) = net.load_state_dict(other, strict: false);
        Assert.Equal(["a.bias"], missing);
        Assert.Equal(["c.weight"], unexpected);
        net.load_state_dict(other, skip: ["a.bias", "c.weight"]);
    }

    [Fact]
    public void What_is_saved_loads_again()
    {
        using Sequential from = Net(), to = Net();
        using var stream = new MemoryStream();
        from.save(stream);
        to.load(new MemoryStream(stream.ToArray()));
        Assert.All(from.state_dict(), entry => Assert.True(entry.Value.Equals(to.state_dict()[entry.Key])));
    }

    [Fact]
    public void The_file_is_TorchSharps_format()
    {
        using Sequential net = Sequential(("a", Linear(1, 1, hasBias: false)));
        init.constant_(((Linear)net[0]).weight, 1.5);
        using var stream = new MemoryStream();
        net.save(stream);
        Assert.Equal([1, 8, .. "a.weight"u8, 6, 2, 1, 1, .. BitConverter.GetBytes(1.5f)], stream.ToArray());
    }

    [Fact]
    public void A_file_of_another_module_is_refused()
    {
        using Sequential net = Net(), wide = Sequential(("a", Linear(4, 2)), ("b", Linear(2, 1))), named = Sequential(("x", Linear(3, 2)), ("b", Linear(2, 1)));
        using var stream = new MemoryStream();
        net.save(stream);
        Assert.Contains("[2, 3]", Assert.Throws<ArgumentException>(() => wide.load(new MemoryStream(stream.ToArray()))).Message);
        Assert.Contains("'a.weight'", Assert.Throws<ArgumentException>(() => named.load(new MemoryStream(stream.ToArray()))).Message);
        var loaded = new Dictionary<string, bool>();
        named.load(new MemoryStream(stream.ToArray()), strict: false, loadedParameters: loaded);
        Assert.False(loaded["a.weight"]);
        Assert.True(loaded["b.weight"]);
    }

    [Fact]
    public void To_another_type_puts_a_new_parameter_in_the_old_ones_place()
    {
        using Sequential net = Net();
        Parameter before = net.parameters().First();
        using (Tensor x = randn([2, 3]))
            functional.mse_loss(net.call(x), zeros([2, 1])).backward();
        Assert.Same(net, net.to(float64));
        Parameter after = net.parameters().First();
        Assert.True(before.IsInvalid);
        Assert.NotSame(before, after);
        Assert.Equal(float64, after.dtype);
        Assert.Equal(float64, after.grad!.dtype);
        Assert.True(after.requires_grad && after.is_leaf);
        Assert.Same(after, net.to(float64).parameters().First());
        Assert.Same(after, net.to(CPU).parameters().First());
    }

    sealed class Holder : Module<Tensor, Tensor>
    {
        internal Parameter weight = new(zeros([2]));
        internal Tensor table = zeros([2]);
        internal Tensor count = zeros([2], int64);

        internal Holder() : base(nameof(Holder))
        {
            register_buffer("hidden", zeros([1]), persistent: false);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => input + weight;
    }

    [Fact]
    public void To_sets_the_fields_and_leaves_whole_numbers_and_hidden_buffers_as_they_are()
    {
        using Holder holder = new Holder().@double();
        Assert.Equal(float64, holder.weight.dtype);
        Assert.Same(holder.weight, holder.get_parameter("weight"));
        Assert.Equal(float64, holder.table.dtype);
        Assert.Equal(int64, holder.count.dtype);
        Assert.Equal(float32, holder.get_buffer("hidden")!.dtype);
        Assert.DoesNotContain("hidden", holder.state_dict().Keys);
        Assert.Throws<ArgumentException>(() => holder.to(int64));
    }
}
