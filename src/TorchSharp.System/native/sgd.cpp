// Stochastic gradient descent over all parameters in one call, with momentum as PyTorch has it.
#include "step.h"
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_neg.h>

using namespace bridge;

namespace {

struct Piece {
    float *p, *g, *buffer;  // buffer: the velocity, or null
    int64_t count;
    bool first;
};

struct Constants {
    float rate, decay, momentum, rest, sign;
    bool nesterov;
};

VECTORISED void plain(const Constants c, int64_t n, float* __restrict p, const float* __restrict g) {
    for (int64_t i = 0; i < n; i++) p[i] -= c.rate * (c.sign * g[i] + c.decay * p[i]);
}

VECTORISED void heavy(const Constants c, bool first, int64_t n, float* __restrict p, const float* __restrict g, float* __restrict buffer) {
    for (int64_t i = 0; i < n; i++) {
        const float gradient = c.sign * g[i] + c.decay * p[i];
        const float velocity = first ? gradient : c.momentum * buffer[i] + c.rest * gradient;
        buffer[i] = velocity;
        p[i] -= c.rate * (c.nesterov ? gradient + c.momentum * velocity : velocity);
    }
}

}  // namespace

// Parameters without a gradient are passed over. momentum_buffer holds the velocities, or is null without momentum;
// steps counts a parameter's steps with momentum: the first fills its velocity with the gradient.
BRIDGE const char* bridge_sgd_step(at::Tensor* const* params, at::Tensor* const* momentum_buffer, int64_t* steps, int32_t count, double lr,
                                   double weight_decay, double momentum, double dampening, int32_t nesterov, int32_t maximize) {
    return guarded([&] {
        c10::NoGradGuard no_grad;
        const Constants constants{float(lr), float(weight_decay), float(momentum), float(1 - dampening), maximize ? -1.0f : 1.0f, nesterov != 0};
        std::vector<Piece> pieces;
        Batches batches;
        for (int32_t k = 0; k < count; k++) {
            const at::Tensor &p = *params[k], &g = p.grad(), buffer = momentum_buffer ? *momentum_buffer[k] : at::Tensor();
            if (!g.defined()) continue;
            const bool first = momentum_buffer && steps[k]++ == 0;
            if (flat(p, {&g, &buffer})) {
                pieces.push_back({floats(p), floats(g), floats(buffer), p.numel(), first});
                written(p);
                continue;
            }
            if (g.layout() != at::kStrided) {  // of a sparse gradient only the rows that it has move
                TORCH_CHECK(!momentum_buffer && weight_decay == 0, "SGD with momentum or weight_decay does not support sparse gradients");
                p.add_(g, maximize ? lr : -lr);
                continue;
            }
            Batch& batch = batch_of(batches, p, first ? 0 : 1);
            batch.params.push_back(p);
            batch.grads.push_back(g);
            if (momentum_buffer) batch.first.push_back(buffer);
        }
        over_elements(pieces, [&](const Piece& k, int64_t from, int64_t n) {
            if (k.buffer) heavy(constants, k.first, n, k.p + from, k.g + from, k.buffer + from);
            else plain(constants, n, k.p + from, k.g + from);
        });
        for (auto& [key, b] : batches) {
            if (maximize) b.grads = at::_foreach_neg(b.grads);
            if (weight_decay != 0) b.grads = at::_foreach_add(b.grads, b.params, weight_decay);
            if (momentum_buffer) {
                if (std::get<3>(key) == 0) {
                    for (size_t k = 0; k < b.first.size(); k++) b.first[k].copy_(b.grads[k]);
                } else {
                    at::_foreach_mul_(b.first, at::Scalar(momentum));
                    at::_foreach_add_(b.first, b.grads, 1 - dampening);
                }
                b.grads = nesterov ? at::_foreach_add(b.grads, b.first, momentum) : b.first;
            }
            at::_foreach_add_(b.params, b.grads, -lr);
        }
    });
}
