using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What steps parameters along their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            // TorchSharp hands a native optimiser over; ours are managed and pass zero.
            protected Optimizer(IntPtr handle)
            {
                if (handle != 0)
                    throw new NotSupportedException("this TorchSharp has no native optimisers");
            }

            ~Optimizer() => Dispose(false);

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>Sets all gradients to zero; as in TorchSharp they stay allocated.</summary>
            public virtual void zero_grad() => GradientsToZero(this, none: false);

            /// <summary>Updates the parameters, and answers the loss of the closure where there is one.</summary>
            public virtual Tensor? step(Func<Tensor>? closure = null) => throw new NotImplementedException();

            /// <summary>The parameters of all groups.</summary>
            public virtual IEnumerable<Parameter> parameters() => Groups.SelectMany(group => group.Parameters);

            public virtual void add_param_group(ParamGroup param_group) => throw new NotImplementedException();

            public virtual IEnumerable<ILearningRateController> ParamGroups => Groups;

            internal List<ParamGroup> Groups { get; } = [];

            static unsafe void GradientsToZero(Optimizer optimizer, bool none)
            {
                Parameter[] all = [.. optimizer.parameters()];
                IntPtr[] handles = Array.ConvertAll(all, parameter => parameter.Handle);
                fixed (IntPtr* start = handles)
                    Bridge.Check(Bridge.bridge_zero_grad(start, handles.Length, none ? 1 : 0));
                GC.KeepAlive(all);
            }

            /// <summary>What state_dict answers: the options of each group, and the state of each parameter, group after group.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                public List<OptimizerOptions> Options { get; } = [];

                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, where its parameters' states stand in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }

        /// <summary>A group of parameters as learning-rate schedulers see it.</summary>
        public interface ILearningRateController
        {
            double LearningRate { get; set; }

            double InitialLearningRate { get; set; }
        }

        /// <summary>What has a momentum for schedulers to cycle.</summary>
        public interface IMomentum
        {
            double Momentum { get; set; }
        }

        /// <summary>What has Adam's two decay rates.</summary>
        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }
    }
}
