namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters and persistent buffers by dotted name: the tensors themselves, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string before = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in named_parameters())
                    destination.TryAdd(before + name, parameter);
                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false))
                    destination.TryAdd(before + name, buffer);
                foreach (var (name, child) in submodules)
                    child.state_dict(destination, before + name);
                return destination;
            }

            /// <summary>Copies the values of a state into this module's tensors.</summary>
            /// <returns>Names that the module has and the source lacks, and names that the source has and the module lacks.</returns>
            /// <exception cref="InvalidOperationException">strict, and the names are not the same.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                skip ??= [];
                Dictionary<string, Tensor> own = state_dict();
                List<string> missing = [.. own.Keys.Where(key => !skip.Contains(key) && !source.ContainsKey(key))];
                List<string> unexpected = [.. source.Keys.Where(key => !skip.Contains(key) && !own.ContainsKey(key))];
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                    throw new InvalidOperationException($"The loaded state_dict is not identical to the target dictionary.{Listed(" Missing", missing)}{Listed(" Unexpected", unexpected)}");
                using IDisposable unrecorded = no_grad();
                foreach (var (key, value) in source)
                    if (!skip.Contains(key) && own.TryGetValue(key, out Tensor? target))
                        Ops.copy_.On(target, value);
                return (missing, unexpected);
            }

            static string Listed(string what, List<string> names) => names.Count == 0 ? "" : $"{what}: {string.Join(", ", names)}.";
        }
    }
}
