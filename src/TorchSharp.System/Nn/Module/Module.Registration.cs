using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            // Reflection once a type; a notebook's types are collectible, so nothing here may keep them alive.
            static readonly ConditionalWeakTable<Type, FieldInfo[]> fieldsOfTypes = [];
            bool componentsRegistered;

            /// <summary>Registers the fields of the derived class under their names: modules, parameters, and every other tensor as a buffer. To be called last in its constructor: a field set later is not found.</summary>
            protected virtual void RegisterComponents()
            {
                if (componentsRegistered)
                    return;
                componentsRegistered = true;
                foreach (FieldInfo field in Fields(GetType()))
                {
                    if (submodules.ContainsKey(field.Name) || ownParameters.ContainsKey(field.Name) || ownBuffers.ContainsKey(field.Name))
                        continue;
                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(field.Name, module); break;
                        case Parameter parameter: register_parameter(field.Name, parameter); break;
                        case Tensor tensor: register_buffer(field.Name, tensor); break;
                    }
                }
            }

            // The instance fields that can hold a component, the derived class's first. This library's own modules register theirs by name.
            static FieldInfo[] Fields(Type type) => fieldsOfTypes.GetValue(type, static type =>
            {
                var found = new List<FieldInfo>();
                for (Type? level = type; level is not null && level.Assembly != typeof(Module).Assembly; level = level.BaseType)
                    foreach (FieldInfo field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                        if (!field.FieldType.IsValueType && field.FieldType != typeof(string) && !found.Exists(other => other.Name == field.Name))
                            found.Add(field);
                return [.. found];
            });

            /// <summary>Adds a submodule, and registers the components of that.</summary>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null || submodule.disposed)
                {
                    submodules.Remove(name);
                    return;
                }
                if (string.IsNullOrEmpty(name) || name.Contains('.'))
                    throw new ArgumentException($"a module's name must not be empty and must hold no dot: \"{name}\"");
                if (submodules.ContainsKey(name))
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                submodule.RegisterComponents();
                submodules.Add(name, submodule);
            }

            /// <inheritdoc cref="register_module"/>
            public void add_module(string name, Module module) => register_module(name, module);

            // Without RegisterComponents, as TorchSharp's Sequential takes its modules.
            private protected void Adopt(string name, Module submodule)
            {
                if (!submodules.TryAdd(name, submodule))
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
            }

            /// <summary>Forgets all submodules.</summary>
            protected void ClearModules() => submodules.Clear();

            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid)
                    throw new ArgumentNullException(nameof(param), "A null tensor cannot be registered as a parameter.");
                if (!ownParameters.TryAdd(name, param))
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
            }

            /// <summary>Adds a tensor that is part of the state but not trained; one that is not persistent stays out of state_dict, and does not follow <c>to</c>.</summary>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid)
                    throw new ArgumentNullException(nameof(tensor), "A null tensor cannot be registered as a buffer.");
                if (!ownBuffers.TryAdd(name, (tensor, persistent)))
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
            }

            /// <summary>Sets the parameter of that name, or removes it where the value is no parameter.</summary>
            protected void ConditionallyRegisterParameter(string name, Tensor? value) => ConditionallyRegisterParameter(name, value as Parameter);

            /// <inheritdoc cref="ConditionallyRegisterParameter(string, Tensor?)"/>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                    ownParameters.Remove(name);
                else
                    ownParameters[name] = value;
            }

            /// <summary>Sets the buffer of that name, or removes it where the value is null.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                    ownBuffers.Remove(name);
                else
                    ownBuffers[name] = (value, persistent);
            }

            // The parameters and buffers of this library's modules live in the registry alone. A new one replaces and disposes the old one, as in TorchSharp.
            private protected Parameter? ParameterOf(string name) => ownParameters.TryGetValue(name, out Parameter? own) ? own : null;

            private protected void SetParameter(string name, Parameter? value)
            {
                Parameter? before = ParameterOf(name);
                if (ReferenceEquals(before, value))
                    return;
                before?.Dispose();
                value?.DetachFromDisposeScope();
                ConditionallyRegisterParameter(name, value);
            }

            // An uninitialised parameter of the type and on the device that a module's constructor was given.
            private protected static Parameter New(Device? device, ScalarType? dtype, params long[] size) =>
                new(NewBuffer(dtype, device, size));

            private protected static Tensor NewBuffer(ScalarType? dtype, Device? device, params long[] size) =>
                Ops.empty.Call(size, dtype ?? defaultDtype, Arg.None, InitializeDevice(device ?? defaultDevice));

            private protected Tensor? BufferOf(string name) => ownBuffers.TryGetValue(name, out var own) ? own.Tensor : null;

            private protected void SetBuffer(string name, Tensor? value)
            {
                Tensor? before = BufferOf(name);
                if (ReferenceEquals(before, value))
                    return;
                before?.Dispose();
                value?.DetachFromDisposeScope();
                ConditionallyRegisterBuffer(name, value);
            }
        }
    }
}
