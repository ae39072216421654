namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // A setting of each spatial axis, given as a tuple.
        static long[] Each((long, long) value) => [value.Item1, value.Item2];
        static long[] Each((long, long, long) value) => [value.Item1, value.Item2, value.Item3];
        static long[] Each((long, long)? value, long otherwise) => value is { } given ? Each(given) : [otherwise, otherwise];
        static long[] Each((long, long, long)? value, long otherwise) => value is { } given ? Each(given) : [otherwise, otherwise, otherwise];

        public static partial class functional
        {
            static readonly long[] one = [1], none = [0];
        }
    }
}
