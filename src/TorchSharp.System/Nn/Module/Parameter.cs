using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A tensor that a module trains. It takes the handle of the tensor that it is made of, which is of no use afterwards.</summary>
        public class Parameter : Tensor
        {
            public Parameter(Tensor data, bool requires_grad = true) : base(data.with_requires_grad(requires_grad).MoveHandle(), false)
            {
                GC.SuppressFinalize(data);
                if (data.OwningDisposeScope is not { } scope)
                    return;
                scope.MarkAsDisposed(data);
                scope.Add(this);
                OwningDisposeScope = scope;
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The tensor as a parameter: it takes the tensor's handle over.</summary>
            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}
