namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose <c>call</c> runs functions before and after forward; forward itself runs none.</summary>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            long hooksMade;

            // Each null until something is registered: a call without hooks looks at one flag.
            private protected Dictionary<string, TPreHook>? preHooks;
            private protected Dictionary<string, TPostHook>? postHooks;
            private protected Dictionary<string, Action<Module>>? modulePreHooks, modulePostHooks;

            protected HookableModule(string name) : base(name) { }

            private protected bool Hooked { get; private set; }

            /// <summary>Runs after forward with its arguments and result; a result that is not null takes the result's place.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Register(ref postHooks, hook);

            /// <summary>Runs before forward with its arguments; what it answers, unless null, takes their place.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(ref preHooks, hook);

            /// <summary>Runs last, with the module.</summary>
            public HookRemover register_forward_hook(Action<Module> hook) => Register(ref modulePostHooks, hook);

            /// <summary>Runs first, with the module.</summary>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Register(ref modulePreHooks, hook);

            HookRemover Register<THook>(ref Dictionary<string, THook>? hooks, THook hook)
            {
                string key = hooksMade++.ToString();
                (hooks ??= []).Add(key, hook);
                Hooked = true;
                return new HookRemover(this, key);
            }

            void Remove(string key)
            {
                preHooks?.Remove(key);
                postHooks?.Remove(key);
                modulePreHooks?.Remove(key);
                modulePostHooks?.Remove(key);
                Hooked = preHooks?.Count > 0 || postHooks?.Count > 0 || modulePreHooks?.Count > 0 || modulePostHooks?.Count > 0;
            }

            private protected void RunHooks(Dictionary<string, Action<Module>>? hooks)
            {
                if (hooks is not null)
                    foreach (Action<Module> hook in hooks.Values)
                        hook(this);
            }

            /// <summary>Takes one hook away again.</summary>
            public class HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
            {
                public void remove() => module.Remove(key);
            }
        }
    }
}
