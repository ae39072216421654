using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters by dotted name, each once, in the order of registration; with recurse, those of submodules after the module's own.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<IntPtr> { IntPtr.Zero };
                foreach (var (name, parameter) in ownParameters)
                    if (seen.Add(parameter.handle))
                        yield return (name, parameter);
                if (!recurse)
                    yield break;
                foreach (var (child, module) in submodules)
                    foreach (var (name, parameter) in module.named_parameters(true))
                        if (seen.Add(parameter.handle))
                            yield return ($"{child}.{name}", parameter);
            }

            /// <summary>The buffers by dotted name. As in TorchSharp, those that are not persistent never come, whatever include_nonpersistent says; nor do they follow <c>to</c>.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<IntPtr> { IntPtr.Zero };
                foreach (var (name, (buffer, persistent)) in ownBuffers)
                    if (persistent && seen.Add(buffer.handle))
                        yield return (name, buffer);
                if (!recurse)
                    yield break;
                foreach (var (child, module) in submodules)
                    foreach (var (name, buffer) in module.named_buffers(true, include_nonpersistent))
                        if (seen.Add(buffer.handle))
                            yield return ($"{child}.{name}", buffer);
            }

            /// <summary>The submodules by name.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                foreach (var (name, module) in submodules)
                    yield return (name, module);
            }

            /// <summary>All modules below this one by dotted name, children before grandchildren; this one is not among them, unlike in PyTorch.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (name, module) in submodules)
                    yield return (name, module);
                foreach (var (child, parent) in submodules)
                    foreach (var (name, module) in parent.named_modules())
                        yield return ($"{child}.{name}", module);
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true)
            {
                foreach (var (_, parameter) in named_parameters(recurse))
                    yield return parameter;
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                foreach (var (_, buffer) in named_buffers(recurse, include_nonpersistent))
                    yield return buffer;
            }

            public virtual IEnumerable<Module> modules()
            {
                foreach (var (_, module) in named_modules())
                    yield return module;
            }

            public virtual IEnumerable<Module> children()
            {
                foreach (var (_, module) in named_children())
                    yield return module;
            }

            public virtual bool has_parameter(string target) =>
                ownParameters.ContainsKey(target) || (Child(target, out string rest) is { } child && child.has_parameter(rest));

            public virtual bool has_buffer(string target) =>
                ownBuffers.ContainsKey(target) || (Child(target, out string rest) is { } child && child.has_buffer(rest));

            /// <summary>The parameter of that dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target) =>
                ownParameters.TryGetValue(target, out Parameter? own) ? own : Child(target, out string rest)?.get_parameter(rest);

            /// <summary>The buffer of that dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target) =>
                ownBuffers.TryGetValue(target, out var own) ? own.Tensor : Child(target, out string rest)?.get_buffer(rest);

            // The submodule that a dotted name begins with, and what follows it.
            Module? Child(string target, out string rest)
            {
                int dot = target.IndexOf('.');
                rest = dot < 0 ? "" : target[(dot + 1)..];
                return dot >= 0 && submodules.TryGetValue(target[..dot], out Module? child) ? child : null;
            }
        }
    }
}
