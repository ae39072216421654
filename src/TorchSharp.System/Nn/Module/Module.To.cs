using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Moves and converts parameters and buffers; whole numbers keep their type. Where something changes, a new Parameter takes the old one's place and the old one is disposed: make the optimiser afterwards.</summary>
            /// <exception cref="ArgumentException">The type is neither floating-point nor complex.</exception>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                _toEpilog(Convertible(dtype), Reachable(device), non_blocking);
                return this;
            }

            /// <inheritdoc cref="_to(Device, ScalarType, bool)"/>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                _toEpilog(null, Reachable(new Device(deviceType, deviceIndex)), non_blocking);
                return this;
            }

            /// <inheritdoc cref="_to(Device, ScalarType, bool)"/>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                _toEpilog(Convertible(dtype), null, non_blocking);
                return this;
            }

            /// <inheritdoc cref="_to(Device, ScalarType, bool)"/>
            public Module _to(Tensor other, bool non_blocking)
            {
                _to(other.dtype, non_blocking);
                return _to(other.device_type, other.device_index, non_blocking);
            }

            static ScalarType Convertible(ScalarType dtype) => is_floating_point(dtype) || is_complex(dtype) ? dtype
                : throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}");

            static Device Reachable(Device device)
            {
                if (device.type == DeviceType.CUDA && !cuda.is_available())
                    throw new InvalidOperationException("CUDA is not available.");
                return InitializeDevice(device.type == DeviceType.CUDA ? device : new Device(device.type));
            }

            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);

            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog(dtype, device, non_blocking);

            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) => _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            /// <summary>Converts the submodules, then this module's own parameters and buffers, and sets the fields that hold them.</summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var (_, child) in named_children())
                {
                    if (device is null)
                        child._to(dtype!.Value, non_blocking);
                    else if (dtype is null)
                        child._to(device.type, device.index, non_blocking);
                    else
                        child._to(device, dtype.Value, non_blocking);
                }
                foreach (var (name, parameter) in named_parameters(false).ToArray())
                {
                    if (!ReplaceParameter(dtype, device, parameter, out Parameter? moved))
                        continue;
                    Assign(name, moved!, parameter.Dispose);
                    ConditionallyRegisterParameter(name, moved);
                }
                foreach (var (name, buffer) in named_buffers(false).ToArray())
                {
                    if (!ReplaceBuffer(dtype, device, buffer, out Tensor? moved))
                        continue;
                    Assign(name, moved!, buffer.Dispose);
                    ConditionallyRegisterBuffer(name, moved);
                }
            }

            // A property of the component's name takes the new one over; else the old one goes, and a field of the name is set.
            void Assign(string name, Tensor moved, Action disposeOld)
            {
                bool own = GetType().Assembly == typeof(Module).Assembly;
                if (!own && GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public) is { CanWrite: true } property)
                {
                    property.SetValue(this, moved);
                    return;
                }
                disposeOld();
                if (!own)
                    Array.Find(Fields(GetType()), field => field.Name == name)?.SetValue(this, moved);
            }

            /// <summary>Makes the buffer that shall stand in its place; false where nothing changes. The old one is disposed.</summary>
            protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, out Tensor? result)
            {
                result = null;
                if (!Changes(buffer, dtype, device))
                    return false;
                result = buffer.to(TypeFor(buffer, dtype), device ?? buffer.device, disposeAfter: true).DetachFromDisposeScope();
                return true;
            }

            /// <summary>Makes the parameter that shall stand in its place, with its gradient; false where nothing changes.</summary>
            protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, out Parameter? p)
            {
                using Tensor? gradient = param.grad;
                p = null;
                if (!Changes(param, dtype, device) && (gradient is null || !Changes(gradient, dtype ?? param.dtype, device ?? param.device)))
                    return false;
                using IDisposable unrecorded = no_grad();
                p = new Parameter(param.to(TypeFor(param, dtype), device ?? param.device, copy: true), param.requires_grad);
                p.DetachFromDisposeScope();
                if (gradient is not null)
                {
                    using Tensor moved = gradient.to(p.dtype, device ?? param.device);
                    p.grad = moved;
                }
                return true;
            }

            static bool Changes(Tensor tensor, ScalarType? dtype, Device? device) =>
                (dtype is { } type && tensor.dtype != type)
                || (device is not null && (tensor.device_type != device.type || (device.index >= 0 && tensor.device_index != device.index)));

            static ScalarType TypeFor(Tensor tensor, ScalarType? dtype) => dtype is { } type && (tensor.is_floating_point() || tensor.is_complex()) ? type : tensor.dtype;

            /// <summary>What stands for a device and a type that were not given.</summary>
            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? get_default_device(), dtype ?? get_default_dtype());
        }
    }
}
