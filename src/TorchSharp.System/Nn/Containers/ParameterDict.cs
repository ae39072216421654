using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Parameters by name, in the order they were added.</summary>
        public class ParameterDict : nn.Module, IDictionary<string, Parameter>, IList<(string, Parameter)>
        {
            readonly OrderedDictionary<string, Parameter> entries = [];
            bool registered;

            public ParameterDict() : base(nameof(ParameterDict)) { }

            protected override void RegisterComponents()
            {
                if (registered)
                    return;
                registered = true;
                foreach (var (name, parameter) in entries)
                    register_parameter(name, parameter);
            }

            public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse)
            {
                foreach (var (name, parameter) in entries)
                    yield return (name, parameter);
            }

            public override bool has_parameter(string target) => entries.ContainsKey(target);

            public override Parameter? get_parameter(string target) => entries.TryGetValue(target, out Parameter? found) ? found : null;

            public override void zero_grad(bool set_to_none = true)
            {
                foreach (Parameter parameter in entries.Values)
                    ClearGradient(parameter, set_to_none);
            }

            protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var (name, parameter) in entries.ToArray())
                {
                    if (!ReplaceParameter(dtype, device, parameter, out Parameter? moved))
                        continue;
                    parameter.Dispose();
                    entries[name] = moved!;
                    if (registered)
                        ConditionallyRegisterParameter(name, moved);
                }
            }

            protected override void Dispose(bool disposing)
            {
                if (disposing)
                    foreach (Parameter parameter in entries.Values)
                        parameter.DetachFromDisposeScope().Dispose();
                base.Dispose(disposing);
            }

            public Parameter this[string key]
            {
                get => entries[key];
                set => entries[key] = value;
            }

            public (string, Parameter) this[int index]
            {
                get => (entries.GetAt(index).Key, entries.GetAt(index).Value);
                set
                {
                    entries.RemoveAt(index);
                    entries.Insert(index, value.Item1, value.Item2);
                }
            }

            public int Count => entries.Count;
            public bool IsReadOnly => false;
            public ICollection<string> Keys => entries.Keys;
            public ICollection<Parameter> Values => entries.Values;
            public IEnumerable<string> keys() => entries.Keys;
            public IEnumerable<Parameter> values() => entries.Values;
            public IEnumerator<(string, Parameter)> items() => GetEnumerator();
            public void clear() => Clear();
            public void Add(string key, Parameter value) => entries.Add(key, value);
            public void Add((string, Parameter) item) => entries.Add(item.Item1, item.Item2);
            public void Add(KeyValuePair<string, Parameter> item) => entries.Add(item.Key, item.Value);
            public void Insert(int index, (string, Parameter) item) => entries.Insert(index, item.Item1, item.Item2);
            public bool Remove(string key) => entries.Remove(key);
            public bool Remove((string, Parameter) item) => Contains(item) && entries.Remove(item.Item1);
            public bool Remove(KeyValuePair<string, Parameter> item) => Remove((item.Key, item.Value));
            public void RemoveAt(int index) => entries.RemoveAt(index);
            public void Clear() => entries.Clear();
            public bool ContainsKey(string key) => entries.ContainsKey(key);

            // By identity: equality of tensors compares their elements.
            public bool Contains((string, Parameter) item) => entries.TryGetValue(item.Item1, out Parameter? found) && ReferenceEquals(found, item.Item2);
            public bool Contains(KeyValuePair<string, Parameter> item) => Contains((item.Key, item.Value));
            public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => entries.TryGetValue(key, out value);
            public int IndexOf((string, Parameter) item) => Contains(item) ? entries.IndexOf(item.Item1) : -1;
            public void CopyTo((string, Parameter)[] array, int arrayIndex) => this.ToArray<(string, Parameter)>().CopyTo(array, arrayIndex);
            public void CopyTo(KeyValuePair<string, Parameter>[] array, int arrayIndex) => ((ICollection<KeyValuePair<string, Parameter>>)entries).CopyTo(array, arrayIndex);

            public IEnumerator<(string, Parameter)> GetEnumerator()
            {
                foreach (var (name, parameter) in entries)
                    yield return (name, parameter);
            }

            IEnumerator<KeyValuePair<string, Parameter>> IEnumerable<KeyValuePair<string, Parameter>>.GetEnumerator() => entries.GetEnumerator();
            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static ParameterDict ParameterDict(params (string, Parameter)[] parameters)
            {
                var made = new ParameterDict();
                foreach (var (name, parameter) in parameters)
                    made.Add(name, parameter);
                return made;
            }
        }
    }
}
