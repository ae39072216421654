using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Deals the channels of (N, C, *) out over groups (Zhang et al. 2018).</summary>
        public sealed class ChannelShuffle : ParameterLessModule<Tensor, Tensor>
        {
            internal ChannelShuffle(long groups) : base(nameof(ChannelShuffle)) => this.groups = groups;

            public long groups { get; set; }

            public override Tensor forward(Tensor tensor) => tensor.channel_shuffle(groups);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static ChannelShuffle ChannelShuffle(long groups) => new(groups);
        }
    }
}
