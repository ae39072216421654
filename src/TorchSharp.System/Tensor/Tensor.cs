namespace TorchSharp;

public static partial class torch
{
    /// <summary>An n-dimensional array of one element type on one device; a handle to an at::Tensor.</summary>
    [TypeFormatterSource(typeof(TensorFormatterSource))]
    public unsafe partial class Tensor : IDisposable
    {
        internal IntPtr handle;
        static long peakCount;

        internal Tensor(IntPtr handle, bool register = true)
        {
            this.handle = handle != 0 ? handle : throw new InvalidOperationException("libtorch answered no tensor");
            if (register)
                OwningDisposeScope = DisposeScopeManager.ThreadSingleton.Register(this);
        }

        ~Tensor() => Dispose(false);

        internal DisposeScope? OwningDisposeScope { get; set; }

        // Its place among what that scope holds.
        internal int ScopeIndex { get; set; }

        /// <summary>The native at::Tensor*.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public IntPtr Handle => handle != 0 ? handle : throw Disposed();

        static ObjectDisposedException Disposed() => new(nameof(Tensor),
            "This tensor was disposed, by hand or by the DisposeScope it was made in. Keep it with MoveToOuterDisposeScope() or DetachFromDisposeScope() before the scope ends.");

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => handle == 0;

        /// <summary>A name for debugging.</summary>
        public string? name { get; set; }

        /// <summary>Takes over a native at::Tensor*, and with it the duty to release it.</summary>
        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        /// <summary>Gives the native handle away: the caller releases it.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            GC.SuppressFinalize(this);
            OwningDisposeScope?.MarkAsDisposed(this);
            return MoveHandle();
        }

        internal IntPtr MoveHandle()
        {
            IntPtr moved = Handle;
            handle = 0;
            return moved;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (handle == 0)
                return;
            if (disposing)
            {
                LifetimeStatistics counts = DisposeScopeManager.ThreadSingleton.StatisticsInstance.TensorStatistics;
                if (OwningDisposeScope is null)
                    counts.DisposedOutsideScopeCount++;
                else
                    counts.DisposedInScopeCount++;
                OwningDisposeScope?.MarkAsDisposed(this);
            }
            Bridge.bridge_release(handle);
            handle = 0;
        }

        /// <summary>Native tensors given out to .NET and not yet released.</summary>
        public static long TotalCount
        {
            get
            {
                long live = Bridge.bridge_live();
                InterlockedMax(ref peakCount, live);
                return live;
            }
        }

        /// <summary>The most tensors that <see cref="TotalCount"/> has seen.</summary>
        public static long PeakCount => Math.Max(TotalCount, peakCount);

        static void InterlockedMax(ref long target, long value)
        {
            for (long seen = target; value > seen; seen = target)
                Interlocked.CompareExchange(ref target, value, seen);
        }

        /// <summary>Hands the tensor to the outer scope, or to nobody when there is none.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of every scope: its user disposes it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        // TorchSharp's name with a slip, kept.
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is null)
                other?.Attach(this);
            else
                OwningDisposeScope.MoveToOther(other, this);
            return this;
        }

        /// <summary>Same shape and same elements.</summary>
        public bool Equals(Tensor target) => Ops.equal.CallBool(this, target);

        public override bool Equals(object? obj) => obj is Tensor tensor && Equals(tensor);

        public override int GetHashCode() => base.GetHashCode();
    }

    /// <summary>The innermost scope of this thread.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.ThreadSingleton.CurrentDisposeScope;

    /// <summary>Opens a scope: what is made until it is disposed goes with it.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.ThreadSingleton.NewDisposeScope();

    /// <summary>Runs the expression in a scope and keeps its result.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using DisposeScope scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}

internal static partial class Ops
{
    internal static readonly Op equal = new("equal");
}
