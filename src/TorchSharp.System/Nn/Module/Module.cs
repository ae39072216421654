using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Neural networks: modules, functions on tensors, initialisation.</summary>
    public static partial class nn
    {
        /// <summary>A part of a network: named parameters, buffers and submodules, and two modes, training and evaluation. Fields of a derived class are registered by <see cref="RegisterComponents"/>.</summary>
        public partial class Module : IDisposable
        {
            readonly string? ownName;
            readonly OrderedDictionary<string, Module> submodules = [];
            readonly OrderedDictionary<string, (Tensor Tensor, bool Persistent)> ownBuffers = [];
            readonly OrderedDictionary<string, Parameter> ownParameters = [];
            bool disposed;

            protected Module(string name) => ownName = name;

            /// <summary>The name that the constructor was given, or else the type's.</summary>
            public virtual string GetName() => string.IsNullOrEmpty(ownName) ? GetType().Name : ownName;

            /// <summary>Whether the module trains; dropout and batch normalisation behave otherwise in evaluation.</summary>
            public virtual bool training { get; private protected set; } = true;

            /// <summary>Sets this module and all below it to training, or to evaluation.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var (_, child) in submodules)
                    child.train(train);
            }

            /// <summary>Sets this module and all below it to evaluation.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls a function with every module below this one, children first, then with this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, child) in submodules)
                    child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Forgets the gradients of all parameters, or sets them to zero.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var (_, parameter) in ownParameters)
                    ClearGradient(parameter, set_to_none);
                foreach (var (_, child) in submodules)
                    child.zero_grad(set_to_none);
            }

            private protected static void ClearGradient(Parameter parameter, bool forget)
            {
                if (forget)
                {
                    parameter.grad = null;
                    return;
                }
                using Tensor? gradient = parameter.grad;
                if (gradient is not null)
                    Ops.zero_.On(gradient);
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes parameters, buffers and all modules below.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || disposed)
                    return;
                disposed = true;
                foreach (var (_, (buffer, _)) in ownBuffers)
                    buffer.DetachFromDisposeScope().Dispose();
                foreach (var (_, parameter) in ownParameters)
                    parameter.DetachFromDisposeScope().Dispose();
                foreach (var (_, child) in submodules)
                    child.Dispose();
            }
        }
    }
}
