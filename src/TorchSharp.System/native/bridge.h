// The bridge between .NET and libtorch: a C ABI over tensor handles (at::Tensor*) and operators called by name.
// Every function that can fail returns null, or a message that stays valid until this thread's next call.
#pragma once
#include <ATen/core/Tensor.h>
#include <ATen/core/Generator.h>
#include <torch/version.h>
#include <atomic>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#define BRIDGE extern "C" __attribute__((visibility("default")))
#define TORCH_AT_LEAST(major, minor) (TORCH_VERSION_MAJOR > (major) || (TORCH_VERSION_MAJOR == (major) && TORCH_VERSION_MINOR >= (minor)))

namespace bridge {

#if TORCH_AT_LEAST(2, 5)
template <typename T> using Optional = std::optional<T>;
inline constexpr auto absent = std::nullopt;
#else
template <typename T> using Optional = c10::optional<T>;
inline constexpr auto absent = c10::nullopt;
#endif
#if TORCH_AT_LEAST(2, 0)
using Index = c10::SymInt;  // what a slice's ends are made of
#else
using Index = int64_t;
#endif

inline std::atomic<int64_t> live{0};       // handles given out and not yet released
inline thread_local std::string message;   // what went wrong last on this thread

inline at::Tensor* give(at::Tensor tensor) {
    if (!tensor.defined()) return nullptr;
    live.fetch_add(1, std::memory_order_relaxed);
    return new at::Tensor(std::move(tensor));
}

inline at::Tensor take(const at::Tensor* handle) { return handle ? *handle : at::Tensor(); }

inline std::vector<at::Tensor> take(at::Tensor* const* handles, int64_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(count);
    for (int64_t i = 0; i < count; i++) tensors.push_back(take(handles[i]));
    return tensors;
}

// Runs the body; libtorch's message without its C++ stack is the answer when it throws.
template <typename Body> const char* guarded(Body&& body) {
    try {
        body();
        return nullptr;
    } catch (const c10::Error& error) {
        message = error.what_without_backtrace();
    } catch (const std::exception& error) {
        message = error.what();
    } catch (...) {
        message = "libtorch threw something that is no std::exception";
    }
    return message.c_str();
}

}  // namespace bridge
