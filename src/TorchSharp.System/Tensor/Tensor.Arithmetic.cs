namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>This plus target, or plus alpha times target; shapes broadcast.</summary>
        public Tensor add(Scalar scalar) => Ops.add_Scalar.Call(this, scalar);
        public Tensor add(Tensor target) => Ops.add_tensor.Call(this, target);
        public Tensor add(Scalar scalar, Scalar alpha) => Ops.add_Scalar.Call(this, scalar, alpha);
        public Tensor add(Tensor target, Scalar alpha) => Ops.add_tensor.Call(this, target, alpha);
        public Tensor add_(Scalar scalar) => Ops.add_scalar_.On(this, scalar);
        public Tensor add_(Tensor target) => Ops.add_.On(this, target);
        public Tensor add_(Scalar scalar, Scalar alpha) => Ops.add_scalar_.On(this, scalar, alpha);
        public Tensor add_(Tensor target, Scalar alpha) => Ops.add_.On(this, target, alpha);
        public Tensor sub(Scalar target) => Ops.sub_scalar.Call(this, target);
        public Tensor sub(Tensor target) => Ops.sub.Call(this, target);
        public Tensor sub_(Scalar target) => Ops.sub_scalar_.On(this, target);
        public Tensor sub_(Tensor target) => Ops.sub_.On(this, target);
        public Tensor subtract(Scalar target) => sub(target);
        public Tensor subtract(Tensor target) => sub(target);
        public Tensor subtract_(Scalar target) => sub_(target);
        public Tensor subtract_(Tensor target) => sub_(target);
        public Tensor mul(Scalar target) => Ops.mul_scalar.Call(this, target);
        public Tensor mul(Tensor target) => Ops.mul_tensor.Call(this, target);
        public Tensor mul_(Scalar target) => Ops.mul_scalar_.On(this, target);
        public Tensor mul_(Tensor target) => Ops.mul_.On(this, target);
        public Tensor multiply(Scalar target) => mul(target);
        public Tensor multiply(Tensor target) => mul(target);

        /// <summary>This divided by target, as real numbers unless a rounding mode is given; shapes broadcast.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Ops.div_scalar_mode.Call(this, target, Named(rounding_mode));
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Ops.div_tensor_mode.Call(this, target, Named(rounding_mode));
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Ops.div_scalar_mode_.On(this, target, Named(rounding_mode));
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Ops.div_tensor_mode_.On(this, target, Named(rounding_mode));
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);
        public Tensor true_divide(Scalar other) => div(other);
        public Tensor true_divide(Tensor other) => div(other);
        public Tensor true_divide_(Scalar other) => div_(other);
        public Tensor true_divide_(Tensor other) => div_(other);
        public Tensor floor_divide(Scalar other) => Ops.floor_divide_scalar.Call(this, other);
        public Tensor floor_divide(Tensor other) => Ops.floor_divide.Call(this, other);
        public Tensor floor_divide_(Scalar other) => Ops.floor_divide_scalar_.On(this, other);
        public Tensor floor_divide_(Tensor other) => Ops.floor_divide_.On(this, other);

        /// <summary>The modulus with the sign of the divisor, as Python's %.</summary>
        public Tensor remainder(Scalar scalar) => Ops.remainder_scalar.Call(this, scalar);
        public Tensor remainder(Tensor target) => Ops.remainder_tensor.Call(this, target);
        public Tensor remainder_(Scalar scalar) => Ops.remainder_scalar_.On(this, scalar);
        public Tensor remainder_(Tensor target) => Ops.remainder_.On(this, target);

        /// <summary>The modulus with the sign of the dividend, as C's fmod.</summary>
        public Tensor fmod(Scalar scalar) => Ops.fmod_scalar.Call(this, scalar);
        public Tensor fmod(Tensor target) => Ops.fmod_tensor.Call(this, target);
        public Tensor fmod_(Scalar scalar) => Ops.fmod_scalar_.On(this, scalar);
        public Tensor fmod_(Tensor target) => Ops.fmod_.On(this, target);
        public Tensor neg() => Ops.neg.Call(this);
        public Tensor neg_() => Ops.neg_.On(this);
        public Tensor negative() => neg();
        public Tensor positive() => Ops.positive.Call(this);
        public Tensor reciprocal() => Ops.reciprocal.Call(this);
        public Tensor reciprocal_() => Ops.reciprocal_.On(this);

        /// <summary>This plus value times tensor1 times tensor2.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcmul.Call(this, tensor1, tensor2, value);
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcmul_.On(this, tensor1, tensor2, value);

        /// <summary>This plus value times tensor1 over tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Ops.addcdiv.Call(this, tensor1, tensor2);
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcdiv.Call(this, tensor1, tensor2, value);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Ops.addcdiv_.On(this, tensor1, tensor2);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Ops.addcdiv_.On(this, tensor1, tensor2, value);

        /// <summary>This plus weight times (end - this).</summary>
        public Tensor lerp(Tensor end, Tensor weight) => Ops.lerp.Call(this, end, weight);
        public Tensor lerp_(Tensor end, Tensor weight) => Ops.lerp_.On(this, end, weight);
        public Tensor gcd(Tensor other) => Ops.gcd.Call(this, other);
        public Tensor gcd_(Tensor other) => Ops.gcd_.On(this, other);
        public Tensor lcm(Tensor other) => Ops.lcm.Call(this, other);
        public Tensor lcm_(Tensor other) => Ops.lcm_.On(this, other);

        /// <summary>This times two to the power of other.</summary>
        public Tensor ldexp(Tensor other) => Ops.ldexp_tensor.Call(this, other);
        public Tensor ldexp_(Tensor other) => Ops.ldexp_.On(this, other);

        /// <summary>The hypotenuse of a right triangle with these legs.</summary>
        public Tensor hypot(Tensor other) => Ops.hypot.Call(this, other);
    }
}

internal static partial class Ops
{
    internal static readonly Op add_tensor = new("add.Tensor"), add_scalar_ = new("add_.Scalar"), add_ = new("add_.Tensor"),
        sub_scalar = new("sub.Scalar"), sub_scalar_ = new("sub_.Scalar"), mul_scalar = new("mul.Scalar"), mul_tensor = new("mul.Tensor"),
        mul_scalar_ = new("mul_.Scalar"), mul_ = new("mul_.Tensor"), div_scalar_mode = new("div.Scalar_mode"),
        div_tensor_mode = new("div.Tensor_mode"), div_scalar_mode_ = new("div_.Scalar_mode"), div_tensor_mode_ = new("div_.Tensor_mode"),
        floor_divide_scalar = new("floor_divide.Scalar"), floor_divide = new("floor_divide"),
        floor_divide_scalar_ = new("floor_divide_.Scalar"), floor_divide_ = new("floor_divide_.Tensor"),
        remainder_scalar = new("remainder.Scalar"), remainder_tensor = new("remainder.Tensor"),
        remainder_scalar_ = new("remainder_.Scalar"), remainder_ = new("remainder_.Tensor"), fmod_scalar = new("fmod.Scalar"),
        fmod_tensor = new("fmod.Tensor"), fmod_scalar_ = new("fmod_.Scalar"), fmod_ = new("fmod_.Tensor"), neg_ = new("neg_"),
        positive = new("positive"), reciprocal = new("reciprocal"), reciprocal_ = new("reciprocal_"), addcmul = new("addcmul"),
        addcmul_ = new("addcmul_"), addcdiv = new("addcdiv"), addcdiv_ = new("addcdiv_"), lerp = new("lerp.Tensor"),
        lerp_ = new("lerp_.Tensor"), gcd = new("gcd"), gcd_ = new("gcd_"), lcm = new("lcm"), lcm_ = new("lcm_"),
        ldexp_tensor = new("ldexp.Tensor"), ldexp_ = new("ldexp_"), hypot = new("hypot");
}
