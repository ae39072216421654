// Optimiser steps over all parameters in one call: a single pass over memory for float32 on the CPU, the same arithmetic in operators elsewhere.
#include "bridge.h"
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <cmath>

using namespace bridge;

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define VECTORISED __attribute__((target_clones("avx512f", "avx2", "default"), optimize("O3", "fast-math")))
#else
#define VECTORISED
#endif

namespace {

struct Adam {
    float beta1, beta2, epsilon, rate, decay, shrink, root_correction;  // decay: L2 in the gradient; shrink: 1 - lr * decoupled decay
    bool maximize;
};

VECTORISED void adam_range(const Adam a, int64_t n, float* __restrict p, const float* __restrict g, float* __restrict m, float* __restrict v) {
    const float sign = a.maximize ? -1.0f : 1.0f, rest1 = 1.0f - a.beta1, rest2 = 1.0f - a.beta2;
    for (int64_t i = 0; i < n; i++) {
        const float weight = p[i] * a.shrink, gradient = sign * g[i] + a.decay * weight;
        m[i] = a.beta1 * m[i] + rest1 * gradient;
        v[i] = a.beta2 * v[i] + rest2 * gradient * gradient;
        p[i] = weight - a.rate * m[i] / (std::sqrt(v[i]) * a.root_correction + a.epsilon);
    }
}

VECTORISED void sgd_range(int64_t n, float rate, float decay, float momentum, float dampening, bool nesterov, bool maximize, bool first,
                          float* __restrict p, const float* __restrict g, float* __restrict buffer) {
    const float sign = maximize ? -1.0f : 1.0f;
    for (int64_t i = 0; i < n; i++) {
        float step = sign * g[i] + decay * p[i];
        if (buffer) {
            buffer[i] = first ? step : momentum * buffer[i] + (1.0f - dampening) * step;
            step = nesterov ? step + momentum * buffer[i] : buffer[i];
        }
        p[i] -= rate * step;
    }
}

// One pass is possible when all of them are float32 on the CPU, in one dense layout.
bool flat(const at::Tensor& p, std::initializer_list<const at::Tensor*> others) {
    if (!p.device().is_cpu() || p.scalar_type() != at::kFloat || !p.is_non_overlapping_and_dense()) return false;
    for (auto other : others)
        if (!other->device().is_cpu() || other->scalar_type() != at::kFloat || other->strides() != p.strides()) return false;
    return true;
}

}  // namespace

// exp_avg and exp_avg_sq hold the moments; max_exp_avg_sq is null but for amsgrad; step counts from 1.
BRIDGE const char* bridge_adam_step(at::Tensor* const* params, at::Tensor* const* grads, at::Tensor* const* exp_avg, at::Tensor* const* exp_avg_sq,
                                    at::Tensor* const* max_exp_avg_sq, int32_t count, int64_t step, double lr, double beta1, double beta2,
                                    double epsilon, double weight_decay, int32_t decoupled, int32_t maximize) {
    return guarded([&] {
        c10::NoGradGuard no_grad;
        const double correction1 = 1 - std::pow(beta1, double(step)), correction2 = 1 - std::pow(beta2, double(step));
        const Adam adam{float(beta1), float(beta2), float(epsilon), float(lr / correction1), decoupled ? 0.0f : float(weight_decay),
                        decoupled ? float(1 - lr * weight_decay) : 1.0f, float(1 / std::sqrt(correction2)), maximize != 0};
        for (int32_t k = 0; k < count; k++) {
            at::Tensor p = *params[k], g = *grads[k], m = *exp_avg[k], v = *exp_avg_sq[k];
            if (!max_exp_avg_sq && flat(p, {&g, &m, &v})) {
                auto pp = p.data_ptr<float>(), gp = g.data_ptr<float>(), mp = m.data_ptr<float>(), vp = v.data_ptr<float>();
                at::parallel_for(0, p.numel(), 65536, [&](int64_t from, int64_t to) { adam_range(adam, to - from, pp + from, gp + from, mp + from, vp + from); });
                p.unsafeGetTensorImpl()->bump_version();
                continue;
            }
            if (maximize) g = -g;
            if (weight_decay != 0 && decoupled) p.mul_(1 - lr * weight_decay);
            if (weight_decay != 0 && !decoupled) g = g.add(p, weight_decay);
            m.mul_(beta1).add_(g, 1 - beta1);
            v.mul_(beta2).addcmul_(g, g, 1 - beta2);
            if (max_exp_avg_sq) at::maximum_out(*max_exp_avg_sq[k], *max_exp_avg_sq[k], v);
            auto denominator = (max_exp_avg_sq ? *max_exp_avg_sq[k] : v).sqrt().div_(std::sqrt(correction2)).add_(epsilon);
            p.addcdiv_(m, denominator, -lr / correction1);
        }
    });
}

// momentum_buffer holds the velocities, or is null without momentum; first fills them.
BRIDGE const char* bridge_sgd_step(at::Tensor* const* params, at::Tensor* const* grads, at::Tensor* const* momentum_buffer, int32_t count, double lr,
                                   double weight_decay, double momentum, double dampening, int32_t nesterov, int32_t maximize, int32_t first) {
    return guarded([&] {
        c10::NoGradGuard no_grad;
        for (int32_t k = 0; k < count; k++) {
            at::Tensor p = *params[k], g = *grads[k], b = momentum_buffer ? *momentum_buffer[k] : p;
            if (flat(p, {&g, &b})) {
                auto pp = p.data_ptr<float>(), gp = g.data_ptr<float>(), bp = momentum_buffer ? b.data_ptr<float>() : nullptr;
                at::parallel_for(0, p.numel(), 65536, [&](int64_t from, int64_t to) {
                    sgd_range(to - from, float(lr), float(weight_decay), float(momentum), float(dampening), nesterov != 0, maximize != 0, first != 0,
                              pp + from, gp + from, bp ? bp + from : nullptr);
                });
                p.unsafeGetTensorImpl()->bump_version();
                continue;
            }
            if (maximize) g = -g;
            if (weight_decay != 0) g = g.add(p, weight_decay);
            if (momentum_buffer) {
                if (first) b.copy_(g); else b.mul_(momentum).add_(g, 1 - dampening);
                g = nesterov ? g.add(b, momentum) : b;
            }
            p.add_(g, -lr);
        }
    });
}
