namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What stands between the two linear layers of a transformer layer.</summary>
        public enum Activations
        {
            ReLU = 0,
            GELU = 1
        }
    }
}
