using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>An operator of libtorch by name, "add.Tensor" for aten::add's overload Tensor; found at its first call. Arguments left out take the schema's defaults.</summary>
internal sealed unsafe class Op(string name)
{
    const int MostResults = 8;
    IntPtr found;

    internal string Name => name;

    /// <summary>Whether this libtorch has the operator.</summary>
    internal bool Exists => Bridge.bridge_exists(Qualified.Name, Qualified.Overload) != 0;

    (string Name, string Overload) Qualified
    {
        get
        {
            string full = name.Contains("::") ? name : "aten::" + name;
            int dot = full.IndexOf('.');
            return dot < 0 ? (full, "") : (full[..dot], full[(dot + 1)..]);
        }
    }

    IntPtr Find()
    {
        var (operation, overload) = Qualified;
        Bridge.Check(Bridge.bridge_find(operation, overload, out IntPtr handle));
        return found = handle;
    }

    /// <summary>The one tensor that the operator answers.</summary>
    [SkipLocalsInit]
    internal Tensor Call(params ReadOnlySpan<Arg> args)
    {
        Value* results = stackalloc Value[MostResults];
        Invoke(args, results, out _, out _);
        return new Tensor(results[0].Pointer);
    }

    [InlineArray(12)]
    struct Args
    {
        Arg first;
    }

    /// <summary>Calls an operator that changes <paramref name="self"/> in place, and answers that same object.</summary>
    internal Tensor On(Tensor self, params ReadOnlySpan<Arg> rest)
    {
        var buffer = new Args();
        Span<Arg> args = buffer[..(rest.Length + 1)];
        args[0] = self;
        rest.CopyTo(args[1..]);
        Value* results = stackalloc Value[MostResults];
        Invoke(args, results, out int count, out IntPtr* list);
        Release(results, count, list);
        return self;
    }

    /// <summary>Two tensors.</summary>
    internal (Tensor, Tensor) Call2(params ReadOnlySpan<Arg> args)
    {
        Value* results = stackalloc Value[MostResults];
        Invoke(args, results, out _, out _);
        return (new Tensor(results[0].Pointer), new Tensor(results[1].Pointer));
    }

    /// <summary>Three tensors.</summary>
    internal (Tensor, Tensor, Tensor) Call3(params ReadOnlySpan<Arg> args)
    {
        Value* results = stackalloc Value[MostResults];
        Invoke(args, results, out _, out _);
        return (new Tensor(results[0].Pointer), new Tensor(results[1].Pointer), new Tensor(results[2].Pointer));
    }

    /// <summary>All results, each a tensor, as an array; null where one is undefined.</summary>
    internal Tensor?[] CallMany(params ReadOnlySpan<Arg> args)
    {
        Value* results = stackalloc Value[MostResults];
        Invoke(args, results, out int count, out _);
        var tensors = new Tensor?[count];
        for (int i = 0; i < count; i++)
            tensors[i] = results[i].Pointer == 0 ? null : new Tensor(results[i].Pointer);
        return tensors;
    }

    /// <summary>A list of tensors.</summary>
    internal Tensor[] CallList(params ReadOnlySpan<Arg> args)
    {
        Value* results = stackalloc Value[MostResults];
        Invoke(args, results, out _, out IntPtr* list);
        var tensors = new Tensor[results[0].Count];
        for (int i = 0; i < tensors.Length; i++)
            tensors[i] = new Tensor(list[i]);
        return tensors;
    }

    /// <summary>A truth value.</summary>
    internal bool CallBool(params ReadOnlySpan<Arg> args) => CallLong(args) != 0;

    /// <summary>An integer.</summary>
    internal long CallLong(params ReadOnlySpan<Arg> args)
    {
        Value* results = stackalloc Value[MostResults];
        Invoke(args, results, out _, out _);
        return results[0].Integer;
    }

    /// <summary>Calls for the effect and drops what comes back.</summary>
    internal void Run(params ReadOnlySpan<Arg> args)
    {
        Value* results = stackalloc Value[MostResults];
        Invoke(args, results, out int count, out IntPtr* list);
        Release(results, count, list);
    }

    static void Release(Value* results, int count, IntPtr* list)
    {
        for (int i = 0; i < count; i++)
        {
            if (results[i].Tag == Tag.Tensor)
                Bridge.bridge_release(results[i].Pointer);
            for (int k = 0; results[i].Tag == Tag.TensorList && k < results[i].Count; k++)
                Bridge.bridge_release(*list++);
        }
    }

    [SkipLocalsInit]
    void Invoke(ReadOnlySpan<Arg> args, Value* results, out int count, out IntPtr* list)
    {
        const int OnStack = 64;
        Value* values = stackalloc Value[args.Length];
        int words = 0;
        foreach (ref readonly Arg arg in args)
            if (arg.Tag >= Tag.IntList)
                words += Words(arg);
        long* scratch = stackalloc long[OnStack];
        long* heap = words > OnStack ? (long*)NativeMemory.Alloc((nuint)words, sizeof(long)) : null;
        try
        {
            long* next = heap != null ? heap : scratch;
            for (int i = 0; i < args.Length; i++)
                next += Write(args[i], &values[i], next);
            int produced;
            IntPtr* handles;
            byte* message = Bridge.bridge_call(found != 0 ? found : Find(), values, args.Length, results, &produced, &handles);
            foreach (ref readonly Arg arg in args)
                GC.KeepAlive(arg.Reference);
            Bridge.Check(message);
            count = produced;
            list = handles;
        }
        finally
        {
            if (heap != null)
                NativeMemory.Free(heap);
        }
    }

    // How many words of scratch an argument needs for its list, text or number.
    static int Words(in Arg arg) => arg.Tag switch
    {
        Tag.IntList => ((long[])arg.Reference!).Length,
        Tag.DoubleList => ((double[])arg.Reference!).Length,
        Tag.BoolList => ((bool[])arg.Reference!).Length,
        Tag.TensorList or Tag.OptionalTensorList => ((IReadOnlyCollection<Tensor?>)arg.Reference!).Count,
        Tag.String => Encoding.UTF8.GetMaxByteCount(((string)arg.Reference!).Length) / sizeof(long) + 1,
        Tag.Complex => 2,
        _ => 0,
    };

    static int Write(in Arg arg, Value* value, long* scratch)
    {
        value->Tag = arg.Tag;
        value->Count = 0;
        value->Integer = arg.Bits;
        if (arg.Tag == Tag.Tensor)
        {
            value->Pointer = ((Tensor)arg.Reference!).Handle;
            return 0;
        }
        if (arg.Tag < Tag.IntList)
            return 0;
        int words = Words(arg);
        value->Count = words;
        if (arg.Tag != Tag.Device && arg.Tag != Tag.Generator && arg.Tag != Tag.Default)
            value->Pointer = (IntPtr)scratch;
        switch (arg.Tag)
        {
            case Tag.IntList:
                ((long[])arg.Reference!).CopyTo(new Span<long>(scratch, words));
                break;
            case Tag.DoubleList:
                ((double[])arg.Reference!).CopyTo(new Span<double>(scratch, words));
                break;
            case Tag.BoolList:
                for (int i = 0; i < words; i++)
                    scratch[i] = ((bool[])arg.Reference!)[i] ? 1 : 0;
                break;
            case Tag.TensorList or Tag.OptionalTensorList:
                var tensors = (IReadOnlyList<Tensor?>)arg.Reference!;
                for (int i = 0; i < words; i++)
                    scratch[i] = tensors[i]?.Handle ?? 0;
                break;
            case Tag.String:
                value->Count = Encoding.UTF8.GetBytes((string)arg.Reference!, new Span<byte>(scratch, words * sizeof(long)));
                break;
            case Tag.Complex:
                var complex = (System.Numerics.Complex)arg.Reference!;
                ((double*)scratch)[0] = complex.Real;
                ((double*)scratch)[1] = complex.Imaginary;
                break;
            case Tag.Device:
                value->Count = (int)(arg.Bits >> 32);
                value->Integer = (int)arg.Bits;
                break;
            case Tag.Generator:
                value->Pointer = ((Generator)arg.Reference!).Handle;
                break;
        }
        return words;
    }
}
