using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public sealed class ModuleTests
{
    sealed class Block : Module<Tensor, Tensor>
    {
        readonly Linear inner = Linear(3, 3);
        readonly Parameter scale = new(zeros([3]));
        readonly Tensor mean = zeros([3]);
        readonly object text = "not a component";

        internal Block() : base(nameof(Block)) => RegisterComponents();

        public override Tensor forward(Tensor input) => inner.call(input) + scale + mean;

        internal object Text => text;
        internal Parameter Scale => scale;
        internal Tensor Mean => mean;
    }

    sealed class Forgetful : Module<Tensor, Tensor>
    {
        readonly Linear inner = Linear(2, 2);

        internal Forgetful() : base(nameof(Forgetful)) { }

        public override Tensor forward(Tensor input) => inner.call(input);
    }

    sealed class Parent : Module<Tensor, Tensor>
    {
        readonly ModuleList<Module<Tensor, Tensor>> layers = ModuleList<Module<Tensor, Tensor>>(new Block(), new Forgetful());
        Tensor? late;

        internal Parent() : base(nameof(Parent))
        {
            RegisterComponents();
            late = zeros([1]);
        }

        public override Tensor forward(Tensor input) => layers[0].call(input);

        internal Tensor? Late => late;
    }

    [Fact]
    public void Fields_become_submodules_parameters_and_every_other_tensor_a_buffer()
    {
        using var block = new Block();
        Assert.Equal(["scale", "inner.weight", "inner.bias"], block.named_parameters().Select(p => p.name));
        Assert.Equal(["mean"], block.named_buffers().Select(b => b.name));
        Assert.Equal(["scale", "inner.weight", "inner.bias", "mean"], block.state_dict().Keys);
        Assert.Equal("not a component", block.Text);
    }

    [Fact]
    public void A_parent_registers_its_childrens_components_but_no_field_set_after_RegisterComponents()
    {
        using var parent = new Parent();
        Assert.NotNull(parent.Late);
        Assert.Equal(["layers.0.scale", "layers.0.inner.weight", "layers.0.inner.bias", "layers.1.inner.weight", "layers.1.inner.bias"], parent.named_parameters().Select(p => p.name));
        Assert.Equal(["layers", "layers.0", "layers.1", "layers.0.inner", "layers.1.inner"], parent.named_modules().Select(m => m.name));
        Assert.Same(parent.get_parameter("layers.0.scale"), parent.parameters().First());
        Assert.True(parent.has_buffer("layers.0.mean"));
        Assert.Null(parent.get_parameter("layers.2.scale"));
    }

    [Fact]
    public void A_sequential_does_not_register_for_its_modules()
    {
        using Sequential row = Sequential(new Forgetful(), Linear(2, 1));
        Assert.Equal(["1.weight", "1.bias"], row.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void A_module_list_alone_has_no_parameters_yet()
    {
        ModuleList<Linear> list = ModuleList(Linear(1, 1), Linear(1, 1));
        Assert.Empty(list.parameters());
        Assert.Equal(2, list.Count);
    }

    [Fact]
    public void Training_and_evaluation_reach_every_module()
    {
        using Sequential row = Sequential(("a", Linear(2, 2)), ("b", Sequential(Dropout())));
        row.eval();
        Assert.All(row.modules().Append(row), module => Assert.False(module.training));
        row.train();
        Assert.All(row.modules().Append(row), module => Assert.True(module.training));
    }

    [Fact]
    public void Apply_visits_children_before_their_parent()
    {
        using Sequential row = Sequential(("a", Linear(1, 1)), ("b", ReLU()));
        var seen = new List<string>();
        row.apply(module => seen.Add(module.GetName()));
        Assert.Equal(["Linear", "ReLU", "Sequential"], seen);
    }

    [Fact]
    public void Disposing_a_module_disposes_all_its_tensors()
    {
        using DisposeScope scope = NewDisposeScope();
        var block = new Block();
        Tensor[] all = [.. block.state_dict().Values];
        block.Dispose();
        Assert.All(all, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void A_training_step_leaves_no_tensor_behind()
    {
        using Sequential row = Sequential(Linear(4, 8), ReLU(), Dropout(0.1), Linear(8, 1), Sigmoid());
        using Tensor x = randn([5, 4]), y = zeros([5, 1]);
        void Step()
        {
            row.zero_grad();
            using Tensor p = row.call(x), loss = functional.binary_cross_entropy(p, y);
            loss.backward();
        }
        Step();
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Step();
        Step();
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Zero_grad_forgets_gradients_or_sets_them_to_zero()
    {
        using Linear layer = Linear(2, 1);
        using Tensor x = randn([3, 2]);
        functional.mse_loss(layer.call(x), zeros([3, 1])).backward();
        layer.zero_grad(set_to_none: false);
        Assert.All(layer.weight.grad!.data<float>().ToArray(), value => Assert.Equal(0, value));
        layer.zero_grad();
        Assert.Null(layer.weight.grad);
    }
}
