using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Modules in a row, each called with what the one before answered. As in TorchSharp a result is disposed once the next module has used it, so a module must not answer its own input.</summary>
        public class Sequential : nn.Module<Tensor, Tensor>
        {
            readonly List<nn.IModule<Tensor, Tensor>> row = [];
            readonly List<string> names = [];

            internal Sequential() : base(nameof(Sequential)) { }

            protected Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) : this()
            {
                foreach (var (name, module) in modules)
                    append(name, module);
            }

            protected Sequential(params nn.Module<Tensor, Tensor>[] modules) : this()
            {
                foreach (nn.Module<Tensor, Tensor> module in modules)
                    append(module);
            }

            /// <summary>Adds a module at the end, under a name.</summary>
            public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
            {
                Adopt(name, (nn.Module)module);
                row.Add(module);
                names.Add(name);
                return this;
            }

            /// <summary>Adds a module at the end, under its index.</summary>
            public Sequential append(nn.IModule<Tensor, Tensor> module) => append(row.Count.ToString(), module);

            public int Count => row.Count;

            public override Tensor forward(Tensor tensor)
            {
                if (row.Count == 0)
                    return Ops.alias.Call(tensor);
                Tensor current = row[0].call(tensor);
                for (int i = 1; i < row.Count; i++)
                {
                    Tensor next = row[i].call(current);
                    current.Dispose();
                    current = next;
                }
                return current;
            }

            [IndexerName("SequentialItems")]
            public nn.IModule<Tensor, Tensor> this[int index] => row[index];

            /// <summary>The modules from start up to and without end, shared with this one, under their names here.</summary>
            [IndexerName("SequentialItems")]
            public Sequential this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

            /// <inheritdoc cref="this[ValueTuple{int?, int?}]"/>
            [IndexerName("SequentialItems")]
            public Sequential this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

            Sequential Slice(int start, int end)
            {
                if (start < 0 || start > Count || end < 0 || end > Count)
                    throw new IndexOutOfRangeException($"no slice {start}..{end} in a Sequential of {Count} modules");
                var part = new Sequential();
                for (int i = start; i < end; i++)
                    part.append(names[i], row[i]);
                return part;
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>An empty row, to append to.</summary>
            public static Sequential Sequential() => new();

            /// <summary>Modules in a row under names; they are disposed with it.</summary>
            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => Sequential((IEnumerable<(string, Module<Tensor, Tensor>)>)modules);

            /// <summary>Modules in a row under their indices; they are disposed with it.</summary>
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

            /// <inheritdoc cref="Sequential(ValueTuple{string, Module{Tensor, Tensor}}[])"/>
            public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) => Sequential((IEnumerable<Tuple<string, Module<Tensor, Tensor>>>)modules);

            /// <inheritdoc cref="Sequential(ValueTuple{string, Module{Tensor, Tensor}}[])"/>
            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules)
            {
                var made = new Sequential();
                foreach (var (name, module) in modules)
                    made.append(name, module);
                return made;
            }

            /// <inheritdoc cref="Sequential(ValueTuple{string, Module{Tensor, Tensor}}[])"/>
            public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules)
            {
                var made = new Sequential();
                foreach (var (name, module) in modules)
                    made.append(name, module);
                return made;
            }

            /// <inheritdoc cref="Sequential(Module{Tensor, Tensor}[])"/>
            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules)
            {
                var made = new Sequential();
                foreach (Module<Tensor, Tensor> module in modules)
                    made.append(module);
                return made;
            }
        }
    }
}
