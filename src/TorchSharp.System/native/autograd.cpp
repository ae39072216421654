// Gradients: backward, grad, and what a tensor knows of them.
#include "bridge.h"
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/variable.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <c10/core/GradMode.h>
#include <cstring>

using namespace bridge;

BRIDGE int32_t bridge_requires_grad(const at::Tensor* t) { return t->requires_grad(); }
BRIDGE int32_t bridge_is_leaf(const at::Tensor* t) { return t->is_leaf(); }
BRIDGE const char* bridge_set_requires_grad(at::Tensor* t, int32_t requires_grad) {
    return guarded([&] { t->set_requires_grad(requires_grad != 0); });
}
BRIDGE const char* bridge_retain_grad(at::Tensor* t) {
    return guarded([&] { t->retain_grad(); });
}
BRIDGE at::Tensor* bridge_grad(const at::Tensor* t) { return give(t->grad()); }
BRIDGE const char* bridge_set_grad(at::Tensor* t, const at::Tensor* grad) {
    return guarded([&] {
        if (grad) {
            TORCH_CHECK(grad->sizes() == t->sizes(), "a gradient of shape ", grad->sizes(), " cannot be that of a tensor of shape ", t->sizes());
            TORCH_CHECK(grad->scalar_type() == t->scalar_type() && grad->device() == t->device(), "a gradient must have its tensor's type and device: ",
                        t->scalar_type(), " on ", t->device(), ", not ", grad->scalar_type(), " on ", grad->device());
        }
        t->mutable_grad() = take(grad);
    });
}
// Fills the gradients with zeros, or lets go of them: a gradient that backward finds absent costs it no addition.
BRIDGE const char* bridge_zero_grad(at::Tensor* const* tensors, int32_t count, int32_t none) {
    return guarded([&] {
        c10::NoGradGuard no_grad;
        for (int32_t k = 0; k < count; k++) {
            at::Tensor& g = tensors[k]->mutable_grad();
            if (!g.defined()) continue;
            if (none) {
                g.reset();
                continue;
            }
            if (g.grad_fn()) g = g.detach();
            if (g.device().is_cpu() && g.layout() == at::kStrided && g.is_non_overlapping_and_dense()) {
                std::memset(g.data_ptr(), 0, g.nbytes());
                g.unsafeGetTensorImpl()->bump_version();
            } else {
                g.zero_();
            }
        }
    });
}
BRIDGE const char* bridge_set_data(at::Tensor* t, const at::Tensor* data) {
    return guarded([&] { t->set_data(*data); });
}

BRIDGE const char* bridge_backward(at::Tensor* const* tensors, int32_t count, at::Tensor* const* grads, int32_t grad_count,
                                   int32_t retain_graph, int32_t create_graph, at::Tensor* const* inputs, int32_t input_count) {
    return guarded([&] {
        torch::autograd::backward(take(tensors, count), take(grads, grad_count), retain_graph != 0, create_graph != 0, take(inputs, input_count));
    });
}

// Gradients of outputs with respect to inputs; one not reached comes back as null where allow_unused.
BRIDGE const char* bridge_grad_of(at::Tensor* const* outputs, int32_t count, at::Tensor* const* inputs, int32_t input_count,
                                  at::Tensor* const* grads, int32_t grad_count, int32_t retain_graph, int32_t create_graph,
                                  int32_t allow_unused, at::Tensor** results) {
    return guarded([&] {
        auto found = torch::autograd::grad(take(outputs, count), take(inputs, input_count), take(grads, grad_count),
                                           retain_graph != 0, create_graph != 0, allow_unused != 0);
        for (size_t i = 0; i < found.size(); i++) results[i] = give(std::move(found[i]));
    });
}

BRIDGE void bridge_set_anomaly(int32_t enabled, int32_t check_nan) { torch::autograd::AnomalyMode::set_enabled(enabled != 0, check_nan != 0); }
BRIDGE int32_t bridge_anomaly() { return torch::autograd::AnomalyMode::is_enabled(); }
BRIDGE int32_t bridge_anomaly_checks_nan() { return torch::autograd::AnomalyMode::should_check_nan(); }
