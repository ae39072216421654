namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose forward takes two arguments.</summary>
        public abstract class Module<T1, T2, TResult> : HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>, IModule<T1, T2, TResult>
        {
            protected Module(string name) : base(name) { }

            /// <summary>What the module computes; hooks do not run.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Runs forward, and the hooks around it.</summary>
            public TResult call(T1 input1, T2 input2) => Hooked ? CallHooked(input1, input2) : forward(input1, input2);

            TResult CallHooked(T1 input1, T2 input2)
            {
                RunHooks(modulePreHooks);
                if (preHooks is not null)
                    foreach (var hook in preHooks.Values)
                        if (hook(this, input1, input2) is { } changed)
                            (input1, input2) = changed;
                TResult result = forward(input1, input2);
                if (postHooks is not null)
                    foreach (var hook in postHooks.Values)
                        if (hook(this, input1, input2, result) is { } changed)
                            result = changed;
                RunHooks(modulePostHooks);
                return result;
            }
        }
    }
}
