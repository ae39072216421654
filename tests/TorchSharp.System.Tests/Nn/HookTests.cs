using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public sealed class HookTests
{
    [Fact]
    public void Call_runs_hooks_around_forward_in_order_and_forward_runs_none()
    {
        using Identity module = Identity();
        var order = new List<string>();
        module.register_forward_hook((Module _) => order.Add("last"));
        module.register_forward_hook((_, _, result) =>
        {
            order.Add("after");
            return result + result;
        });
        module.register_forward_pre_hook((_, input) =>
        {
            order.Add("before");
            return input + input;
        });
        module.register_forward_pre_hook((Module _) => order.Add("first"));
        using Tensor one = init.ones_(zeros([1]));
        Assert.Equal(4f, module.call(one).item<float>());
        Assert.Equal(["first", "before", "after", "last"], order);
        Assert.Equal(1f, module.forward(one).item<float>());
        Assert.Equal(4, order.Count);
    }

    [Fact]
    public void A_hook_is_taken_away_again()
    {
        using Identity module = Identity();
        int calls = 0;
        var hook = module.register_forward_hook((_, _, result) =>
        {
            calls++;
            return result;
        });
        using Tensor x = zeros([1]);
        module.call(x);
        hook.remove();
        module.call(x);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void A_hook_that_answers_null_changes_nothing()
    {
        using Identity module = Identity();
        module.register_forward_hook((_, _, _) => null!);
        using Tensor x = init.ones_(zeros([1]));
        Assert.Equal(1f, module.call(x).item<float>());
    }
}
