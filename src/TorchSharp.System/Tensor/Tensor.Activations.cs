using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor relu() => Ops.relu.Call(this);
        public Tensor relu_() => Ops.relu_.On(this);
        public Tensor relu6() => Ops.hardtanh.Call(this, 0, 6);
        public Tensor relu6_() => Ops.hardtanh_.On(this, 0, 6);
        public Tensor leaky_relu(Scalar negative_slope) => Ops.leaky_relu.Call(this, negative_slope);
        public Tensor leaky_relu_(Scalar negative_slope) => Ops.leaky_relu_.On(this, negative_slope);
        public Tensor prelu(Tensor target) => Ops.prelu.Call(this, target);
        public Tensor rrelu(double lower = 0.125, double upper = 0.3333333333333333) => Ops.rrelu.Call(this, lower, upper);
        public Tensor rrelu_(double lower = 0.125, double upper = 0.3333333333333333) => Ops.rrelu_.On(this, lower, upper);
        public Tensor elu(double alpha = 1) => elu(alpha, 1.0, 1.0);
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Ops.elu.Call(this, alpha, scale, input_scale);
        public Tensor elu_(double alpha = 1) => elu_(alpha, 1.0, 1.0);
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => Ops.elu_.On(this, alpha, scale, input_scale);
        public Tensor selu() => Ops.selu.Call(this);
        public Tensor selu_() => Ops.selu_.On(this);
        public Tensor celu() => celu(1.0);
        public Tensor celu(Scalar alpha) => Ops.celu.Call(this, alpha);
        public Tensor celu_() => celu_(1.0);
        public Tensor celu_(Scalar alpha) => Ops.celu_.On(this, alpha);
        public Tensor gelu() => Ops.gelu.Call(this);
        public Tensor gelu(GELU.Approximate approximate) => Ops.gelu.Call(this, approximate == GELU.Approximate.tanh ? "tanh" : "none");
        public Tensor gelu_() => Ops.gelu_.On(this);
        public Tensor gelu_(GELU.Approximate approximate) => Ops.gelu_.On(this, approximate == GELU.Approximate.tanh ? "tanh" : "none");
        public Tensor silu() => Ops.silu.Call(this);
        public Tensor silu_() => Ops.silu_.On(this);
        public Tensor sigmoid() => Ops.sigmoid.Call(this);
        public Tensor sigmoid_() => Ops.sigmoid_.On(this);
        public Tensor log_sigmoid() => Ops.log_sigmoid.Call(this);
        public Tensor hardsigmoid() => Ops.hardsigmoid.Call(this);
        public Tensor hardsigmoid_() => Ops.hardsigmoid_.On(this);
        public Tensor hardswish() => Ops.hardswish.Call(this);
        public Tensor hardswish_() => Ops.hardswish_.On(this);
        public Tensor hardtanh(Scalar min, Scalar max) => Ops.hardtanh.Call(this, min, max);
        public Tensor hardtanh_(Scalar min, Scalar max) => Ops.hardtanh_.On(this, min, max);

        /// <summary>Value wherever an element is not above the threshold.</summary>
        public Tensor threshold(Scalar threshold, Scalar value) => Ops.threshold.Call(this, threshold, value);
        public Tensor threshold_(Scalar threshold, Scalar value) => Ops.threshold_.On(this, threshold, value);

        /// <summary>log(1 + exp(beta x)) / beta; linear above the threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) => Ops.softplus.Call(this, beta, threshold);

        /// <summary>The first half times the sigmoid of the second half along dim.</summary>
        public Tensor glu(long dim = -1) => Ops.glu.Call(this, dim);

        /// <summary>exp(x) over its sum along dim.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Ops.softmax.Call(this, dim, dtype);

        /// <summary>The logarithm of softmax, stable.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Ops.log_softmax.Call(this, dim, dtype);
    }
}
