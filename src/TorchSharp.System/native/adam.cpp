// Adam's and AdamW's step over all parameters in one call, after Kingma and Ba (arXiv 1412.6980) and Loshchilov and Hutter (arXiv 1711.05101).
#include "step.h"
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_addcdiv.h>
#include <ATen/ops/_foreach_addcmul.h>
#include <ATen/ops/_foreach_div.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_neg.h>
#include <ATen/ops/_foreach_sqrt.h>
#include <ATen/ops/maximum.h>
#include <cmath>

using namespace bridge;

namespace {

struct Piece {
    float *p, *g, *m, *v, *most;  // most: the greatest v so far, for amsgrad, or null
    int64_t count;
    float rate, correction;  // lr / (1 - beta1^t) and 1 / sqrt(1 - beta2^t)
};

struct Constants {
    float beta1, rest1, beta2, rest2, epsilon, decay, shrink, sign;  // decay: L2 in the gradient; shrink: 1 - lr * decoupled decay
};

VECTORISED void adam(const Constants c, float rate, float correction, int64_t n, float* __restrict p, const float* __restrict g, float* __restrict m, float* __restrict v) {
    for (int64_t i = 0; i < n; i++) {
        const float weight = p[i] * c.shrink, gradient = c.sign * g[i] + c.decay * weight;
        m[i] = c.beta1 * m[i] + c.rest1 * gradient;
        v[i] = c.beta2 * v[i] + c.rest2 * gradient * gradient;
        p[i] = weight - rate * m[i] / (std::sqrt(v[i]) * correction + c.epsilon);
    }
}

VECTORISED void amsgrad(const Constants c, float rate, float correction, int64_t n, float* __restrict p, const float* __restrict g, float* __restrict m, float* __restrict v, float* __restrict most) {
    for (int64_t i = 0; i < n; i++) {
        const float weight = p[i] * c.shrink, gradient = c.sign * g[i] + c.decay * weight;
        m[i] = c.beta1 * m[i] + c.rest1 * gradient;
        v[i] = c.beta2 * v[i] + c.rest2 * gradient * gradient;
        most[i] = most[i] >= v[i] || most[i] != most[i] ? most[i] : v[i];  // a NaN of either stays
        p[i] = weight - rate * m[i] / (std::sqrt(most[i]) * correction + c.epsilon);
    }
}

}  // namespace

// Parameters without a gradient are passed over and keep their count in steps. greatest is null but for amsgrad.
BRIDGE const char* bridge_adam_step(at::Tensor* const* params, at::Tensor* const* exp_avg, at::Tensor* const* exp_avg_sq, at::Tensor* const* greatest,
                                    int64_t* steps, int32_t count, double lr, double beta1, double beta2, double epsilon, double weight_decay,
                                    int32_t decoupled, int32_t maximize) {
    return guarded([&] {
        c10::NoGradGuard no_grad;
        const Constants constants{float(beta1), float(1 - beta1), float(beta2), float(1 - beta2), float(epsilon), decoupled ? 0.0f : float(weight_decay),
                                  decoupled ? float(1 - lr * weight_decay) : 1.0f, maximize ? -1.0f : 1.0f};
        std::vector<Piece> pieces;
        Batches batches;
        int64_t step = -1;
        float rate = 0, correction = 0;
        for (int32_t k = 0; k < count; k++) {
            const at::Tensor &p = *params[k], &m = *exp_avg[k], &v = *exp_avg_sq[k], &g = p.grad(), most = greatest ? *greatest[k] : at::Tensor();
            if (!g.defined()) continue;
            TORCH_CHECK(g.layout() == at::kStrided, "Adam does not support sparse gradients");
            if (++steps[k] != step) {
                step = steps[k];
                rate = float(lr / (1 - std::pow(beta1, double(step))));
                correction = float(1 / std::sqrt(1 - std::pow(beta2, double(step))));
            }
            if (flat(p, {&g, &m, &v, &most})) {
                pieces.push_back({floats(p), floats(g), floats(m), floats(v), floats(most), p.numel(), rate, correction});
                written(p);
                continue;
            }
            Batch& batch = batch_of(batches, p, step);
            batch.params.push_back(p);
            batch.grads.push_back(g);
            batch.first.push_back(m);
            batch.second.push_back(v);
            if (greatest) batch.third.push_back(most);
        }
        over_elements(pieces, [&](const Piece& k, int64_t from, int64_t n) {
            if (k.most) amsgrad(constants, k.rate, k.correction, n, k.p + from, k.g + from, k.m + from, k.v + from, k.most + from);
            else adam(constants, k.rate, k.correction, n, k.p + from, k.g + from, k.m + from, k.v + from);
        });
        for (auto& [key, b] : batches) {
            const double t = double(std::get<3>(key));
            if (maximize) b.grads = at::_foreach_neg(b.grads);
            if (weight_decay != 0 && decoupled) at::_foreach_mul_(b.params, at::Scalar(1 - lr * weight_decay));
            if (weight_decay != 0 && !decoupled) b.grads = at::_foreach_add(b.grads, b.params, weight_decay);
            at::_foreach_mul_(b.first, at::Scalar(beta1));
            at::_foreach_add_(b.first, b.grads, 1 - beta1);
            at::_foreach_mul_(b.second, at::Scalar(beta2));
            at::_foreach_addcmul_(b.second, b.grads, b.grads, at::Scalar(1 - beta2));
            for (size_t k = 0; k < b.third.size(); k++) at::maximum_out(b.third[k], b.third[k], b.second[k]);
            auto denominators = at::_foreach_sqrt(greatest ? b.third : b.second);
            at::_foreach_div_(denominators, at::Scalar(std::sqrt(1 - std::pow(beta2, t))));
            at::_foreach_add_(denominators, at::Scalar(epsilon));
            at::_foreach_addcdiv_(b.params, b.first, denominators, at::Scalar(-lr / (1 - std::pow(beta1, t))));
        }
    });
}
