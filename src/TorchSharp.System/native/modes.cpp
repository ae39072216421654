// Grad, inference and autocast modes of the calling thread; threads; what libtorch this is.
#include "bridge.h"
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/autocast_mode.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <dlfcn.h>

using namespace bridge;

BRIDGE int32_t bridge_grad_mode() { return c10::GradMode::is_enabled(); }
BRIDGE void bridge_set_grad_mode(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }

BRIDGE int32_t bridge_inference_mode() { return c10::InferenceMode::is_enabled(); }
BRIDGE void* bridge_enter_inference(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }
BRIDGE void bridge_leave_inference(void* mode) { delete static_cast<c10::InferenceMode*>(mode); }

BRIDGE const char* bridge_set_autocast(int32_t device_type, int32_t enabled, int32_t dtype) {
    return guarded([&] {
        auto device = static_cast<c10::DeviceType>(device_type);
        auto type = static_cast<at::ScalarType>(dtype);
#if TORCH_AT_LEAST(2, 4)
        at::autocast::set_autocast_enabled(device, enabled != 0);
        at::autocast::set_autocast_dtype(device, type);
#else
        if (device == c10::DeviceType::CPU) {
            at::autocast::set_cpu_enabled(enabled != 0);
            at::autocast::set_autocast_cpu_dtype(type);
        } else {
            at::autocast::set_enabled(enabled != 0);
            at::autocast::set_autocast_gpu_dtype(type);
        }
#endif
    });
}

// The type that autocast computes in on this thread, or -1 where it is off.
BRIDGE int32_t bridge_autocast_type(int32_t device_type) {
    auto device = static_cast<c10::DeviceType>(device_type);
#if TORCH_AT_LEAST(2, 4)
    return at::autocast::is_autocast_enabled(device) ? int32_t(at::autocast::get_autocast_dtype(device)) : -1;
#else
    if (device == c10::DeviceType::CPU) return at::autocast::is_cpu_enabled() ? int32_t(at::autocast::get_autocast_cpu_dtype()) : -1;
    return at::autocast::is_enabled() ? int32_t(at::autocast::get_autocast_gpu_dtype()) : -1;
#endif
}

BRIDGE void bridge_autocast_nest() { at::autocast::increment_nesting(); }
// Casts of parameters are cached until the outermost autocast ends.
BRIDGE void bridge_autocast_unnest() { if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache(); }

// OpenBLAS has a thread pool of its own, which libtorch does not reach.
BRIDGE void bridge_set_threads(int32_t count) {
    at::set_num_threads(count);
    if (auto set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) set(count);
}
BRIDGE int32_t bridge_threads() { return at::get_num_threads(); }
BRIDGE const char* bridge_set_interop_threads(int32_t count) {
    return guarded([&] { at::set_num_interop_threads(count); });
}
BRIDGE int32_t bridge_interop_threads() { return at::get_num_interop_threads(); }

BRIDGE const char* bridge_version() { return TORCH_VERSION; }
// 1 when matrix products have a fast library behind them (MKL or OpenBLAS).
BRIDGE int32_t bridge_has_fast_blas() { return at::globalContext().hasMKL() || dlsym(RTLD_DEFAULT, "openblas_get_config") != nullptr; }
BRIDGE int32_t bridge_has_onednn() { return at::globalContext().hasMKLDNN(); }
