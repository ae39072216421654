namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose forward takes one argument.</summary>
        public abstract class Module<T, TResult> : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            protected Module(string name) : base(name) { }

            /// <summary>What the module computes; hooks do not run.</summary>
            public abstract TResult forward(T input);

            /// <summary>Runs forward, and the hooks around it.</summary>
            public TResult call(T input) => Hooked ? CallHooked(input) : forward(input);

            TResult CallHooked(T input)
            {
                RunHooks(modulePreHooks);
                if (preHooks is not null)
                    foreach (var hook in preHooks.Values)
                        if (hook(this, input) is { } changed)
                            input = changed;
                TResult result = forward(input);
                if (postHooks is not null)
                    foreach (var hook in postHooks.Values)
                        if (hook(this, input, result) is { } changed)
                            result = changed;
                RunHooks(modulePostHooks);
                return result;
            }
        }
    }
}
