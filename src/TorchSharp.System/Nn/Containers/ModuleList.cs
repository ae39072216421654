using System.Collections;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A list of modules, each a submodule under its index. As in TorchSharp they are registered when the list itself is, by its owner's RegisterComponents; what is added later is not.</summary>
        public class ModuleList<T> : nn.Module, IList<T> where T : nn.Module
        {
            readonly List<T> items = [];
            bool registered;

            public ModuleList(params T[] modules) : base(nameof(ModuleList<>)) => items.AddRange(modules);

            protected override void RegisterComponents()
            {
                if (registered)
                    return;
                registered = true;
                for (int i = 0; i < items.Count; i++)
                    register_module(i.ToString(), items[i]);
            }

            public T this[int index]
            {
                get => items[index];
                set => items[index] = value;
            }

            public int Count => items.Count;
            public bool IsReadOnly => false;
            public void Add(T item) => items.Add(item);
            public void append(params T[] parameters) => items.AddRange(parameters);
            public void extend(IEnumerable<T> modules) => items.AddRange(modules);
            public void Insert(int index, T item) => items.Insert(index, item);
            public bool Remove(T item) => items.Remove(item);
            public void RemoveAt(int index) => items.RemoveAt(index);
            public void Clear() => items.Clear();
            public bool Contains(T item) => items.Contains(item);
            public int IndexOf(T item) => items.IndexOf(item);
            public void CopyTo(T[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);
            public IEnumerator<T> GetEnumerator() => items.GetEnumerator();
            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);
        }
    }
}
