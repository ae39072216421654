namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose forward takes five arguments.</summary>
        public abstract class Module<T1, T2, T3, T4, T5, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, (T1, T2, T3, T4, T5)?>, Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, TResult, TResult>>, IModule<T1, T2, T3, T4, T5, TResult>
        {
            protected Module(string name) : base(name) { }

            /// <summary>What the module computes; hooks do not run.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);

            /// <summary>Runs forward, and the hooks around it.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5) => Hooked ? CallHooked(input1, input2, input3, input4, input5) : forward(input1, input2, input3, input4, input5);

            TResult CallHooked(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5)
            {
                RunHooks(modulePreHooks);
                if (preHooks is not null)
                    foreach (var hook in preHooks.Values)
                        if (hook(this, input1, input2, input3, input4, input5) is { } changed)
                            (input1, input2, input3, input4, input5) = changed;
                TResult result = forward(input1, input2, input3, input4, input5);
                if (postHooks is not null)
                    foreach (var hook in postHooks.Values)
                        if (hook(this, input1, input2, input3, input4, input5, result) is { } changed)
                            result = changed;
                RunHooks(modulePostHooks);
                return result;
            }
        }
    }
}
