using System.Collections;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A list of parameters, each under its index.</summary>
        public class ParameterList : nn.Module, IList<Parameter>
        {
            readonly List<Parameter> items = [];
            bool registered;

            public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList)) => items.AddRange(parameters);

            protected override void RegisterComponents()
            {
                if (registered)
                    return;
                registered = true;
                for (int i = 0; i < items.Count; i++)
                    register_parameter(i.ToString(), items[i]);
            }

            public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                for (int i = 0; i < items.Count; i++)
                    yield return (i.ToString(), items[i]);
            }

            public override bool has_parameter(string target) => get_parameter(target) is not null;

            public override Parameter? get_parameter(string target) => int.TryParse(target, out int index) && index >= 0 && index < items.Count ? items[index] : null;

            public override void zero_grad(bool set_to_none = true)
            {
                foreach (Parameter parameter in items)
                    ClearGradient(parameter, set_to_none);
            }

            protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                for (int i = 0; i < items.Count; i++)
                {
                    if (!ReplaceParameter(dtype, device, items[i], out Parameter? moved))
                        continue;
                    items[i].Dispose();
                    items[i] = moved!;
                    if (registered)
                        ConditionallyRegisterParameter(i.ToString(), moved);
                }
            }

            protected override void Dispose(bool disposing)
            {
                if (disposing)
                    foreach (Parameter parameter in items)
                        parameter.DetachFromDisposeScope().Dispose();
                base.Dispose(disposing);
            }

            public Parameter this[int index]
            {
                get => items[index];
                set => items[index] = value;
            }

            public int Count => items.Count;
            public bool IsReadOnly => false;
            public void Add(Parameter item) => items.Add(item);
            public void append(params Parameter[] parameters) => items.AddRange(parameters);
            public void extend(IEnumerable<Parameter> parameters) => items.AddRange(parameters);
            public void Insert(int index, Parameter item) => items.Insert(index, item);
            public bool Remove(Parameter item) => IndexOf(item) is >= 0 and int index && RemovedAt(index);
            public void RemoveAt(int index) => items.RemoveAt(index);
            public void Clear() => items.Clear();
            public bool Contains(Parameter item) => IndexOf(item) >= 0;

            // By identity: equality of tensors compares their elements.
            public int IndexOf(Parameter item) => items.FindIndex(other => ReferenceEquals(other, item));
            public void CopyTo(Parameter[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);
            public IEnumerator<Parameter> GetEnumerator() => items.GetEnumerator();
            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            bool RemovedAt(int index)
            {
                items.RemoveAt(index);
                return true;
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);
        }
    }
}
