// RMSprop's step over all parameters in one call, after Hinton's lecture 6 (Neural Networks for Machine Learning, 2012).
#include "step.h"
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_addcdiv.h>
#include <ATen/ops/_foreach_addcmul.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_neg.h>
#include <ATen/ops/_foreach_sqrt.h>
#include <cmath>

using namespace bridge;

namespace {

struct Piece {
    float *p, *g, *square, *mean, *buffer;  // mean: the gradient's average where centred, buffer: the velocity; either may be null
    int64_t count;
};

struct Constants {
    float rate, alpha, rest, epsilon, decay, momentum, sign;
};

VECTORISED void rmsprop(const Constants c, int64_t n, float* __restrict p, const float* __restrict g, float* __restrict square, float* __restrict mean, float* __restrict buffer) {
    for (int64_t i = 0; i < n; i++) {
        const float gradient = c.sign * g[i] + c.decay * p[i];
        float spread = square[i] = c.alpha * square[i] + c.rest * gradient * gradient;
        if (mean) {
            mean[i] = c.alpha * mean[i] + c.rest * gradient;
            spread -= mean[i] * mean[i];
        }
        float move = gradient / (std::sqrt(spread) + c.epsilon);
        if (buffer) move = buffer[i] = c.momentum * buffer[i] + move;
        p[i] -= c.rate * move;
    }
}

}  // namespace

// Parameters without a gradient are passed over and keep their count in steps. grad_avg is null unless centred, momentum_buffer without momentum.
BRIDGE const char* bridge_rmsprop_step(at::Tensor* const* params, at::Tensor* const* square_avg, at::Tensor* const* grad_avg, at::Tensor* const* momentum_buffer,
                                       int64_t* steps, int32_t count, double lr, double alpha, double epsilon, double weight_decay, double momentum, int32_t maximize) {
    return guarded([&] {
        c10::NoGradGuard no_grad;
        const Constants constants{float(lr), float(alpha), float(1 - alpha), float(epsilon), float(weight_decay), float(momentum), maximize ? -1.0f : 1.0f};
        std::vector<Piece> pieces;
        Batches batches;
        for (int32_t k = 0; k < count; k++) {
            const at::Tensor &p = *params[k], &g = p.grad(), &square = *square_avg[k];
            const at::Tensor mean = grad_avg ? *grad_avg[k] : at::Tensor(), buffer = momentum_buffer ? *momentum_buffer[k] : at::Tensor();
            if (!g.defined()) continue;
            TORCH_CHECK(g.layout() == at::kStrided, "RMSprop does not support sparse gradients");
            steps[k]++;
            if (flat(p, {&g, &square, &mean, &buffer})) {
                pieces.push_back({floats(p), floats(g), floats(square), floats(mean), floats(buffer), p.numel()});
                written(p);
                continue;
            }
            Batch& batch = batch_of(batches, p, 0);
            batch.params.push_back(p);
            batch.grads.push_back(g);
            batch.first.push_back(square);
            if (grad_avg) batch.second.push_back(mean);
            if (momentum_buffer) batch.third.push_back(buffer);
        }
        over_elements(pieces, [&](const Piece& k, int64_t from, int64_t n) {
            rmsprop(constants, n, k.p + from, k.g + from, k.square + from, k.mean ? k.mean + from : nullptr, k.buffer ? k.buffer + from : nullptr);
        });
        for (auto& entry : batches) {
            Batch& b = entry.second;
            if (maximize) b.grads = at::_foreach_neg(b.grads);
            if (weight_decay != 0) b.grads = at::_foreach_add(b.grads, b.params, weight_decay);
            at::_foreach_mul_(b.first, at::Scalar(alpha));
            at::_foreach_addcmul_(b.first, b.grads, b.grads, at::Scalar(1 - alpha));
            auto spreads = b.first;
            if (grad_avg) {
                at::_foreach_mul_(b.second, at::Scalar(alpha));
                at::_foreach_add_(b.second, b.grads, 1 - alpha);
                spreads = at::_foreach_addcmul(b.first, b.second, b.second, at::Scalar(-1));
            }
            spreads = at::_foreach_sqrt(spreads);
            at::_foreach_add_(spreads, at::Scalar(epsilon));
            if (momentum_buffer) {
                at::_foreach_mul_(b.third, at::Scalar(momentum));
                at::_foreach_addcdiv_(b.third, b.grads, spreads, at::Scalar(1));
                at::_foreach_add_(b.params, b.third, -lr);
            } else {
                at::_foreach_addcdiv_(b.params, b.grads, spreads, at::Scalar(-lr));
            }
        }
    });
}
