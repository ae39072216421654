using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace TorchSharp;

/// <summary>The managed half of a node in function.cpp: it lives until the node is released.</summary>
internal sealed unsafe class FunctionNode(string name, Func<AutogradContext, List<Tensor>, List<Tensor>> backward, AutogradContext context, object[] arguments)
{
    readonly bool[] isTensor = Array.ConvertAll(arguments, argument => argument is Tensor);

    /// <summary>The outputs of forward with this node as their history; an output changed in place stays the same object.</summary>
    internal List<Tensor> Tie(List<Tensor> outputs)
    {
        Tensor[] inputs = [.. arguments.OfType<Tensor>()];
        IntPtr[] ins = Handles(inputs), outs = Handles(outputs), dirty = Handles(context.Dirty), constant = Handles(context.Constant), saved = Handles(context.Saved), tied = new IntPtr[outs.Length];
        context.SavedCount = saved.Length;
        // The native node takes the handle over at once, and frees it when it ends, as it does when tying fails.
        IntPtr state = GCHandle.ToIntPtr(GCHandle.Alloc(this));
        fixed (IntPtr* i = ins, o = outs, d = dirty, c = constant, s = saved, t = tied)
        {
            Bridge.Check(Bridge.bridge_function_wrap(name, state, &Backward, &Release, context.MaterializeGrads ? 1 : 0, i, ins.Length, o, outs.Length,
                d, dirty.Length, c, constant.Length, s, saved.Length, out IntPtr node, t));
            context.Node = node;
        }
        GC.KeepAlive(arguments);
        var results = new List<Tensor>(outputs.Count);
        for (int i = 0; i < tied.Length; i++)
            results.Add(Adopt(outputs[i], tied[i], inputs));
        context.Forget();
        return results;
    }

    // The untied output goes; an input handed through or changed in place is its owner's.
    Tensor Adopt(Tensor output, IntPtr tied, Tensor[] inputs)
    {
        if (context.Dirty.Contains(output, ReferenceEqualityComparer.Instance))
        {
            Bridge.bridge_release(tied);
            return output;
        }
        var result = new Tensor(tied);
        if (!inputs.Contains(output, ReferenceEqualityComparer.Instance))
            output.Dispose();
        return result;
    }

    static IntPtr[] Handles(IReadOnlyCollection<Tensor> tensors) => [.. tensors.Select(tensor => tensor is null ? 0 : tensor.Handle)];

    [UnmanagedCallersOnly]
    static int Backward(IntPtr state, IntPtr* grads, int count, IntPtr* results, int wanted, byte* message)
    {
        try
        {
            ((FunctionNode)GCHandle.FromIntPtr(state).Target!).Run(new Span<IntPtr>(grads, count), new Span<IntPtr>(results, wanted));
            return 0;
        }
        catch (Exception error)
        {
            var text = new Span<byte>(message, Bridge.MessageLength - 1);
            Encoding.UTF8.TryGetBytes(error.Message, text, out _);
            return 1;
        }
    }

    void Run(Span<IntPtr> grads, Span<IntPtr> results)
    {
        using DisposeScope scope = NewDisposeScope();
        var given = new List<Tensor>(grads.Length);
        foreach (IntPtr grad in grads)
            given.Add(grad == 0 ? null! : new Tensor(grad));
        List<Tensor> answers = backward(context, given);
        while (answers.Count > isTensor.Length && answers[^1] is null)
            answers.RemoveAt(answers.Count - 1);
        if (answers.Count != isTensor.Length)
            throw new InvalidOperationException($"{name}.backward answered {answers.Count} gradients; its forward has {isTensor.Length} arguments, and each takes one, or null");
        int next = 0;
        for (int i = 0; i < isTensor.Length; i++)
        {
            if (isTensor[i])
                results[next++] = answers[i] is null ? 0 : Bridge.bridge_alias(answers[i].Handle);
            else if (answers[i] is not null)
                throw new InvalidOperationException($"{name}.backward answered a gradient for argument {i + 1} of its forward, which is no tensor");
        }
    }

    [UnmanagedCallersOnly]
    static void Release(IntPtr state) => GCHandle.FromIntPtr(state).Free();
}
